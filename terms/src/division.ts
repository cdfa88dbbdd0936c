declare const divisionBrand: unique symbol

/**
 * 行政区划代码 (division code): 12 digits = 6 county (GB/T 2260) + 3 town + 3 village, zeros where a level is not named.
 * `320614000000` is the county, `320614102000` a town, `320614102201` a village.
 */
export type DivisionCode = string & { readonly [divisionBrand]: true }

export type DivisionLevel = 'county' | 'town' | 'village'

/** Makes a division code. Throws RangeError when it is not 12 digits. */
export function divisionCode(text: string): DivisionCode {
  if (!/^\d{12}$/.test(text)) throw new RangeError(`not a division code: ${text}`)
  return text as DivisionCode
}

export function levelOf(code: DivisionCode): DivisionLevel {
  if (code.endsWith('000000')) return 'county'
  return code.endsWith('000') ? 'town' : 'village'
}

/** The digits that all divisions inside this one begin with. */
export function prefixOf(code: DivisionCode): string {
  const level = levelOf(code)
  if (level === 'county') return code.slice(0, 6)
  return level === 'town' ? code.slice(0, 9) : code
}

/** 属地 (jurisdiction): is a division the same as, or inside, another? */
export function isWithin(inner: DivisionCode, outer: DivisionCode): boolean {
  return inner.startsWith(prefixOf(outer))
}

/** First and last code of a division's own range; both inclusive. Row-level security fences by this range. */
export function rangeOf(code: DivisionCode): { readonly first: DivisionCode; readonly last: DivisionCode } {
  return { first: divisionCode(prefixOf(code).padEnd(12, '0')), last: divisionCode(prefixOf(code).padEnd(12, '9')) }
}

/** The division one level up; undefined for a county. */
export function parentOf(code: DivisionCode): DivisionCode | undefined {
  const level = levelOf(code)
  if (level === 'county') return undefined
  return divisionCode(code.slice(0, level === 'town' ? 6 : 9).padEnd(12, '0'))
}
