import type { Benefit } from '@dongzhou/terms/benefit'
import type { Rule } from './rule.ts'
import { disabilityPension } from './rules/disability-pension.ts'

/** 规则库: every rule there is, in the order of the bureau's ledgers. Adding a rule is its file, its test and its line here. */
export const ruleList: readonly Rule[] = [disabilityPension]

export function ruleOf(benefit: Benefit): Rule | undefined {
  return ruleList.find((rule) => rule.benefit === benefit)
}
