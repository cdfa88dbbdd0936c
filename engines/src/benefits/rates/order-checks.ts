import { type Rate, type RateKind, rateKinds } from '@dongzhou/terms/rate'
import { rateKeyName, rateName, rateValueText } from '@dongzhou/terms/rate-words'
import { comparablePair, inForceOn, isSameStandard } from './comparable.ts'
import type { RateComplaint, RatesAtHand } from './complaint.ts'

const natures = ['war', 'duty', 'illness'] as const
const grades = Array.from({ length: 10 }, (_, at) => at + 1)
const merits = ['honour-cmc', 'honour-theatre', 'first', 'second', 'third', 'excellent'] as const
const honours = ['medal', 'title', 'first-war', 'second-war', 'third-war', 'fourth-war'] as const
const deaths = ['martyr', 'duty', 'illness'] as const

/** Keys of which each may not be less than the next: 因战 ≥ 因公 ≥ 因病 in every grade, and every grade ≥ the one below it. */
const ladders: { readonly [K in RateKind]?: readonly (readonly string[])[] } = {
  'disability-pension': [
    ...grades.map((grade) => natures.map((nature) => `${nature}-${grade}`)),
    ...natures.map((nature) => grades.map((grade) => `${nature}-${grade}`)),
  ],
  'survivor-pension': [deaths],
  'care-allowance': [['war-duty-1-2', 'war-duty-3-4', 'illness-1-4', 'mental-5-6']],
  'conscript-merit': [merits],
  'merit-news-money': [merits],
  'death-lump-sum-income': [deaths],
  'death-lump-sum-pay': [deaths],
  'death-lump-sum-honour': [honours],
  'discharge-pay-honour': [honours],
}

/** 高低次序: rows of one table against each other, the proposed ones beside what is in force on their day. */
export function orderComplaints(at: RatesAtHand): readonly RateComplaint[] {
  return at.proposed.flatMap((rate, row) => {
    const { keys }: { readonly keys: readonly string[] } = rateKinds[rate.kind]
    // A key that the kind has not is refused by itself; it stands on no step.
    if (!keys.includes(rate.key)) return []
    return (ladders[rate.kind] ?? []).flatMap((ladder) => [
      ...neighbour(at, { rate, row, ladder }, 1),
      ...neighbour(at, { rate, row, ladder }, -1),
    ])
  })
}

interface Step {
  readonly rate: Rate
  readonly row: number
  readonly ladder: readonly string[]
}

function neighbour(at: RatesAtHand, { rate, row, ladder }: Step, way: 1 | -1): readonly RateComplaint[] {
  const from = ladder.indexOf(rate.key)
  if (from < 0) return []
  const steps = way === 1 ? ladder.slice(from + 1) : ladder.slice(0, from).toReversed()
  const found = nearest(at, rate, steps)
  if (!found || (way === 1 ? found.value >= found.other : found.value <= found.other)) return []
  // Of two rows proposed for one day the upper one says it: the sentence stands once.
  if (way === -1 && found.on.validFrom === rate.validFrom && at.proposed.includes(found.on)) return []
  // Above the old figure of a step that is perhaps being raised with it, and not entered yet.
  const isOlder = way === -1 && found.on.validFrom < rate.validFrom
  return [{ row, field: 'value', weight: isOlder ? 'held' : 'refused', say: sentence(rate, found.on, isOlder) }]
}

// The nearest step with a figure: one that is missing in between hides nothing.
function nearest(at: RatesAtHand, rate: Rate, steps: readonly string[]) {
  for (const key of steps) {
    const on = standing(at, { ...rate, key })
    const pair = on && comparablePair(rate, on)
    if (pair) return { on, value: pair[0], other: pair[1] }
  }
  return undefined
}

function standing({ proposed, known }: RatesAtHand, like: Rate): Rate | undefined {
  const own = (rows: readonly Rate[]) => rows.filter((other) => isSameStandard(other, like))
  return inForceOn(own(proposed), like.validFrom) ?? inForceOn(own(known), like.validFrom)
}

function sentence(rate: Rate, other: Rate, isOlder: boolean): string {
  const pair = comparablePair(rate, other)
  const than = pair && pair[0] > pair[1] ? '高于' : '低于'
  const facing = `${rateName(rate)}：${rateValueText(rate)}，${than}${rateKeyName(other.kind, other.key)}的${rateValueText(other)}`
  if (isOlder) return `${facing}；该档同时调整的，请一并录入，否则请核对并写明理由。`
  return `${facing}，次序颠倒，请对照原文核对。`
}
