import type { Layout, TextEncoding } from '@dongzhou/engines/payments'
import { encodeGb18030 } from '../../platform/sheet/index.ts'

/** 编码 of a layout. A byte that is no text of it is an error, never a question mark in somebody's name. */
export function encodingOf({ encoding }: Pick<Layout, 'encoding'>): TextEncoding {
  if (encoding === 'gb18030')
    return { encode: encodeGb18030, decode: (bytes) => new TextDecoder('gb18030', { fatal: true }).decode(bytes) }
  const encoder = new TextEncoder()
  return {
    encode: (text) => encoder.encode(text),
    decode: (bytes) => new TextDecoder('utf-8', { fatal: true }).decode(bytes),
  }
}
