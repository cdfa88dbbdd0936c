import type { Day } from '@dongzhou/terms/day'
import { haimen2025 } from './haimen-2025.ts'

/** 年度计划 (plan of a year) as it was written; what was decided later stands in the table of targets. */
export interface YearPlan {
  readonly year: number
  readonly title: string
  readonly targets: readonly PlannedTarget[]
  readonly series: readonly PlannedSeries[]
}

/** 目标 (target): what an indicator should reach, within which days, and where that is written. */
export interface PlannedTarget {
  /** The row's number in the plan: it stays when rows are added. */
  readonly row: number
  readonly indicator: string
  readonly target: number
  readonly from: Day
  readonly to: Day
  readonly document: string
}

/** A series that the plan names, with the names ledgers give to it. */
export interface PlannedSeries {
  readonly programme: string
  readonly title: string
  readonly aliases: readonly string[]
  /** The indicator whose target is the number of events of this series. */
  readonly plannedBy: string | undefined
}

const plans: readonly YearPlan[] = [haimen2025]

/** The plan of a year; undefined where none was written. */
export function planOfYear(year: number): YearPlan | undefined {
  return plans.find((plan) => plan.year === year)
}
