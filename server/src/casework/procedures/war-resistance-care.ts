import type { ProcedureDefinition } from './procedure-definition.ts'
import { applyStep, countyStepTo, countyTask, decisionTo, townStep, townTask, usualReopening } from './usual-steps.ts'

/**
 * 抗战人员关心关爱: a plan for one old fighter, every contact with whom is a step with what was heard. The medal and the visits of 2025 are known
 * from the press, no amounts (S81, S82); how often to call and what to give are the bureau's. Nobody is ranked by it, and it ends when they die,
 * move away or do not want it.
 */
export const warResistanceCare: ProcedureDefinition = {
  code: 'war-resistance-care',
  version: 1,
  name: '抗战人员关心关爱',
  section: 'benefits',
  isRestricted: true,
  isSingle: true,
  basis: ['抗战胜利纪念活动有关通知'],
  needs: ['name', 'residence', 'phone'],
  fields: [
    {
      code: 'group',
      label: '人员类别',
      kind: 'choice',
      choices: { fighter: '健在抗战老战士、老同志', family: '抗战将领或其遗属', other: '其他抗战人员' },
    },
    { code: 'situation', label: '身体、居住和照料情况', kind: 'long-text', askedAt: 'town' },
    { code: 'wishes', label: '本人和家属的愿望', kind: 'long-text', askedAt: 'town' },
    {
      code: 'plan',
      label: '关爱计划',
      kind: 'long-text',
      askedAt: 'county',
      help: '联系人、联系频次、慰问、就医和照料安排。',
    },
    { code: 'contact-person', label: '联系人', kind: 'text', askedAt: 'county' },
    { code: 'medal', label: '纪念章发放情况', kind: 'text', askedAt: 'county', isOptional: true },
  ],
  documents: [
    {
      code: 'proof',
      name: '抗战经历证明',
      copies: 1,
      isOriginal: false,
      isOptional: true,
      help: '档案、证章或者组织证明。',
    },
  ],
  first: 'apply',
  steps: {
    apply: { ...applyStep('town'), name: '登记' },
    town: townStep('镇（街道）走访核实', { pass: 'county', reject: 'county' }),
    county: { ...countyStepTo('decision', 'decision'), name: '制定关爱计划' },
    decision: decisionTo('计划审批', { move: 'send', to: 'contact' }, ['county']),
    contact: townTask('联系走访', [
      { move: 'submit', answer: 'contacted', to: 'contact', because: true },
      { move: 'submit', answer: 'in-need', to: 'response', because: true },
      { move: 'submit', answer: 'plan-outdated', to: 'county', because: true },
      { move: 'finish', to: 'finished', because: true },
    ]),
    response: countyTask('需求办理', [{ move: 'pass', to: 'contact', because: true }]),
  },
  clocks: [],
  withdrawIn: ['apply', 'town', 'county', 'contact', 'response'],
  reopen: [...usualReopening, { from: 'finished', at: 'contact' }],
  effect: { kind: 'none' },
}
