import type { Month } from '@dongzhou/terms/month'

/** 追回款 (recovery): what somebody was paid too much, and the plan to have it back; `rest` is in fen. */
export interface Recovery {
  readonly id: number
  readonly rest: number
  /** Instalment in fen a month; undefined while nobody has decided one. */
  readonly monthly: number | undefined
  readonly fromMonth: Month | undefined
}

/** 按月扣回: what is withheld from a month's money, the oldest recovery first. It never takes more than there is, nor than is owed. */
export interface Withholding {
  readonly recovery: number
  readonly amount: number
}

export function withholdingsOf(
  recoveries: readonly Recovery[],
  available: number,
  month: Month,
): readonly Withholding[] {
  const withheld: Withholding[] = []
  let left = available
  for (const { id, rest, monthly, fromMonth } of recoveries.toSorted((one, other) => one.id - other.id)) {
    if (monthly === undefined || fromMonth === undefined || month < fromMonth) continue
    const amount = Math.min(monthly, rest, left)
    if (amount <= 0) continue
    withheld.push({ recovery: id, amount })
    left -= amount
  }
  return withheld
}

export interface Instalment {
  readonly month: Month
  readonly amount: number
  readonly rest: number
}

/** 分期预告: what a plan brings month by month until nothing is left, as far as `most` months. */
export function instalmentsAhead(
  { rest, monthly }: { readonly rest: number; readonly monthly: number },
  from: Month,
  most = 120,
): readonly Instalment[] {
  const ahead: Instalment[] = []
  if (monthly <= 0) return ahead
  for (let left = rest, month = from; left > 0 && ahead.length < most; month = (month + 1) as Month) {
    const amount = Math.min(monthly, left)
    left -= amount
    ahead.push({ month, amount, rest: left })
  }
  return ahead
}
