import type { StagedRow as StagedRowShape } from '@dongzhou/contract/intake'
import { type Cell, isBlankCell } from '@dongzhou/engines/intake'
import { dayText } from '@dongzhou/terms/day'
import { maskIdNumber } from '@dongzhou/terms/id-number'
import { Fault, requireMay } from '../platform/fault.ts'
import type { ActionSetting } from '../platform/setting.ts'
import { recordTrail } from '../platform/trail.sql.ts'
import { divisionNames, listPeopleByIds, type Person } from '../registry/index.ts'
import { findBatch } from './batches.sql.ts'
import { findChunkOfRow, listChunkSpans } from './chunks.sql.ts'
import { listComplaintsOfRows, listRowsComplained } from './marks.sql.ts'
import { listMatches, listRowsToDecide } from './matches.sql.ts'
import { listOutcomes, listRowsRefused } from './outcomes.sql.ts'
import { mayWorkOnBatch } from './policy.ts'
import type { StagedRow } from './staged.ts'

export interface ListRows {
  readonly id: string
  readonly sheet: number
  readonly show: 'all' | 'held' | 'warned' | 'to-decide' | 'refused'
  readonly code?: string | undefined
  readonly page: number
  readonly size: number
}

interface RowPage {
  readonly items: readonly StagedRowShape[]
  readonly total: number
  readonly more: boolean
}

/** 批次的行: a page of the import grid, the sheet as it is. The rows hold numbers in clear, so looking leaves a trail. */
export async function listRows(setting: ActionSetting, input: ListRows): Promise<RowPage> {
  const batch = await findBatch(setting, input.id)
  if (!batch) throw new Fault('intake.batch-not-found')
  requireMay(mayWorkOnBatch(setting.clerk, batch))
  const { rows, total } =
    input.show === 'all' && input.code === undefined
      ? await pageOfAll(setting, input)
      : await pageOfSome(setting, input)
  await recordTrail(setting, {
    verb: 'intake.view-rows',
    subject: { kind: 'intake-batch', id: batch.id },
    division: batch.division,
    after: { sheet: input.sheet, from: rows[0]?.row, to: rows.at(-1)?.row },
    purpose: '核对导入台账',
  })
  return { items: await present(setting, input, rows), total, more: false }
}

/** The n-th rows of the sheet: the spans of the chunks say which chunk they are in. */
async function pageOfAll(
  setting: ActionSetting,
  input: ListRows,
): Promise<{ rows: readonly StagedRow[]; total: number }> {
  const spans = await listChunkSpans(setting, input.id, input.sheet)
  const total = spans.reduce((sum, span) => sum + span.rows, 0)
  const rows: StagedRow[] = []
  let skip = (input.page - 1) * input.size
  for (const span of spans) {
    if (skip >= span.rows || rows.length >= input.size) {
      skip = Math.max(0, skip - span.rows)
      continue
    }
    // A page of at most 200 rows lies in one chunk of 500, or two.
    const chunk = await findChunkOfRow(setting, input.id, input.sheet, span.firstRow)
    rows.push(...(chunk?.rows.slice(skip, skip + input.size - rows.length) ?? []))
    skip = 0
  }
  return { rows, total }
}

async function pageOfSome(
  setting: ActionSetting,
  input: ListRows,
): Promise<{ rows: readonly StagedRow[]; total: number }> {
  const { rows: numbers, total } = await numbersOf(setting, input)
  const rows: StagedRow[] = []
  let open: Awaited<ReturnType<typeof findChunkOfRow>>
  for (const number of numbers) {
    // Rows come in order, so each chunk of the page is opened once.
    if (!open || number > open.lastRow) open = await findChunkOfRow(setting, input.id, input.sheet, number)
    const row = open?.rows.find((each) => each.row === number)
    if (row) rows.push(row)
  }
  return { rows, total }
}

function numbersOf(setting: ActionSetting, input: ListRows) {
  if (input.show === 'to-decide') return listRowsToDecide(setting, input.id, input.sheet, input)
  if (input.show === 'refused') return listRowsRefused(setting, input.id, input.sheet, input)
  const severity = input.show === 'all' ? {} : { severity: input.show }
  return listRowsComplained(setting, { batchId: input.id, sheet: input.sheet, ...severity, code: input.code }, input)
}

async function present(
  setting: ActionSetting,
  input: ListRows,
  rows: readonly StagedRow[],
): Promise<readonly StagedRowShape[]> {
  const numbers = rows.map(({ row }) => row)
  const span = { firstRow: Math.min(...numbers), lastRow: Math.max(...numbers) }
  if (numbers.length === 0) return []
  const complaints = Map.groupBy(await listComplaintsOfRows(setting, input.id, input.sheet, numbers), ({ row }) => row)
  const matches = await listMatches(setting, input.id, input.sheet, span)
  const outcomes = new Map(
    (await listOutcomes(setting, input.id, input.sheet, span)).map((outcome) => [outcome.row, outcome]),
  )
  const people = new Map(
    (
      await listPeopleByIds(
        setting,
        matches.map(({ personId }) => personId),
      )
    ).map((person) => [person.id, person]),
  )
  const names = await divisionNames(
    setting,
    [...people.values()].map(({ division }) => division),
  )
  return rows.map((row) => ({
    row: row.row,
    cells: Array.from(row.cells, cellForGrid),
    severity: row.severity,
    complaints: (complaints.get(row.row) ?? []).map(({ column, field, code, severity, say }) => ({
      column,
      field,
      code,
      severity,
      say,
    })),
    repairs: row.repaired.map(({ column, say }) => ({ column, say })),
    matches: matches
      .filter((match) => match.row === row.row)
      .map((match) => presentMatch(match, people.get(match.personId), names)),
    outcome: outcomes.get(row.row)?.outcome ?? null,
    why: outcomes.get(row.row)?.why ?? null,
    personId: outcomes.get(row.row)?.personId ?? null,
  }))
}

function presentMatch(
  match: Awaited<ReturnType<typeof listMatches>>[number],
  person: Person | undefined,
  names: ReadonlyMap<string, string>,
): StagedRowShape['matches'][number] {
  const { personId, band, score } = match
  return {
    personId,
    personName: person?.name ?? '（不在您的管辖范围内）',
    idNumberMasked: person?.idNumber === undefined ? '' : maskIdNumber(person.idNumber),
    divisionName: person === undefined ? '' : (names.get(person.division) ?? person.division),
    band,
    score,
    reasons: match.reasons.map(({ say }) => say),
    decided: match.decided ?? null,
  }
}

/** A cell as the sheet shows it. */
function cellForGrid(cell: Cell | null): string {
  if (cell === null || isBlankCell(cell)) return ''
  if (typeof cell !== 'object') return typeof cell === 'boolean' ? (cell ? '是' : '否') : String(cell)
  return cell !== undefined && 'day' in cell ? dayText(cell.day) : (cell?.error ?? '')
}
