import type { Day } from '@dongzhou/terms/day'
import { findMonth } from '@dongzhou/terms/month'
import { awardByCase } from '../../benefits/index.ts'
import { Fault } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { AnswerReader } from '../procedures/answer-reader.ts'
import type { Effect } from '../procedures/procedure-definition.ts'
import type { CaseInHand } from './load-case.ts'
import { recordDecided } from './record-decided.ts'

/** 决定生效: records the facts that a grant decides, with the case as their source, in the transaction of the decision. */
export async function takeEffect(setting: ActionSetting, { of, procedure }: CaseInHand, decided: Day): Promise<void> {
  const { effect, fields } = procedure
  // Whoever may decide the case may have its decision recorded, whatever else they may write on a person's file.
  const may = new Set([...setting.clerk.may, 'registry.write'] as const)
  const recording = { ...setting, clerk: { ...setting.clerk, may } }
  if (effect.kind === 'award') await award(recording, of, effect, decided)
  if (effect.kind === 'facts')
    await recordDecided(recording, of, effect.decide(new AnswerReader(fields, of.answers), decided))
}

async function award(
  setting: ActionSetting,
  of: CaseInHand['of'],
  effect: Extract<Effect, { kind: 'award' }>,
  decided: Day,
): Promise<void> {
  const from = findMonth(String(of.answers[effect.from] ?? ''))
  const years = effect.years === undefined ? undefined : of.answers[effect.years]
  if (from === undefined) throw new Fault('casework.answers-missing', { answers: [effect.from] })
  await awardByCase(setting, {
    personId: of.personId,
    benefit: effect.benefit,
    approved: decided,
    from,
    caseId: of.id,
    ...(typeof years === 'number' ? { years } : {}),
  })
}
