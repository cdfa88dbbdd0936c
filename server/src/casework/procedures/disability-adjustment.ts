import { type Day, dayText, findDayOf, partsOf } from '@dongzhou/terms/day'
import type { KeptFact } from '@dongzhou/terms/fact'
import type { ProcedureDefinition } from './procedure-definition.ts'
import { ratingAsks, ratingFact } from './rating-effect.ts'
import { ratingClocks, ratingFields, ratingPapers, ratingSteps, ratingWithdrawIn } from './rating-steps.ts'
import { mentalField, natureChoices } from './usual-forms.ts'
import { usualReopening } from './usual-steps.ts'

/**
 * 残疾等级调整: up or down, where the injured part has plainly changed, a year after the last rating at the earliest (军人抚恤优待条例 art. 29).
 * By the person, the army's medical department or the bureau itself. From which month the changed grade pays is the county's choice among
 * the house rules; the decision on the pension runs on.
 */
export const disabilityAdjustment: ProcedureDefinition = {
  code: 'disability-adjustment',
  version: 1,
  name: '残疾等级调整',
  section: 'benefits',
  isRestricted: true,
  isSingle: true,
  basis: ['《军人抚恤优待条例》第二十八条、第二十九条第三款'],
  needs: ['name', 'id-number', 'residence', 'disability'],
  fields: [
    {
      code: 'proposer',
      label: '提出方',
      kind: 'choice',
      choices: { person: '本人或者监护人申请', army: '军队卫生部门提出', bureau: '退役军人工作主管部门提出' },
    },
    ...ratingFields(natureChoices),
    mentalField('recording'),
  ],
  documents: ratingPapers(
    { code: 'card', name: '残疾证件', copies: 1, isOriginal: true },
    { code: 'record', name: '近期就诊病历及医疗诊断证明', copies: 1, isOriginal: false },
  ),
  first: 'apply',
  steps: ratingSteps,
  clocks: ratingClocks,
  withdrawIn: ratingWithdrawIn,
  reopen: usualReopening,
  hindrances: withinAYear,
  effect: {
    kind: 'facts',
    asks: [...ratingAsks, 'mental'],
    decide: (answers) => ({ records: [ratingFact(answers, answers.isYes('mental'))] }),
  },
}

/** A rating whose day is not on file hinders nothing: the county looks it up. */
function withinAYear(known: readonly KeptFact[], on: Day): readonly string[] {
  const rated = known.flatMap(({ kind, value }) => (kind === 'disability' ? [value.approved] : []))
  const last = rated
    .filter((one) => one !== undefined)
    .toSorted()
    .at(-1)
  const earliest = last && aYearAfter(last)
  if (earliest === undefined || on >= earliest) return []
  return [`上一次评定残疾等级未满1年，${dayText(earliest)}起方可申请调整。`]
}

// A rating of 29 February may be adjusted from 1 March of the next year.
function aYearAfter(on: Day): Day | undefined {
  const { year, month, dayOfMonth } = partsOf(on)
  return findDayOf(year + 1, month, dayOfMonth) ?? findDayOf(year + 1, month + 1, 1)
}
