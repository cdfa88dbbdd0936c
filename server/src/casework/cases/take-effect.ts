import type { Day } from '@dongzhou/terms/day'
import { findMonth } from '@dongzhou/terms/month'
import { awardByCase } from '../../benefits/index.ts'
import { Fault } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import type { CaseInHand } from './load-case.ts'

/** 决定生效: records the facts that a grant decides, with the case as their source, in the transaction of the decision. */
export async function takeEffect(setting: ActionSetting, { of, procedure }: CaseInHand, decided: Day): Promise<void> {
  const { effect } = procedure
  if (effect.kind === 'none') return
  const from = findMonth(String(of.answers[effect.from] ?? ''))
  const years = effect.years === undefined ? undefined : of.answers[effect.years]
  if (from === undefined) throw new Fault('casework.answers-missing', { answers: [effect.from] })
  // Whoever may decide the case may have its decision recorded, whatever else they may write on a person's file.
  const may = new Set([...setting.clerk.may, 'registry.write'] as const)
  await awardByCase(
    { ...setting, clerk: { ...setting.clerk, may } },
    {
      personId: of.personId,
      benefit: effect.benefit,
      approved: decided,
      from,
      caseId: of.id,
      ...(typeof years === 'number' ? { years } : {}),
    },
  )
}
