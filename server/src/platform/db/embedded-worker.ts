import { parentPort, workerData } from 'node:worker_threads'
import { PGlite, type Transaction, types } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import type { EmbeddedReply, EmbeddedRequest, EmbeddedStart } from './embedded-protocol.ts'

// PGlite blocks the thread it runs on: a 2.3 s query stalls the event loop for 2.3 s. Here it stalls nobody.
const start = workerData as EmbeddedStart
const port = parentPort
if (!port) throw new Error('the embedded database runs in a worker thread only')

interface OpenTransaction {
  readonly tx: Transaction
  readonly commit: () => void
  readonly rollback: (reason: Error) => void
}

const open = new Map<number, OpenTransaction>()
const endings = new Map<number, Promise<void>>()

const pglite = await PGlite.create({
  ...(start.folder === undefined ? {} : { dataDir: start.folder }),
  ...(start.image === undefined ? {} : { loadDataDir: new Blob([start.image]) }),
  extensions: { pg_trgm },
  // The same shapes as the pg driver is set to: see database.ts.
  parsers: {
    [types.INT8]: Number,
    [types.DATE]: (text: string) => text,
    [types.NUMERIC]: (text: string) => text,
    [types.BYTEA]: (text: string) => new Uint8Array(Buffer.from(text.slice(2), 'hex')),
  },
  // PGlite's own serialiser writes bytea byte by byte in JavaScript: a third of an import's time.
  serializers: { [types.BYTEA]: (bytes: Uint8Array) => `\\x${Buffer.from(bytes).toString('hex')}` },
})

port.on('message', (request: EmbeddedRequest) => {
  answer(request).then(
    (result) => port.postMessage({ id: request.id, result } satisfies EmbeddedReply),
    (error: unknown) => port.postMessage({ id: request.id, error: describe(error) } satisfies EmbeddedReply),
  )
})
port.postMessage({ id: 0, result: 'up' } satisfies EmbeddedReply)

async function answer(request: EmbeddedRequest): Promise<unknown> {
  switch (request.op) {
    case 'query':
      return runQuery(request)
    case 'exec':
      return (await runnerOf(request.tx).exec(request.sql)).map(({ rows }) => ({ rows }))
    case 'begin':
      return begin(request.id)
    case 'commit':
    case 'rollback':
      return end(request.tx, request.op)
    case 'listen':
      await pglite.listen(request.channel, (payload) => port?.postMessage({ id: request.id, notified: payload }))
      return undefined
    case 'dump':
      return new Uint8Array(await (await pglite.dumpDataDir('none')).arrayBuffer())
    case 'close':
      return pglite.close()
  }
}

async function runQuery(request: Extract<EmbeddedRequest, { op: 'query' }>): Promise<unknown> {
  const { rows, affectedRows, fields } = await runnerOf(request.tx).query(request.sql, [...request.parameters])
  return { rows, affectedRows, fields }
}

function runnerOf(tx: number | undefined): Pick<Transaction, 'query' | 'exec'> {
  if (tx === undefined) return pglite
  const found = open.get(tx)
  if (!found) throw new Error('the transaction has ended')
  return found.tx
}

function begin(id: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const ended: Promise<void> = pglite.transaction(
      (tx) =>
        new Promise<void>((commit, rollback) => {
          open.set(id, { tx, commit, rollback })
          resolve(id)
        }),
    )
    ended.catch(reject)
    endings.set(id, ended)
  })
}

async function end(id: number, how: 'commit' | 'rollback'): Promise<void> {
  const found = open.get(id)
  const ended = endings.get(id)
  open.delete(id)
  endings.delete(id)
  if (!found || !ended) throw new Error('the transaction has ended')
  if (how === 'commit') {
    found.commit()
    await ended
    return
  }
  found.rollback(new Error('rolled back'))
  await ended.catch(() => undefined)
}

// PGlite's own errors print 30 kB of bundled source: only these fields travel.
function describe(error: unknown): NonNullable<EmbeddedReply['error']> {
  const { message, code, detail, constraint, table } = error as Record<string, string | undefined>
  return { message: message ?? 'unknown database error', code, detail, constraint, table }
}
