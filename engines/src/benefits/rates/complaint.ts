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

/** How far a figure may go from the one before without being asked about. */
export interface PlausibilityLimits {
  readonly today: Day
  /** A rise of more than so many basis points a year is held: 3000 is 30%. */
  readonly rise: number
  /** So many times the figure before, and more, is refused: a zero too many, or yuan typed as fen. */
  readonly factor: number
  /** Rises of one table further than so many basis points from its middle one are shown. */
  readonly spread: number
}

/** What a bureau begins with. */
export const usualLimits: Omit<PlausibilityLimits, 'today'> = { rise: 3000, factor: 10, spread: 300 }

/** 标准所在的书: the proposed rates beside those that stand, as every check reads them. */
export interface RatesAtHand {
  readonly proposed: readonly Rate[]
  /** What stands now, samples included, without the rows that the proposed ones replace. */
  readonly known: readonly Rate[]
  readonly limits: PlausibilityLimits
}
