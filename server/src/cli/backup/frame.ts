import { z } from 'zod'

/** What a backup says of itself: read and judged before anything is written. */
export const BackupHeader = z.object({
  format: z.literal(1),
  madeAt: z.string(),
  bureaus: z.array(z.object({ code: z.string(), name: z.string(), schema: z.string() })).readonly(),
  /** The structure the rows were read from: it must be the structure they are put into. */
  migrations: z.array(z.object({ schema: z.string(), name: z.string(), hash: z.string() })).readonly(),
  /** A sealed word: whoever cannot open it has not the keys that the rows were sealed with. */
  probe: z.string(),
})
export type BackupHeader = z.infer<typeof BackupHeader>

export const TableHead = z.object({ schema: z.string(), table: z.string(), columns: z.array(z.string()).readonly() })
export type TableHead = z.infer<typeof TableHead>

export const FileHead = z.object({ key: z.string(), size: z.number().int().min(0) })
export type FileHead = z.infer<typeof FileHead>

export const BackupEnd = z.object({ rows: z.number().int(), files: z.number().int() })
export type BackupEnd = z.infer<typeof BackupEnd>

/**
 * One piece of a backup, in the order: header; for each table its head and its rows; for each file its head and its bytes; end.
 * Rows are the JSON texts of PostgreSQL, never parsed on the way: a bigint or a numeric would not survive it.
 */
export type Frame =
  | { readonly kind: 'header'; readonly header: BackupHeader }
  | { readonly kind: 'table'; readonly table: TableHead }
  | { readonly kind: 'rows'; readonly lines: readonly string[] }
  | { readonly kind: 'file'; readonly file: FileHead }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'end'; readonly end: BackupEnd }

const MARKS: { readonly [K in Frame['kind']]: string } = {
  header: 'H',
  table: 'T',
  rows: 'R',
  file: 'F',
  bytes: 'B',
  end: 'E',
}
const HEAD_BYTES = 5

/** A frame as bytes: a letter, the length in four bytes, the payload. */
export function encodeFrame(frame: Frame): Buffer {
  const payload = payloadOf(frame)
  const head = Buffer.alloc(HEAD_BYTES)
  head.write(MARKS[frame.kind], 'latin1')
  head.writeUInt32BE(payload.length, 1)
  return Buffer.concat([head, payload])
}

/** Cuts a stream of bytes into its frames again. Throws RangeError on what no backup has. */
export async function* decodeFrames(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Frame> {
  let held = Buffer.alloc(0)
  for await (const chunk of chunks) {
    held = held.length === 0 ? Buffer.from(chunk) : Buffer.concat([held, chunk])
    for (let end = endOfFrame(held); end !== undefined; end = endOfFrame(held)) {
      yield decodeFrame(held.toString('latin1', 0, 1), held.subarray(HEAD_BYTES, end))
      held = held.subarray(end)
    }
  }
  if (held.length > 0) throw new RangeError('the backup ends in the middle of a frame')
}

/** Where the first frame ends; undefined while a part of it is still to come. */
function endOfFrame(held: Buffer): number | undefined {
  if (held.length < HEAD_BYTES) return undefined
  const end = HEAD_BYTES + held.readUInt32BE(1)
  return held.length < end ? undefined : end
}

function payloadOf(frame: Frame): Buffer {
  switch (frame.kind) {
    case 'header':
      return Buffer.from(JSON.stringify(frame.header))
    case 'table':
      return Buffer.from(JSON.stringify(frame.table))
    case 'rows':
      return Buffer.from(frame.lines.join('\n'))
    case 'file':
      return Buffer.from(JSON.stringify(frame.file))
    case 'bytes':
      return Buffer.from(frame.bytes)
    case 'end':
      return Buffer.from(JSON.stringify(frame.end))
  }
}

function decodeFrame(mark: string, payload: Buffer): Frame {
  switch (mark) {
    case MARKS.header:
      return { kind: 'header', header: BackupHeader.parse(parsed(payload)) }
    case MARKS.table:
      return { kind: 'table', table: TableHead.parse(parsed(payload)) }
    case MARKS.rows:
      return { kind: 'rows', lines: payload.toString('utf8').split('\n') }
    case MARKS.file:
      return { kind: 'file', file: FileHead.parse(parsed(payload)) }
    case MARKS.bytes:
      return { kind: 'bytes', bytes: payload }
    case MARKS.end:
      return { kind: 'end', end: BackupEnd.parse(parsed(payload)) }
    default:
      throw new RangeError('not a frame of a backup')
  }
}

function parsed(payload: Buffer): unknown {
  return JSON.parse(payload.toString('utf8'))
}
