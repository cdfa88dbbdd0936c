import type { HealthCode } from '@dongzhou/contract/integrity'
import type { RawBuilder } from 'kysely'
import type { Setting } from '../../platform/setting.ts'

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
  rows(setting: Pick<Setting, 'today'>): RawBuilder<Ailment>
  say(row: Pick<Ailment, 'benefit' | 'on'>): string
}
