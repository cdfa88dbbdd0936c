import type { ProcedureDefinition } from './procedure-definition.ts'
import { householdBook, identityCard, writtenApplication } from './usual-forms.ts'
import {
  answered,
  answeredBecause,
  applyStep,
  checkedAfter,
  countyStepTo,
  countyTask,
  decisionTo,
  outsideStep,
  townStep,
  usualReopening,
} from './usual-steps.ts'

/**
 * 残疾抚恤关系转出 to another county. No article at hand covers it (军人抚恤优待条例 art. 30 is about leaving the army): by the paper that goes
 * along, which names the month paid through. Nothing ends before the receiving county has taken the person on, so that no month is lost
 * between two counties. The decisions on pension and care allowance end with that month; the residence follows by itself when it is known.
 */
export const benefitMoveOut: ProcedureDefinition = {
  code: 'benefit-move-out',
  version: 1,
  name: '残疾抚恤关系转出',
  section: 'benefits',
  isRestricted: true,
  isSingle: true,
  basis: ['《军人抚恤优待条例》'],
  needs: ['name', 'id-number', 'residence', 'disability'],
  fields: [
    { code: 'to', label: '迁入地退役军人工作主管部门', kind: 'text' },
    { code: 'moved', label: '户籍迁出日期', kind: 'day' },
    {
      code: 'paid-through',
      label: '抚恤金发至月份',
      kind: 'month',
      askedAt: 'closing',
      help: '与迁入地接收的起发月份衔接。',
    },
    { code: 'document', label: '转移证明编号', kind: 'text', askedAt: 'county' },
  ],
  documents: [
    identityCard,
    householdBook,
    writtenApplication,
    { code: 'card', name: '残疾军人证复印件', copies: 1, isOriginal: false },
    { code: 'accepted', name: '迁入地接收函', copies: 1, isOriginal: true, isOptional: true },
  ],
  first: 'apply',
  steps: {
    apply: applyStep('town'),
    town: townStep('镇（街道）审核', { pass: 'county', reject: 'county' }),
    county: countyStepTo('submission', 'submission'),
    submission: decisionTo('县级审批转出', { move: 'send', to: 'receiver' }, ['county']),
    receiver: outsideStep('迁入地接收', [
      answered('accepted', 'closing'),
      answeredBecause('refused', 'refused'),
      answeredBecause('returned', 'county'),
    ]),
    closing: countyTask('核对停发月份', [{ move: 'pass', to: 'confirmation' }]),
    confirmation: checkedAfter('closing'),
  },
  clocks: [],
  withdrawIn: ['apply', 'town', 'county', 'receiver'],
  reopen: usualReopening,
  effect: {
    kind: 'facts',
    asks: ['paid-through'],
    decide: (answers) => {
      const through = answers.month('paid-through')
      return {
        records: [],
        ends: [
          { benefit: 'disability-pension', through },
          { benefit: 'care-allowance', through },
        ],
      }
    },
  },
}
