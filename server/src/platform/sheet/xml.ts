/** The attributes of every element of that local name, whatever its namespace prefix, in order of the text. */
export function* elementsOf(xml: string, local: string): Generator<ReadonlyMap<string, string>, void, undefined> {
  for (const found of xml.matchAll(elementPattern(local))) yield attributesOf(found[0])
}

/** Finds whole opening tags of a local name; quotes are respected, so a `>` inside an attribute does not end the tag. */
export function elementPattern(local: string): RegExp {
  return new RegExp(`<(?:[\\w.-]+:)?${local}(?=[\\s/>])(?:[^>"']|"[^"]*"|'[^']*')*>`, 'g')
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
  const spoken = xml.includes('rPh') ? xml.replace(/<(?:[\w.-]+:)?rPh[\s>][\s\S]*?<\/(?:[\w.-]+:)?rPh>/g, '') : xml
  let joined = ''
  for (const run of spoken.matchAll(/<(?:[\w.-]+:)?t(?:\s[^>]*)?>([^<]*)</g)) joined += run[1] ?? ''
  return decodeText(joined)
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
