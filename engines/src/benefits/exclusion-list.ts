import type { Benefit } from '@dongzhou/terms/benefit'
import { day } from '@dongzhou/terms/day'
import type { Exclusion } from './exclusions.ts'
import type { Article } from './laws.ts'

/** 国家定期抚恤补助: what the state pays regularly by law, beside which the rural veterans' subsidy is not paid. */
export const regularBenefits = [
  'disability-pension',
  'survivor-pension',
  'demobilised-subsidy',
  'ill-returned-subsidy',
  'war-participant-subsidy',
  'nuclear-test-subsidy',
  'martyr-child-subsidy',
] as const satisfies readonly Benefit[]

const notice: Article = { law: 'rural-veterans-notice-2011', article: '' }

/**
 * 兼得矩阵, as far as a national document says it: one row, for the rural veterans' subsidy. Nothing else is written down nationally;
 * every other pair is the county's, entered with its document.
 */
export const nationalExclusions: readonly Exclusion[] = regularBenefits.map((other) => ({
  benefit: 'rural-veteran-subsidy',
  other,
  way: 'exclude',
  document: '民发〔2011〕110号',
  article: notice,
  validFrom: day('2011-08-01'),
}))
