import type { HealthCode } from '@dongzhou/contract/integrity'
import type { Day } from '@dongzhou/terms/day'
import type { RawBuilder } from 'kysely'

/** One record that is wrong, as every check of people and money finds it. */
export interface Ailment {
  readonly id: number
  readonly person_id: number
  readonly division_code: string
  /** Which benefit, or ''. */
  readonly benefit: string
  /** A day or a month (since January of the year 0), or null: what the sentence of the check needs. */
  readonly on: string | number | null
}

/** What the checks stand on besides the records: the same that a run stands on. */
export interface HealthGround {
  readonly today: Day
  /** In a demonstration bureau shipped samples count; nowhere else. */
  readonly isDemo: boolean
  /** Whoever was not confirmed since this day is overdue. */
  readonly confirmedSince: Day
  /** Every file that was merged, with the one it is part of now. */
  readonly merged: ReadonlyMap<number, number>
}

/**
 * 数据健康项: a check of people and money that a clerk can mend, asked within the clerk's own places as things stand at this moment. Counting
 * by town and listing are the same for all: a check brings its rows, `(id, person_id, division_code, benefit, "on")`.
 */
export interface HealthCheck {
  readonly code: HealthCode
  readonly name: string
  /** `error`: money is paid that is not owed. `warning`: somebody should look before it is. */
  readonly severity: 'error' | 'warning'
  readonly why: string
  readonly whatToDo: string
  rows(ground: HealthGround): RawBuilder<Ailment>
  say(row: Pick<Ailment, 'benefit' | 'on'>): string
}
