import type { Day } from '@dongzhou/terms/day'
import type { Rate } from '@dongzhou/terms/rate'

/** refused: not as it stands. held: only with the reason in writing, which the second person reads. warning: shown to both. */
export type ComplaintWeight = 'refused' | 'held' | 'warning'

/** 存疑 (complaint) about one proposed rate: which row, which field, and one sentence that says where and what to do. */
export interface RateComplaint {
  /** Its place among the proposed rates. */
  readonly row: number
  readonly field: keyof Rate
  readonly weight: ComplaintWeight
  readonly say: string
}

/** How far a figure may go from the one before without being asked about. Where the bureau has entered no line, nothing passes unasked. */
export interface PlausibilityLimits {
  readonly today: Day
  /** A rise of more than so many basis points a year is held: 3000 is 30%. Undefined: every rise is. */
  readonly rise: number | undefined
  /** So many hundredths of the figure before, and more, are refused: a zero too many, or yuan typed as fen. Undefined: every rise is. */
  readonly factor: number | undefined
  /** Rises of one table further than so many basis points from its middle one are shown. Undefined: every difference is. */
  readonly spread: number | undefined
}

/** 标准所在的书: the proposed rates beside those that stand, as every check reads them. */
export interface RatesAtHand {
  readonly proposed: readonly Rate[]
  /** What stands now, samples included, without the rows that the proposed ones replace. */
  readonly known: readonly Rate[]
  readonly limits: PlausibilityLimits
}
