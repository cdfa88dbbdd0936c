import type { DeathListView } from '@dongzhou/contract/payments-deaths'
import type { Day } from '@dongzhou/terms/day'
import { mayAnywhere } from '../../platform/clerk.ts'
import { Fault, requireMay } from '../../platform/fault.ts'
import { findFile } from '../../platform/file.sql.ts'
import type { ActionSetting, Setting } from '../../platform/setting.ts'
import { recordTrail } from '../../platform/trail.sql.ts'
import { findByBlindIndex, listPeopleByIds } from '../../registry/index.ts'
import {
  type DeathListOnFile,
  type NewDeathList,
  type NewNotice,
  recordDeathList,
  recordNotices,
} from './deaths.sql.ts'
import { type DeathRow, type ReadDeathList, readDeathList } from './read-death-list.ts'

export interface ImportDeathList {
  readonly fileId: string
  readonly source: string
  readonly receivedOn: Day
}

const SHOWN = 20

/**
 * 导入死亡名单: every row is held against the register. Whoever is on file is named; a row with half a number waits for a clerk, with a
 * sentence; the others mean nobody here and are counted only.
 */
export async function importDeathList(setting: ActionSetting, input: ImportDeathList): Promise<DeathListView> {
  requireMay(mayAnywhere(setting.clerk, 'payments.make'))
  if (input.receivedOn > setting.today) throw new Fault('payments.day-ahead')
  const file = await findFile(setting, input.fileId)
  if (file?.kind !== 'upload' || file.accountId !== setting.clerk.accountId) throw new Fault('payments.file-missing')
  const local = await setting.files.localPath(file.key)
  const read = await readDeathList(local.path, file.name).finally(() => local.dispose())
  const notices = read.kind === 'read' ? await noticesOf(setting, read.rows) : []
  const list = listOf(input, file.name, read, notices)
  const id = await recordDeathList(setting, list)
  await recordNotices(setting, id, notices)
  const { state, rows, matched, held } = list
  await recordTrail(setting, {
    verb: 'payments.import-death-list',
    subject: { kind: 'death-list', id },
    after: { state, rows, matched, held },
  })
  return presentDeathList({ ...list, id, actor: setting.clerk.displayName, at: setting.now })
}

async function noticesOf(setting: Setting, rows: readonly DeathRow[]): Promise<readonly NewNotice[]> {
  const { vault, tx, clerk } = setting
  const readable = rows.filter(({ trouble }) => trouble === undefined)
  const indexesOf = (row: DeathRow) => vault.indexes('id-number', row.idNumber)
  const found = await findByBlindIndex(tx, readable.flatMap(indexesOf))
  const byIndex = new Map(found.filter(({ kind }) => kind === 'id-number').map((one) => [one.index, one.personId]))
  const ids = [...new Set(byIndex.values())]
  const people = new Map((await listPeopleByIds(setting, ids)).map((person) => [person.id, person]))
  return rows.flatMap((row): readonly NewNotice[] => {
    const { trouble, ...rest } = row
    if (trouble !== undefined)
      return [{ ...rest, division: clerk.division, personId: undefined, state: 'held', say: trouble }]
    const person = people.get(
      indexesOf(row)
        .map((index) => byIndex.get(index))
        .find((id) => id !== undefined) ?? 0,
    )
    if (!person) return []
    const say = person.name === row.name ? '' : '姓名与名册不一致，请核对是否同一人。'
    return [{ ...rest, division: person.division, personId: person.id, state: 'matched', say }]
  })
}

function listOf(
  { fileId, source, receivedOn }: ImportDeathList,
  fileName: string,
  read: ReadDeathList,
  notices: readonly NewNotice[],
): NewDeathList {
  const named = { fileId, source, receivedOn, fileName }
  if (read.kind === 'refused') {
    const { where, say } = read
    return { ...named, state: 'refused', rows: 0, matched: 0, unmatched: 0, held: 0, complaints: [{ where, say }] }
  }
  const held = notices.filter(({ state }) => state === 'held')
  const matched = notices.length - held.length
  return {
    ...named,
    state: 'taken',
    rows: read.rows.length,
    matched,
    held: held.length,
    unmatched: read.rows.length - notices.length,
    complaints: held.slice(0, SHOWN).map(({ row, say }) => ({ where: `第 ${row} 行“身份证号”`, say })),
  }
}

export function presentDeathList(list: DeathListOnFile): DeathListView {
  const { id, source, receivedOn, fileName, state, rows, matched, unmatched, held } = list
  return {
    ...{ id, source, receivedOn, fileName, state, rows, matched, unmatched, held },
    complaints: [...list.complaints],
    by: list.actor,
    at: list.at.toISOString(),
  }
}
