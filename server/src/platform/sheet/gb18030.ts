/**
 * 国标编码 (GB18030) of a text. Node decodes GB18030 but does not encode it: the table is the decoder turned round, built at
 * the first call (some 63,000 codes of two and four bytes); what lies beyond the basic plane is arithmetic.
 */
export function encodeGb18030(text: string): Uint8Array {
  const codes = codeTable()
  const bytes: number[] = []
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0
    if (point < 0x80) bytes.push(point)
    else if (point > 0xffff) bytes.push(...fourBytes(189_000 + point - 0x10000))
    else bytes.push(...(codes.get(character) ?? unknown(point)))
  }
  return Uint8Array.from(bytes)
}

let table: ReadonlyMap<string, readonly number[]> | undefined

function codeTable(): ReadonlyMap<string, readonly number[]> {
  table ??= reversed([...fourByteCodes(), ...twoByteCodes()])
  return table
}

// Two-byte codes come last, so that they win where the decoder gives one character for two codes.
function reversed(codes: readonly (readonly number[])[]): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder('gb18030')
  const turned = new Map<string, readonly number[]>()
  for (const code of codes) {
    const character = decoder.decode(Uint8Array.from(code))
    if (character.length === 1 && character !== '\ufffd') turned.set(character, code)
  }
  return turned
}

function twoByteCodes(): readonly (readonly number[])[] {
  const codes: number[][] = []
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) if (trail !== 0x7f) codes.push([lead, trail])
  }
  return codes
}

// The basic plane ends at 8431A439, the 39,420th of the four-byte codes.
function fourByteCodes(): readonly (readonly number[])[] {
  return Array.from({ length: 39_420 }, (_, at) => fourBytes(at))
}

function fourBytes(linear: number): readonly number[] {
  return [
    0x81 + Math.floor(linear / 12_600),
    0x30 + (Math.floor(linear / 1260) % 10),
    0x81 + (Math.floor(linear / 10) % 126),
    0x30 + (linear % 10),
  ]
}

function unknown(point: number): never {
  throw new RangeError(`no GB18030 code for U+${point.toString(16)}`)
}
