/** How the worker is started: on a folder, or in memory from an image of a data directory (tests). */
export interface EmbeddedStart {
  readonly folder: string | undefined
  readonly image: Uint8Array<ArrayBuffer> | undefined
}

/** What the main thread asks of the worker. `tx` names an open transaction; without it the call stands alone. */
export type EmbeddedRequest =
  | {
      readonly id: number
      readonly op: 'query'
      readonly sql: string
      readonly parameters: readonly unknown[]
      readonly tx?: number | undefined
    }
  | { readonly id: number; readonly op: 'exec'; readonly sql: string; readonly tx?: number | undefined }
  | { readonly id: number; readonly op: 'begin' | 'dump' | 'close' }
  | { readonly id: number; readonly op: 'commit' | 'rollback'; readonly tx: number }
  | { readonly id: number; readonly op: 'listen'; readonly channel: string }

export interface EmbeddedReply {
  readonly id: number
  readonly result?: unknown
  readonly notified?: string
  readonly error?: {
    readonly message: string
    readonly code: string | undefined
    readonly detail: string | undefined
    readonly constraint: string | undefined
    readonly table: string | undefined
  }
}
