import type { Day } from '@dongzhou/terms/day'
import type { Clerk } from './clerk.ts'
import type { Tx } from './db/database.ts'
import type { Files } from './files/index.ts'
import type { Vault } from './vault/index.ts'

/** 局 (bureau): whose schema the transaction is in. */
export interface Bureau {
  readonly code: string
  readonly name: string
  readonly schema: string
  readonly isDemo: boolean
}

/**
 * What every action and question is handed, and all it may know of the world: an open transaction inside the clerk's
 * scope, who acts, when, and the tools that need keys or storage. Nothing in a room reaches for a clock or a global.
 */
export interface Setting {
  readonly tx: Tx
  readonly bureau: Bureau
  readonly clerk: Clerk
  readonly now: Date
  readonly today: Day
  readonly vault: Vault
  readonly files: Files
  /** The action this happens in; a question has none. */
  readonly actionId: string | undefined
  readonly secondFactor: 'on' | 'off' | 'required'
  /** Starts a piece of long work when, and only when, this transaction commits. Returns its id. */
  readonly startJob: (job: JobOrder) => Promise<string>
  /** Hands a job that is on record to a worker once more, when this transaction commits. */
  readonly wakeJob: (id: string) => Promise<void>
}

export interface JobOrder {
  readonly kind: string
  /** Shown to the person who waits for it; names no veteran. */
  readonly title: string
  readonly payload: Readonly<Record<string, unknown>>
  readonly total?: number
}

/** The setting of an action: the action id is certain. */
export type ActionSetting = Setting & { readonly actionId: string }
