import type { Benefit } from '@dongzhou/terms/benefit'
import type { Rule } from './rule.ts'
import { careAllowance } from './rules/care-allowance.ts'
import { conscriptFamilyAllowance } from './rules/conscript-family-allowance.ts'
import { continuedPay } from './rules/continued-pay.ts'
import { deathLumpSum } from './rules/death-lump-sum.ts'
import { demobilisedSubsidy } from './rules/demobilised-subsidy.ts'
import { disabilityPension } from './rules/disability-pension.ts'
import { dischargeLocalSubsidy } from './rules/discharge-local-subsidy.ts'
import { dischargePay } from './rules/discharge-pay.ts'
import { illReturnedSubsidy } from './rules/ill-returned-subsidy.ts'
import { loneSupplement } from './rules/lone-supplement.ts'
import { martyrChildSubsidy } from './rules/martyr-child-subsidy.ts'
import { martyrPraiseMoney } from './rules/martyr-praise-money.ts'
import { meritNewsMoney } from './rules/merit-news-money.ts'
import { nuclearTestSubsidy } from './rules/nuclear-test-subsidy.ts'
import { placementWaitSubsidy } from './rules/placement-wait-subsidy.ts'
import { ruralVeteranSubsidy } from './rules/rural-veteran-subsidy.ts'
import { survivorPension } from './rules/survivor-pension.ts'
import { warParticipantSubsidy } from './rules/war-participant-subsidy.ts'

/** 规则库: every rule there is, in the order of the bureau's ledgers. Adding a rule is its file, its test and its line here. */
export const ruleList: readonly Rule[] = [
  disabilityPension,
  careAllowance,
  survivorPension,
  demobilisedSubsidy,
  illReturnedSubsidy,
  warParticipantSubsidy,
  nuclearTestSubsidy,
  ruralVeteranSubsidy,
  martyrChildSubsidy,
  loneSupplement,
  conscriptFamilyAllowance,
  meritNewsMoney,
  martyrPraiseMoney,
  deathLumpSum,
  continuedPay,
  dischargePay,
  dischargeLocalSubsidy,
  placementWaitSubsidy,
]

export function ruleOf(benefit: Benefit): Rule | undefined {
  return ruleList.find((rule) => rule.benefit === benefit)
}
