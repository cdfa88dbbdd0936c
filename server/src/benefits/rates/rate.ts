import type { Rate } from '@dongzhou/terms/rate'

/** A rate as it is kept. */
export type NumberedRate = Rate & { readonly id: number }

/** 录入与复核: who put a row forward, who confirmed it, and from when until when it counted. */
export interface Signed {
  readonly id: number
  readonly version: number
  readonly isVoid: boolean
  readonly supersedes: number | undefined
  readonly reason: string
  readonly recordedAt: Date
  readonly recordedBy: string
  readonly accountId: number | undefined
  readonly countsFrom: Date | undefined
  readonly confirmedAt: Date | undefined
  readonly confirmedBy: string | undefined
  readonly confirmedAccountId: number | undefined
  readonly supersededAt: Date | undefined
  readonly withdrawnAt: Date | undefined
  readonly withdrawnBy: string | undefined
  readonly withdrawnBecause: string
}

/** 标准库中的一条: a rate with its signatures. */
export interface KeptRate extends Signed {
  readonly rate: NumberedRate
}

/** Does the row count today: a sample or a confirmed one that nothing has taken the place of? */
export function isStanding({ countsFrom, supersededAt }: Pick<Signed, 'countsFrom' | 'supersededAt'>): boolean {
  return countsFrom !== undefined && supersededAt === undefined
}

/** Waiting for a second person? */
export function isProposed(row: Pick<Signed, 'confirmedAt' | 'withdrawnAt' | 'countsFrom'>): boolean {
  return row.countsFrom === undefined && row.confirmedAt === undefined && row.withdrawnAt === undefined
}
