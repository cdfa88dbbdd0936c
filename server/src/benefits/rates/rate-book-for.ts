import { type Exclusion, nationalExclusions, RateBook } from '@dongzhou/engines/benefits'
import { findDay } from '@dongzhou/terms/day'
import type { Setting } from '../../platform/setting.ts'
import { type KeptExclusion, listCountingExclusions } from './exclusions.sql.ts'
import { isSameCell } from './propose-exclusion.ts'
import { isProposed, type NumberedRate } from './rate.ts'
import { findRates, listCountingRates } from './rates.sql.ts'

/** Which book is asked for. */
export interface BookWish {
  /** 按某日所知: what counted at the end of a day in China, or at an instant. Now, when left out. */
  readonly asKnownOn?: string | undefined
  /** Proposed rows that count as if they had been confirmed: for seeing what they would change. */
  readonly including?: readonly number[]
  /** `payable` leaves samples out of a bureau that is no demo; `shown` keeps them, for reading and trying only. */
  readonly samples?: 'payable' | 'shown'
}

/** 标准库 and what goes with it, as the rules are bound to them; each rate carries the id of its row. */
export interface BookFor {
  readonly book: RateBook
  readonly rates: readonly NumberedRate[]
  readonly exclusions: readonly Exclusion[]
}

/** 取标准库: the rates and exclusions that count, for everybody who asks a rule. */
export async function rateBookFor(setting: Setting, wish: BookWish = {}): Promise<BookFor> {
  const at = wish.asKnownOn === undefined ? undefined : instantOf(wish.asKnownOn)
  const { added, gone } = await proposed(setting, wish.including ?? [])
  const withSamples = setting.bureau.isDemo || wish.samples === 'shown'
  const isPayable = ({ state }: { readonly state: string }) => withSamples || state === 'confirmed'
  const counting = await listCountingRates(setting, at)
  const rates = [
    ...counting
      .map(({ rate }) => rate)
      .filter((rate) => isPayable(rate) && !gone.has(rate.id) && !isTakenOver(rate, added)),
    ...added,
  ]
  const exclusions = (await listCountingExclusions(setting, at)).filter(isPayable).map(withArticle)
  return { book: new RateBook(rates), rates, exclusions }
}

// The article of a national row stands with the row in the engine; a county's own row has its document.
function withArticle(row: KeptExclusion): Exclusion {
  const { benefit, other, way, document, validFrom, validTo, state } = row
  const national = state === 'sample' ? nationalExclusions.find((each) => isSameCell(each, row)) : undefined
  return { benefit, other, way, document, validFrom, validTo, article: national?.article }
}

interface Proposed {
  readonly added: readonly NumberedRate[]
  readonly gone: ReadonlySet<number>
}

async function proposed(setting: Setting, ids: readonly number[]): Promise<Proposed> {
  const added: NumberedRate[] = []
  const gone = new Set<number>()
  for (const row of await findRates(setting, ids)) {
    if (!isProposed(row)) continue
    if (row.supersedes !== undefined) gone.add(row.supersedes)
    if (!row.isVoid) added.push(row.rate)
  }
  return { added, gone }
}

// Of two rows of one day the book would take either: the sample gives way, as it does when the other is confirmed.
function isTakenOver(rate: NumberedRate, added: readonly NumberedRate[]): boolean {
  return (
    rate.state === 'sample' &&
    added.some(
      (other) =>
        other.kind === rate.kind &&
        other.key === rate.key &&
        other.jurisdiction === rate.jurisdiction &&
        other.validFrom === rate.validFrom,
    )
  )
}

function instantOf(asKnownOn: string): Date {
  return new Date(findDay(asKnownOn) === undefined ? asKnownOn : `${asKnownOn}T23:59:59.999+08:00`)
}
