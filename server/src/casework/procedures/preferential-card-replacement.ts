import {
  bankField,
  exclusionField,
  handingField,
  preferentialCardClocks,
  preferentialCardSteps,
  preferentialCardWithdrawIn,
} from './preferential-card-steps.ts'
import type { ProcedureDefinition } from './procedure-definition.ts'
import { identityCard } from './usual-forms.ts'
import { usualReopening } from './usual-steps.ts'

/**
 * 优待证更换、补领 at the station: changed face data, province or kind, loss, and whatever else is not the bank's; a card that is worn or
 * cannot be read goes to the bank (S29). A lost card is first reported to the bank, and void once the replacement is accepted (S101); free but for
 * what the bank charges for loss (S102): published answers, not a text of the law.
 */
export const preferentialCardReplacement: ProcedureDefinition = {
  code: 'preferential-card-replacement',
  version: 1,
  name: '优待证更换、补领',
  section: 'service-centre',
  isRestricted: true,
  isSingle: true,
  basis: ['《退役军人保障法》第十五条'],
  needs: ['name', 'id-number', 'residence', 'identity'],
  fields: [
    {
      code: 'reason',
      label: '办理原因',
      kind: 'choice',
      choices: {
        face: '照片、卡面信息变更',
        province: '跨省迁移',
        kind: '优待证种类变更',
        lost: '遗失补领',
        other: '其他（卡片损毁、无法读取的请到合作银行办理）',
      },
    },
    {
      code: 'reported-lost',
      label: '是否已向银行挂失',
      kind: 'yes-no',
      isOptional: true,
      help: '遗失的须先挂失；临时挂失5至15日自动失效，请办理正式挂失。',
    },
    bankField,
    exclusionField,
    { code: 'old-card', label: '旧卡是否已收回', kind: 'yes-no', askedAt: 'hand-out' },
    handingField,
  ],
  documents: [
    identityCard,
    { code: 'photo', name: '符合要求的免冠照片', copies: 1, isOriginal: true },
    { code: 'change', name: '信息变更证明', copies: 1, isOriginal: false, isOptional: true },
  ],
  first: 'apply',
  steps: preferentialCardSteps,
  clocks: preferentialCardClocks,
  withdrawIn: preferentialCardWithdrawIn,
  reopen: usualReopening,
  effect: { kind: 'none' },
}
