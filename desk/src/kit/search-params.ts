/** What stands after the `?` of an address: every name holds one text or several. A colleague opens the same list by it. */
export type SearchParams = Readonly<Record<string, string | readonly string[]>>

/** What a ledger asks of its server, read from the address. */
export interface LedgerAsk {
  readonly page: number
  readonly size: number
  readonly sort: string | undefined
  readonly filters: Readonly<Record<string, readonly string[]>>
}

export const pageSizes = [20, 50, 100, 200] as const
const defaultSize = 50
const reserved = ['page', 'size', 'sort']

/** Reads `?a=1&a=2&b=x`; plain texts instead of the router's JSON, so that the address can be read aloud. */
export function parseSearch(text: string): SearchParams {
  const found = new URLSearchParams(text)
  const params: Record<string, string | readonly string[]> = {}
  for (const name of new Set(found.keys())) {
    const values = found.getAll(name)
    params[name] = values.length === 1 ? (values[0] ?? '') : values
  }
  return params
}

/** Writes the search of an address, `?` included; empty values are left out. */
export function stringifySearch(params: Readonly<Record<string, unknown>>): string {
  const written = new URLSearchParams()
  for (const [name, value] of Object.entries(params)) {
    for (const text of textsOf(value)) if (text !== '') written.append(name, text)
  }
  const text = written.toString()
  return text === '' ? '' : `?${text}`
}

/** Reads a ledger's question from the address; nonsense becomes the first page of the usual size. */
export function readAsk(params: Readonly<Record<string, unknown>>): LedgerAsk {
  const { page: pageText, size: sizeText, sort } = params
  const page = Number(textsOf(pageText)[0])
  const size = Number(textsOf(sizeText)[0])
  const filters: Record<string, readonly string[]> = {}
  for (const [name, value] of Object.entries(params)) {
    const texts = textsOf(value).filter((text) => text !== '')
    if (!reserved.includes(name) && texts.length > 0) filters[name] = texts
  }
  return {
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
    size: pageSizes.find((known) => known === size) ?? defaultSize,
    sort: textsOf(sort)[0],
    filters,
  }
}

/** The search of a ledger's question; what is usual is not written. */
export function writeAsk(ask: LedgerAsk): Record<string, string | readonly string[]> {
  return {
    ...ask.filters,
    ...(ask.sort ? { sort: ask.sort } : {}),
    ...(ask.page > 1 ? { page: String(ask.page) } : {}),
    ...(ask.size === defaultSize ? {} : { size: String(ask.size) }),
  }
}

/** The same question with one filter changed: it begins again at the first page. */
export function withFilter(ask: LedgerAsk, name: string, values: readonly string[]): LedgerAsk {
  const { [name]: _, ...others } = ask.filters
  return { ...ask, page: 1, filters: values.length === 0 ? others : { ...others, [name]: values } }
}

/** A page's address in its two parts: `/plan?year=2025` is the path `/plan` and the year. */
export function splitAddress(address: string): { readonly path: string; readonly search: SearchParams } {
  const at = address.indexOf('?')
  if (at < 0) return { path: address, search: {} }
  return { path: address.slice(0, at), search: parseSearch(address.slice(at)) }
}

function textsOf(value: unknown): readonly string[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value.map(String) : [String(value)]
}
