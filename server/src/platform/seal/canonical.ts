/**
 * The one text of a JSON value: object keys in code-unit order, no spaces, as RFC 8785 has it. PostgreSQL gives a jsonb value back
 * with its keys in another order, so what is hashed must not depend on order. As in JSON, a property that is undefined does not
 * exist. Throws TypeError for what JSON cannot hold (NaN, bigint, functions): a hash of something else would prove nothing.
 */
export function canonicalText(value: unknown): string {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value)
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((item: unknown) => canonicalText(item ?? null)).join(',')}]`
  if (value instanceof Date) return JSON.stringify(value)
  if (typeof value === 'object') return canonicalObject(value)
  throw new TypeError(`no JSON value: ${typeof value}`)
}

function canonicalObject(value: object): string {
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalText(member)}`)
  return `{${members.join(',')}}`
}
