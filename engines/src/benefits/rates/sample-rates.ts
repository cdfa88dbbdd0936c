import type { Rate } from '@dongzhou/terms/rate'
import { baseIndexRates } from './base-indices.ts'
import { careAllowanceRates } from './care-allowance.ts'
import { conditionRates } from './conditions.ts'
import { deathMoneyRates } from './death-money.ts'
import { disabilityPensionRates } from './disability-pension.ts'
import { leavingServiceRates } from './leaving-service.ts'
import { livingSubsidyRates } from './living-subsidies.ts'
import { survivorPensionRates } from './survivor-pension.ts'

/**
 * 样例标准 (sample rates): what the nation published, each row with its source. A figure that was worked out from others, or that
 * nobody has a source for, is in no list of these: such figures are in tests alone.
 */
export const sampleRates: readonly Rate[] = [
  ...disabilityPensionRates,
  ...survivorPensionRates,
  ...livingSubsidyRates,
  ...careAllowanceRates,
  ...deathMoneyRates,
  ...leavingServiceRates,
  ...conditionRates,
  ...baseIndexRates,
]
