import type { Month } from '@dongzhou/terms/month'
import type { LineKind } from '@dongzhou/terms/payment'
import { type Recovery, type Withholding, withholdingsOf } from './recovery.ts'

/** What one person's lines of a run come to. All in fen; `amount` = gross - offset - withheld, and never below nought. */
export interface Share {
  /** Regular and arrears, and what is paid again. */
  readonly gross: number
  /** 抵扣: recoveries of this very run set against its arrears: what one month has too much, another had too little. */
  readonly offset: number
  readonly withheld: readonly Withholding[]
  readonly amount: number
  /** What these lines leave to be recovered later, by a plan. */
  readonly debt: number
}

export interface ShareLine {
  readonly kind: LineKind
  readonly amount: number
}

/**
 * 应发合计: arrears and recoveries of one settlement are one account, so they are set against each other; the money of this month is
 * what somebody lives on, so of it only the instalment of a plan is withheld.
 */
export function shareOf(lines: readonly ShareLine[], recoveries: readonly Recovery[], month: Month): Share {
  const sumOf = (...kinds: readonly LineKind[]) =>
    lines.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { amount }) => sum + amount, 0)
  const arrears = sumOf('arrears')
  const tooMuch = -sumOf('recovery')
  const gross = sumOf('regular', 'reissue') + arrears
  const offset = Math.min(arrears, tooMuch)
  const withheld = withholdingsOf(recoveries, gross - offset, month)
  const taken = withheld.reduce((sum, { amount }) => sum + amount, 0)
  return { gross, offset, withheld, amount: gross - offset - taken, debt: tooMuch - offset }
}
