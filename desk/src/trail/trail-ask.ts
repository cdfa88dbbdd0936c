import type { LedgerAsk } from '../kit/search-params.ts'

/** What the trail is asked for, as the server takes it. */
export interface TrailAsk {
  readonly page: number
  readonly size: number
  readonly subject?: { readonly kind: string; readonly id: string }
  readonly accountId?: number
  readonly verb?: string
  readonly from?: string
  readonly to?: string
}

/** Reads the question from the address; a subject stands there as `person:12`. Nonsense asks for nothing. */
export function trailAsk(ask: LedgerAsk): TrailAsk {
  const { verb, account, dayFrom, dayTo, subject } = ask.filters
  const about = subjectIn(subject?.[0])
  const accountId = Number(account?.[0])
  return {
    page: ask.page,
    size: ask.size,
    ...(about ? { subject: about } : {}),
    ...(Number.isSafeInteger(accountId) && accountId > 0 ? { accountId } : {}),
    ...(verb?.[0] === undefined ? {} : { verb: verb[0].slice(0, 60) }),
    ...(isDay(dayFrom?.[0]) ? { from: dayFrom?.[0] ?? '' } : {}),
    ...(isDay(dayTo?.[0]) ? { to: dayTo?.[0] ?? '' } : {}),
  }
}

/** `person:12` in two parts; undefined for anything else. */
export function subjectIn(text: string | undefined): { readonly kind: string; readonly id: string } | undefined {
  const parts = /^([a-z-]{1,40}):(.{1,80})$/.exec(text ?? '')
  const [, kind, id] = parts ?? []
  return kind !== undefined && id !== undefined ? { kind, id } : undefined
}

function isDay(text: string | undefined): boolean {
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text)
}
