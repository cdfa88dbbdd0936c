/** The attributes of every element of that local name, whatever its namespace prefix, in order of the text. */
export function* elementsOf(xml: string, local: string): Generator<ReadonlyMap<string, string>, void, undefined> {
  for (const found of xml.matchAll(elementPattern(local))) yield attributesOf(found[0])
}

/**
 * Finds whole opening tags of a local name; quotes are respected, so a `>` inside an attribute does not end the tag. A `<`
 * always does: XML allows none in an attribute, and a hostile text of unclosed tags would else take quadratic time.
 */
export function elementPattern(local: string): RegExp {
  return new RegExp(`<(?:[\\w.-]+:)?${local}(?=[\\s/>])(?:[^<>"']|"[^"<]*"|'[^'<]*')*>`, 'g')
}

/** The attributes of one opening tag, decoded. */
export function attributesOf(tag: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>()
  for (const found of tag.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    attributes.set(found[1] ?? '', decodeEntities(found[2] ?? found[3] ?? ''))
  }
  return attributes
}

/** XML booleans as spreadsheets write them. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on'
}

/** A text of a sheet: entities, and Excel's own `_x000D_` escapes. */
export function decodeText(text: string): string {
  const plain = text.includes('&') ? decodeEntities(text) : text
  if (!plain.includes('_x')) return plain
  return plain.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

/** The text of an `<si>` or `<is>`: its `<t>` runs joined, without the phonetic guides (`<rPh>`) Excel adds for names. */
export function runsOf(xml: string): string {
  let joined = ''
  for (const run of withoutReadings(xml).matchAll(/<(?:[\w.-]+:)?t(?:\s[^<>]*)?>([^<]*)</g)) joined += run[1] ?? ''
  return decodeText(joined)
}

function withoutReadings(xml: string): string {
  if (!xml.includes('rPh')) return xml
  const [first = '', ...readings] = xml.split(/<(?:[\w.-]+:)?rPh(?=[\s>])/)
  return first + readings.map((reading) => reading.slice(reading.search(/rPh\s*>/))).join('')
}

/** The first section of that name with its tags, and where it stands; undefined when there is none. */
export function findSection(xml: string, name: string): { readonly text: string; readonly from: number } | undefined {
  const open = elementPattern(name).exec(xml)
  if (!open) return undefined
  if (open[0].endsWith('/>')) return { text: open[0], from: open.index }
  const closing = new RegExp(`</(?:[\\w.-]+:)?${name}\\s*>`, 'g')
  closing.lastIndex = open.index
  const close = closing.exec(xml)
  return close ? { text: xml.slice(open.index, closing.lastIndex), from: open.index } : undefined
}

/** Text content or attribute, escaped; control characters XML cannot carry are dropped, lone surrogates replaced. */
export function encodeText(text: string): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed()
  if (!/[&<>"\p{Cc}\uFFFE\uFFFF]|_x/u.test(whole)) return whole
  return whole
    .replace(/(?![\t\n\r])[\p{Cc}\uFFFE\uFFFF]/gu, '')
    .replace(/_x(?=[0-9A-Fa-f]{4}_)/g, '_x005F_x')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;')
}

/**
 * A copy that stands alone. V8 keeps the whole chunk of XML alive behind a slice of 13 characters or more, so one ID
 * number remembered per row would otherwise hold the entire sheet in memory.
 */
export function standalone(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1)
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#x[0-9A-Fa-f]{1,6}|#[0-9]{1,7}|\w{2,4});/g, (whole, name: string) => {
    if (!name.startsWith('#')) return NAMED[name] ?? whole
    const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
