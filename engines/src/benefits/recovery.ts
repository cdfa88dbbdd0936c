import { type Fen, fen } from '@dongzhou/terms/fen'
import type { Month } from '@dongzhou/terms/month'

/** 分期追回 (instalment): what is kept back, or paid back, in a month. */
export interface Instalment {
  readonly month: Month
  readonly amount: Fen
}

/** 追回计划 (recovery plan). `rest`: what the plan leaves open, because no money comes in that it could be kept back from. */
export interface RecoveryPlan {
  readonly instalments: readonly Instalment[]
  readonly rest: Fen
}

/**
 * 等额分期: a debt in equal whole instalments, the last carrying what the division leaves. Throws RangeError for a debt or a count that is
 * not positive.
 */
export function equalInstalments(owed: Fen, from: Month, count: number): RecoveryPlan {
  if (owed <= 0 || !Number.isInteger(count) || count <= 0) throw new RangeError(`no plan of ${count} for ${owed}`)
  const each = Math.floor(owed / count)
  const amounts = Array.from({ length: count }, (_, at) => (at === count - 1 ? owed - each * (count - 1) : each))
  return {
    instalments: amounts.flatMap((amount, at) => (amount > 0 ? [instalment(from, at, amount)] : [])),
    rest: fen(0),
  }
}

/** How a debt is kept back from what is still paid to the person. */
export interface Deduction {
  readonly from: Month
  /** Exclusive: a plan is made for so long, and what is open then is decided anew. */
  readonly to: Month
  /** What is due to the person in a month, all benefits together. */
  readonly dueIn: (month: Month) => number
  /** The most of a month's money that is kept back, in basis points: 2000 leaves a person four fifths to live on. */
  readonly share: number
}

/**
 * 按月抵扣: a debt kept back from month to month, never more than the share of what is due. Somebody dead or no longer entitled has nothing
 * to keep it back from: the rest is claimed from the account or the family.
 */
export function keptBack(owed: Fen, { from, to, dueIn, share }: Deduction): RecoveryPlan {
  if (owed <= 0 || share < 0 || share > 10_000) throw new RangeError(`no plan for ${owed} at ${share}`)
  const instalments: Instalment[] = []
  let open: number = owed
  for (let at = 0; open > 0 && from + at < to; at += 1) {
    const most = Math.floor((Math.max(0, dueIn((from + at) as Month)) * share) / 10_000)
    const amount = Math.min(open, most)
    if (amount === 0) continue
    instalments.push(instalment(from, at, amount))
    open -= amount
  }
  return { instalments, rest: fen(open) }
}

function instalment(from: Month, at: number, amount: number): Instalment {
  return { month: (from + at) as Month, amount: fen(amount) }
}
