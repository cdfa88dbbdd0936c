import type { FactDraft } from '@dongzhou/contract/fact-draft'
import { Fault } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { factsOfClerk } from './fact-draft.ts'
import { findByBlindIndex, holdIdNumbers, indexedTextOf } from './facts.sql.ts'
import { recordPeople } from './record-people.ts'

export interface RegisterPerson {
  readonly facts: readonly FactDraft[]
  readonly note: string
  readonly isSomebodyElse: boolean
}

/** 登记人员: puts somebody new on file. An ID number that is on file already is never a new person. */
export async function registerPerson(
  setting: ActionSetting,
  input: RegisterPerson,
): Promise<{ id: number; version: number }> {
  const facts = factsOfClerk(input.facts, input.note)
  const onFile = await findOnFile(setting, facts)
  if (onFile.length > 0 && !input.isSomebodyElse) throw new Fault('registry.likely-on-file', { personIds: onFile })
  const [recorded] = await recordPeople(setting, 'registry.register-person', [{ personId: undefined, facts }])
  if (!recorded) throw new Fault('platform.nothing-changed')
  return { id: recorded.personId, version: 1 }
}

async function findOnFile(setting: ActionSetting, facts: ReturnType<typeof factsOfClerk>): Promise<readonly number[]> {
  const numbers = facts.flatMap((fact) => {
    const indexed = indexedTextOf(fact)
    return indexed?.kind === 'id-number' ? [indexed.text] : []
  })
  await holdIdNumbers(setting, numbers)
  const indexes = numbers.flatMap((number) => setting.vault.indexes('id-number', number))
  return (await findByBlindIndex(setting.tx, indexes)).map(({ personId }) => personId)
}
