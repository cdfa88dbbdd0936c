import type { FactDraft } from '@dongzhou/contract/fact-draft'
import type { Day } from '@dongzhou/terms/day'
import { type Fact, factKinds } from '@dongzhou/terms/fact'
import { Fault } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { factsOfClerk } from './fact-draft.ts'
import { listFactsOf, recordFacts, supersedeFacts } from './facts.sql.ts'
import { loadPersonForChange } from './load-person.ts'
import type { Person } from './people.sql.ts'
import { recordPeople } from './record-people.ts'

export interface RecordFact {
  readonly personId: number
  readonly version: number
  readonly fact: FactDraft
  readonly note: string
}

/**
 * 登记事实: adds what a clerk learnt. With a day from which it holds, it is a change in life: the value before ends on
 * that day. Without one, what contradicts a value on file stands beside it until somebody settles it.
 */
export async function recordFact(setting: ActionSetting, input: RecordFact): Promise<{ id: number; version: number }> {
  const person = await loadPersonForChange(setting, input)
  const facts = factsOfClerk([input.fact], input.note)
  if (input.fact.validFrom !== undefined) await endEarlier(setting, person, input.fact.kind, input.fact.validFrom)
  const [recorded] = await recordPeople(setting, 'registry.record-fact', [{ personId: person.id, facts }])
  if (!recorded || recorded.added.length + recorded.disagreeing.length === 0)
    throw new Fault('platform.nothing-changed')
  return { id: person.id, version: person.version + 1 }
}

/** Moving house is no contradiction: the earlier value is superseded by itself with an end, so both times stay readable. */
async function endEarlier(setting: ActionSetting, person: Person, kind: Fact['kind'], on: Day): Promise<void> {
  if (factKinds[kind].holds !== 'single') return
  const open = await listFactsOf(setting, [person.id], 'open')
  const earlier = open.filter((fact) => fact.kind === kind && fact.validTo === undefined && (fact.validFrom ?? '') < on)
  await supersedeFacts(
    setting,
    earlier.map(({ id }) => id),
    `自${on}起变更`,
  )
  await recordFacts(
    setting,
    earlier.map((fact) => ({ personId: person.id, division: person.division, fact: { ...fact, validTo: on } })),
  )
}
