import type { ProcedureDefinition } from './procedure-definition.ts'
import { disabledVeteran, ratingAsks, ratingAward, ratingFact } from './rating-effect.ts'
import { ratingClocks, ratingFields, ratingPapers, ratingSteps, ratingWithdrawIn } from './rating-steps.ts'
import { natureChoices } from './usual-forms.ts'
import { usualReopening } from './usual-steps.ts'

const groups = {
  retiree: '移交政府安置的军队离休退休干部、退休军士',
  police: '人民警察',
  militia: '预备役人员、民兵、民工',
  other: '其他因公伤残人员',
} as const

/**
 * 残疾等级新办评定: of those who are not rated in service nor make up for it after. The four kinds of cards tell the groups (S96); article 28(3)
 * names the first, for the others 《伤残抚恤管理办法》 is the basis, whose text was
 * not at hand and whose articles the bureau checks. The pension of the regulation is a soldier's:
 * of the other groups the rating alone is recorded. Papers of S91, examination and forms of S24.
 */
export const disabilityNew: ProcedureDefinition = {
  code: 'disability-new',
  version: 1,
  name: '残疾等级新办评定',
  section: 'benefits',
  isRestricted: true,
  isSingle: true,
  basis: ['《军人抚恤优待条例》第二十五条至第二十八条', '《伤残抚恤管理办法》'],
  needs: ['name', 'id-number', 'residence'],
  fields: [{ code: 'group', label: '人员类别', kind: 'choice', choices: groups }, ...ratingFields(natureChoices)],
  documents: ratingPapers(
    { code: 'employer', name: '所在单位审查意见', copies: 1, isOriginal: true },
    { code: 'event', name: '致残经过证明', copies: 1, isOriginal: true },
    { code: 'record', name: '就诊病历及医疗诊断证明', copies: 1, isOriginal: false },
  ),
  first: 'apply',
  steps: ratingSteps,
  clocks: ratingClocks,
  withdrawIn: ratingWithdrawIn,
  reopen: usualReopening,
  effect: {
    kind: 'facts',
    asks: ['group', ...ratingAsks],
    decide: (answers) =>
      answers.choice('group', groups) === 'retiree'
        ? { records: [ratingFact(answers), disabledVeteran(answers)], award: ratingAward(answers) }
        : { records: [ratingFact(answers)] },
  },
}
