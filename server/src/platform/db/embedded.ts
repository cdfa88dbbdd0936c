import { Worker } from 'node:worker_threads'
import type { EmbeddedReply, EmbeddedRequest, EmbeddedStart } from './embedded-protocol.ts'

export interface QueryResult<Row> {
  readonly rows: Row[]
  readonly affectedRows?: number
  readonly fields: { readonly name: string; readonly dataTypeID: number }[]
}

export interface EmbeddedTransaction {
  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<QueryResult<Row>>
  exec(sql: string): Promise<{ rows: never[] }[]>
  rollback(): Promise<void>
}

type Ask = EmbeddedRequest extends infer R ? (R extends { id: number } ? Omit<R, 'id'> : never) : never

/**
 * The embedded database as seen from the main thread: the subset of PGlite that Kysely and pg-boss use, answered by a
 * worker thread. One connection: transactions wait for each other, so a query outside a transaction, awaited inside
 * one, never comes back. Rooms only ever hold the transaction of their setting.
 */
export class Embedded {
  readonly waitReady: Promise<void>
  ready = false
  closed = false
  readonly #worker: Worker
  readonly #waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  readonly #listeners = new Map<number, (payload: string) => void>()
  #lastId = 0

  constructor(start: EmbeddedStart) {
    this.#worker = new Worker(new URL('./embedded-worker.ts', import.meta.url), { workerData: start })
    this.waitReady = new Promise((resolve, reject) => {
      this.#waiting.set(0, { resolve: () => resolve(this.#becomeReady()), reject })
    })
    this.waitReady.catch(() => undefined)
    this.#worker.on('message', (reply: EmbeddedReply) => this.#receive(reply))
    this.#worker.on('error', (error: Error) => this.#failAll(error))
    this.#worker.on('exit', () => this.#failAll(new Error('the embedded database has stopped')))
  }

  query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<QueryResult<Row>> {
    return this.#ask({ op: 'query', sql, parameters })
  }

  exec(sql: string): Promise<{ rows: never[] }[]> {
    return this.#ask({ op: 'exec', sql })
  }

  async transaction<T>(work: (tx: EmbeddedTransaction) => Promise<T>): Promise<T> {
    const tx = await this.#ask<number>({ op: 'begin' })
    const handle: EmbeddedTransaction = {
      query: (sql, parameters = []) => this.#ask({ op: 'query', sql, parameters, tx }),
      exec: (sql) => this.#ask({ op: 'exec', sql, tx }),
      rollback: () => this.#ask({ op: 'rollback', tx }),
    }
    const result = await work(handle).catch(async (error: unknown) => {
      await this.#ask({ op: 'rollback', tx }).catch(() => undefined)
      throw error
    })
    await this.#ask({ op: 'commit', tx })
    return result
  }

  async listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>> {
    const id = this.#nextId()
    this.#listeners.set(id, heard)
    await this.#send({ id, op: 'listen', channel })
    return async () => {
      this.#listeners.delete(id)
    }
  }

  /** An uncompressed image of the data directory; a test template is loaded from it in 0.7 s. */
  dump(): Promise<Uint8Array<ArrayBuffer>> {
    return this.#ask({ op: 'dump' })
  }

  async close(): Promise<void> {
    if (this.closed) return
    this.closed = true
    await this.#ask({ op: 'close' })
    await this.#worker.terminate()
  }

  #becomeReady(): void {
    this.ready = true
  }

  #nextId(): number {
    this.#lastId += 1
    return this.#lastId
  }

  #ask<T>(ask: Ask): Promise<T> {
    return this.#send({ ...ask, id: this.#nextId() } as EmbeddedRequest) as Promise<T>
  }

  #send(request: EmbeddedRequest): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.#waiting.set(request.id, { resolve, reject })
      this.#worker.postMessage(request)
    })
  }

  #receive(reply: EmbeddedReply): void {
    if (reply.notified !== undefined) {
      this.#listeners.get(reply.id)?.(reply.notified)
      return
    }
    const waiting = this.#waiting.get(reply.id)
    this.#waiting.delete(reply.id)
    if (reply.error) waiting?.reject(Object.assign(new Error(reply.error.message), reply.error))
    else waiting?.resolve(reply.result)
  }

  #failAll(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error)
    this.#waiting.clear()
  }
}
