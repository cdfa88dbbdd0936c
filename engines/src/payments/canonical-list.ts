import { type Month, monthCode } from '@dongzhou/terms/month'

/** What a digest of a list is taken over: who gets what, into which account, made of which lines. */
export interface CanonicalTransfer {
  readonly person: number
  readonly amount: number
  /** The blind index of the account: the digest changes with the account and tells nobody its number. */
  readonly account: string
  readonly isHeld: boolean
}

export interface CanonicalLine {
  readonly person: number
  readonly benefit: string
  readonly month: Month
  readonly kind: string
  readonly amount: number
}

/**
 * 名单规范文本 (canonical text): one text for one list, whatever order it was read in. The server takes the SM3 over its UTF-8 bytes
 * and prints it on the paper roster: paper and database belong together, or do not.
 */
export function canonicalList(
  run: { readonly id: number; readonly edition: number; readonly month: Month },
  transfers: readonly CanonicalTransfer[],
  lines: readonly CanonicalLine[],
): string {
  const amounts = transfers.reduce((sum, { amount }) => sum + amount, 0)
  const head = ['run', run.id, run.edition, monthCode(run.month), transfers.length, amounts].join('|')
  const each = transfers.map(({ person, amount, account, isHeld }) =>
    ['transfer', person, amount, account, isHeld ? 'held' : 'pay'].join('|'),
  )
  const made = lines.map(({ person, benefit, month, kind, amount }) =>
    ['line', person, benefit, monthCode(month), kind, amount].join('|'),
  )
  return [head, ...each.sort(), ...made.sort(), 'end'].map((text) => `${text}\n`).join('')
}
