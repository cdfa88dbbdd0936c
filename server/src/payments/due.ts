import type { Adjustment, Months, Rule } from '@dongzhou/engines/benefits'
import type { AmountSpan, DueSpan } from '@dongzhou/engines/payments'
import type { Benefit } from '@dongzhou/terms/benefit'
import type { Day } from '@dongzhou/terms/day'
import type { DivisionCode } from '@dongzhou/terms/division'
import type { Month } from '@dongzhou/terms/month'
import type { Setting } from '../platform/setting.ts'

/** Whose due is asked for: everybody with an award whose residence lies in the division now. */
export interface DueAsk {
  readonly benefits: readonly Benefit[]
  readonly division: DivisionCode
  readonly months: Months
}

/** A rate that counts in one of the months asked for. */
export interface RateInUse {
  readonly id: number
  readonly benefit: Benefit
  readonly name: string
  readonly validFrom: Day
  readonly isSample: boolean
}

/** Due months with the rates they were worked out by. */
export interface OwedSpan extends DueSpan {
  readonly rateIds: readonly number[]
}

/** 应发: spans by person and benefit, with what they rest on. Months with nothing due are left out. */
export interface Due {
  readonly spans: readonly OwedSpan[]
  readonly rules: ReadonlyMap<Benefit, Pick<Rule, 'version' | 'cadence'>>
  readonly rates: readonly RateInUse[]
  /** 年龄条件 of the rules asked: reaching one explains a change. */
  readonly ages: readonly number[]
  readonly excluded: readonly { readonly one: Benefit; readonly other: Benefit; readonly document: string }[]
}

/** Why due and posted differ for a few people. */
export interface SettleAsk {
  readonly benefits: readonly Benefit[]
  readonly months: Months
  readonly people: readonly number[]
  /** Posted sums with what was known when they were posted. */
  readonly posted: readonly (AmountSpan & { readonly knownAt: Date; readonly version: number })[]
  /** For each file that others were merged into: those others. Their lines stand under their own numbers. */
  readonly merged: ReadonlyMap<number, readonly number[]>
  readonly ranOn: (month: Month) => Date | undefined
}

/** All that payments ask of benefits. */
export interface DueSource {
  due(setting: Setting, ask: DueAsk): Promise<Due>
  settle(setting: Setting, ask: SettleAsk): Promise<ReadonlyMap<number, readonly Adjustment[]>>
  /** Has a rate or an exclusion come to count, or ceased to, since an instant? */
  hasChangedSince(setting: Setting, since: Date): Promise<boolean>
}
