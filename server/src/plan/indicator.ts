import type { Day } from '@dongzhou/terms/day'
import {
  type IndicatorCode,
  type IndicatorRow,
  type IndicatorState,
  indicatorCode,
  type Unit,
} from '@dongzhou/terms/indicator'
import type { Authority } from '@dongzhou/terms/role'
import type { RawBuilder } from 'kysely'
import type { Setting } from '../platform/setting.ts'

/** 起止日期, both inclusive. */
export interface Range {
  readonly from: Day
  readonly to: Day
}

/** The one relation behind an indicator: its figure is the sum of the amounts, its drill-down the rows themselves. */
export type Relation = (setting: Setting, range: Range) => RawBuilder<IndicatorRow> | Promise<RawBuilder<IndicatorRow>>

interface IndicatorTerm {
  readonly code: IndicatorCode
  readonly name: string
  readonly unit: Unit
  readonly programme: string
  /** 口径: the query in words. */
  readonly query: string
  readonly state: IndicatorState
}

export interface LiveIndicator extends IndicatorTerm {
  readonly state: 'live'
  /**
   * `flow` happens over the span and goes on at its pace; `stock` stands on the last day; `plan` is what the plan says,
   * and is set against no target.
   */
  readonly counts: 'flow' | 'stock' | 'plan'
  /** `one`: a row counts one. `many`: a row brings an amount (person-times, visits), and few rows foretell nothing. */
  readonly amount: 'one' | 'many'
  /** The authority over the room that keeps the rows. */
  readonly may: Authority
  readonly relation: Relation
}

export interface ComingIndicator extends IndicatorTerm {
  readonly state: 'room-not-built'
  /** The room that will bring the rows, in Chinese. */
  readonly room: string
}

/** 指标 (indicator): one named query that yields rows, or the word which room will bring them. */
export type Indicator = LiveIndicator | ComingIndicator

type Spec<I extends Indicator> = Omit<I, 'code' | 'state'> & { readonly code: string }

/** An indicator whose rows are kept: its figure is the sum of what the relation yields, and nothing else. */
export function live(spec: Spec<LiveIndicator>): LiveIndicator {
  return { ...spec, code: indicatorCode(spec.code), state: 'live' }
}

/** An indicator whose room does not exist yet: it shows no figure, and never a nought. */
export function comingWith(spec: Spec<ComingIndicator>): ComingIndicator {
  return { ...spec, code: indicatorCode(spec.code), state: 'room-not-built' }
}
