import { project } from '@dongzhou/engines/registry'
import { withdrawPairsOf } from '../linkage/index.ts'
import type { ActionSetting } from '../platform/setting.ts'
import { recordTrails } from '../platform/trail.sql.ts'
import {
  listFactsOf,
  listPeopleByIds,
  markWithdrawn,
  type Person,
  type PersonFact,
  refreshPerson,
  supersedeFacts,
} from '../registry/index.ts'
import type { KeptOutcome } from './outcomes.sql.ts'
import type { Withdrawing } from './withdraw-rows.ts'

/**
 * Takes back the facts a batch brought about people. Somebody only this batch had told of is hidden from lists; what
 * others told stays. A name or place on which later facts depend stays too, and its row says so.
 */
export async function withdrawPeople(
  setting: ActionSetting,
  { batch, rows, because }: Withdrawing,
): Promise<readonly KeptOutcome[]> {
  const ids = [...new Set(rows.flatMap(({ personId }) => (personId === undefined ? [] : [personId])))]
  const people = await listPeopleByIds(setting, ids)
  const facts = Map.groupBy(await listFactsOf(setting, ids, 'open'), ({ personId }) => personId)
  const verdicts = new Map(
    people.map((person) => [person.id, judge(setting, batch.id, person, facts.get(person.id) ?? [])]),
  )
  await supersedeFacts(
    setting,
    [...verdicts.values()].flatMap(({ goes }) => goes.map(({ id }) => id)),
    `撤回导入批次：${because}`,
  )
  const hidden = people.filter(({ id }) => verdicts.get(id)?.isHidden)
  const hiddenIds = hidden.map(({ id }) => id)
  await markWithdrawn(setting, hiddenIds)
  await withdrawPairsOf(setting, hiddenIds, `撤回导入批次：${because}`)
  for (const person of people) {
    const verdict = verdicts.get(person.id)
    // Only people who stay are projected anew: those are the few whom other sources know too.
    if (verdict && !verdict.isHidden && verdict.goes.length > 0) await refreshPerson(setting, person)
  }
  await recordTrails(
    setting,
    people.map((person) => trailOf(person, verdicts.get(person.id), because)),
  )
  return rows.map((row) => outcomeOf(row, row.personId === undefined ? undefined : verdicts.get(row.personId)))
}

interface Verdict {
  readonly goes: readonly PersonFact[]
  readonly isHidden: boolean
  readonly why: string | undefined
}

function judge(setting: ActionSetting, batchId: string, person: Person, open: readonly PersonFact[]): Verdict {
  if (person.mergedInto !== undefined)
    return { goes: [], isHidden: false, why: '该档案已并入另一人，请先拆分后再撤回。' }
  const brought = open.filter(({ source }) => source.kind === 'ledger' && source.batchId === batchId)
  const derived = brought.some(({ kind }) => kind === 'id-number') ? open.filter(isFromIdNumber) : []
  const goes = new Set([...brought, ...derived])
  const stays = open.filter((fact) => !goes.has(fact))
  if (stays.length === 0) return { goes: [...goes], isHidden: true, why: undefined }
  const after = project(stays, setting.today)
  if (after.name !== undefined && after.divisionCode !== undefined)
    return { goes: [...goes], isHidden: false, why: undefined }
  const needed = new Set(brought.filter(({ kind }) => kind === 'name' || kind === 'residence'))
  return {
    goes: [...goes].filter((fact) => !needed.has(fact)),
    isHidden: false,
    why: '该人员之后有其他登记，姓名和居住地保留，其余项目已撤回。',
  }
}

function isFromIdNumber({ source }: PersonFact): boolean {
  return source.kind === 'derived' && source.from === 'id-number'
}

function outcomeOf(row: KeptOutcome, verdict: Verdict | undefined): KeptOutcome {
  if (!verdict) return { ...row, outcome: 'kept', why: '该人员不在您的管辖范围内，未撤回。' }
  return { ...row, outcome: verdict.why === undefined ? 'withdrawn' : 'kept', why: verdict.why }
}

function trailOf(person: Person, verdict: Verdict | undefined, because: string) {
  return {
    verb: 'intake.withdraw-batch',
    subject: { kind: 'person', id: person.id },
    division: person.division,
    after: { kinds: verdict?.goes.map(({ kind }) => kind) ?? [], isHidden: verdict?.isHidden ?? false },
    purpose: because,
  }
}
