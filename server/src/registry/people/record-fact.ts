import type { FactDraft } from '@dongzhou/contract/fact-draft'
import { Fault } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { factsOfClerk } from './fact-draft.ts'
import { loadPersonForChange } from './load-person.ts'
import { recordPeople } from './record-people.ts'

export interface RecordFact {
  readonly personId: number
  readonly version: number
  readonly fact: FactDraft
  readonly note: string
}

/** 登记事实: adds what a clerk learnt. What contradicts a value on file stands beside it until somebody settles it. */
export async function recordFact(setting: ActionSetting, input: RecordFact): Promise<{ id: number; version: number }> {
  const person = await loadPersonForChange(setting, input)
  const facts = factsOfClerk([input.fact], input.note)
  const [recorded] = await recordPeople(setting, 'registry.record-fact', [{ personId: person.id, facts }])
  if (!recorded || recorded.added.length + recorded.disagreeing.length === 0)
    throw new Fault('platform.nothing-changed')
  return { id: person.id, version: person.version + 1 }
}
