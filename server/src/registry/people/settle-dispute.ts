import { disputesOf } from '@dongzhou/engines/registry'
import { Fault } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { recordTrail } from '../../platform/trail.sql.ts'
import { refreshPerson } from './correct-fact.ts'
import { listFactsOf, supersedeFacts } from './facts.sql.ts'
import { loadPersonForChange } from './load-person.ts'

export interface SettleDispute {
  readonly personId: number
  readonly version: number
  readonly keepFactId: number
  readonly because: string
}

/** 裁定不一致: sources disagree, somebody decides which one holds; the others stay readable with the reason. */
export async function settleDispute(
  setting: ActionSetting,
  input: SettleDispute,
): Promise<{ id: number; version: number }> {
  const person = await loadPersonForChange(setting, input)
  const facts = await listFactsOf(setting, [person.id], 'open')
  const dispute = disputesOf(facts).find((each) => each.sides.flat().some(({ id }) => id === input.keepFactId))
  if (!dispute) throw new Fault('registry.nothing-to-settle')
  // The whole other side goes, not only its first fact: those that agree with the kept one stay and go on vouching for it.
  const losers = dispute.sides.filter((side) => side.every(({ id }) => id !== input.keepFactId)).flat()
  await supersedeFacts(
    setting,
    losers.map(({ id }) => id),
    input.because,
  )
  await refreshPerson(setting, person)
  await recordTrail(setting, {
    verb: 'registry.settle-dispute',
    subject: { kind: 'person', id: person.id },
    division: person.division,
    before: { kind: dispute.kind, factIds: dispute.sides.flat().map(({ id }) => id) },
    after: { kept: input.keepFactId },
    purpose: input.because,
  })
  return { id: person.id, version: person.version + 1 }
}
