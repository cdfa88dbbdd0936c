import type { Setting } from '../platform/setting.ts'

/** What a check needs to look: an open transaction over the whole bureau, as the system itself. */
export type Look = Setting & Surroundings

/** What lies outside the database. */
export interface Surroundings {
  /** Where nightly backups are written; undefined where nobody asked for them. */
  readonly backupFolder?: string | undefined
}

/** One thing that is wrong. Ids only: a finding is printed on consoles and kept in logs. */
export interface Finding {
  readonly kind: string
  readonly id: string
  readonly say: string
}

/** 检查项 (check): what may be wrong, why it matters, and what whoever reads it should do. */
export interface Check {
  readonly code: string
  readonly name: string
  /** `error`: figures or files are wrong until it is mended. `warning`: somebody should look at it. */
  readonly severity: 'error' | 'warning'
  readonly why: string
  readonly whatToDo: string
  summary(look: Look): Promise<number>
  rows(look: Look, limit: number): Promise<readonly Finding[]>
}
