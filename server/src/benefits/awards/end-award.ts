import type { KeptFact } from '@dongzhou/terms/fact'
import { addMonths, type Month, monthOf, monthSpan } from '@dongzhou/terms/month'
import { Fault, requireMay } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { loadPeopleForChange, recordPeople, supersedeFacts } from '../../registry/index.ts'
import { awardFacts, listBeneficiariesOf } from '../entitlement/people.ts'
import { mayDecideAward } from '../policy.ts'
import { screenNow } from '../screening/follow-changes.ts'

export interface EndAward {
  readonly personId: number
  readonly version: number
  readonly factId: number
  readonly lastMonth: Month
  readonly document: string
  readonly because: string
}

/**
 * 终止待遇: the decision is superseded by itself with an end, so what was paid until then stays explained. Whatever was paid after the
 * last month comes back by settlement.
 */
export async function endAward(
  setting: ActionSetting,
  input: EndAward,
): Promise<{ id: number; version: number; factId: number }> {
  const [person] = await loadPeopleForChange(setting, [{ id: input.personId, version: input.version }])
  if (!person) throw new Fault('registry.person-not-found')
  requireMay(mayDecideAward(setting.clerk, person))
  const [beneficiary] = await listBeneficiariesOf(setting, [person.id])
  const told = awardFacts(beneficiary?.kept ?? [])
  const ended = told.find(({ id }) => id === input.factId)
  if (!ended) throw new Fault('benefits.award-not-found')
  requireEndable(ended, input.lastMonth)
  // Two ledgers may have told the same decision: left open, the other one would go on paying.
  const same = told.filter((fact) => isSameDecision(fact, ended))
  await supersedeFacts(
    setting,
    same.map(({ id }) => id),
    input.because,
  )
  const validTo = monthSpan(addMonths(input.lastMonth, 1)).from
  const source = { kind: 'clerk', note: `${input.document}：${input.because}` } as const
  const { id: _, recordedAt: __, supersededAt: ___, ...fact } = ended
  const facts = [{ ...fact, validTo, source }]
  const [recorded] = await recordPeople(setting, 'benefits.end-award', [{ personId: person.id, facts }], input.because)
  if (!recorded || recorded.added.length === 0) throw new Fault('platform.nothing-changed')
  await screenNow(setting, [person.id])
  return { id: person.id, version: person.version + 1, factId: await endedFact(setting, input, validTo) }
}

function requireEndable(award: KeptFact<'award'>, lastMonth: Month): void {
  if (award.validTo !== undefined) throw new Fault('benefits.award-ended-already', { validTo: award.validTo })
  // One month before it begins says that it never paid.
  const begins = monthOf(award.validFrom ?? award.value.approved)
  if (lastMonth < begins - 1) throw new Fault('benefits.award-ends-before-it-begins')
}

function isSameDecision(one: KeptFact<'award'>, other: KeptFact<'award'>): boolean {
  return (
    one.value.benefit === other.value.benefit &&
    one.value.approved === other.value.approved &&
    one.validTo === undefined
  )
}

async function endedFact(setting: ActionSetting, { personId }: EndAward, validTo: string): Promise<number> {
  const [person] = await listBeneficiariesOf(setting, [personId])
  const found = awardFacts(person?.kept ?? []).findLast((fact) => fact.validTo === validTo)
  if (!found) throw new Fault('platform.nothing-changed')
  return found.id
}
