import type { DatedTo } from '@dongzhou/terms/day'
import type { DivisionCode } from '@dongzhou/terms/division'
import type { Sex } from '@dongzhou/terms/id-number'
import type { ReasonCode } from './weights.ts'

/** 比对记录 (link record): what is known of somebody for asking who it is. `syllables` come from the registry's name keys. */
export interface LinkRecord {
  readonly name: string
  readonly syllables: readonly string[]
  readonly idNumber?: string | undefined
  readonly born?: DatedTo | undefined
  readonly sex?: Sex | undefined
  readonly divisionCode?: DivisionCode | undefined
  readonly phones: readonly string[]
  readonly enlisted?: DatedTo | undefined
  readonly relatives?: readonly string[] | undefined
}

/** 比对结论的档次 (band): same = one person; likely and possible wait for a clerk; different is not shown. */
export type Band = 'same' | 'likely' | 'possible' | 'different'

/** 理由 (reason): one thing that speaks for or against, in words. It holds no name, number or phone, so it may be kept in clear. */
export interface Reason {
  readonly code: ReasonCode
  readonly weight: number
  readonly say: string
}

/** 比对结果 (likeness): the score from 0 to 100, its band, and every reason that made it. */
export interface Likeness {
  readonly score: number
  readonly band: Band
  readonly reasons: readonly Reason[]
}
