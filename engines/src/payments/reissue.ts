import type { TransferState } from '@dongzhou/terms/payment'

/** What decides whether somebody's money may be paid once more. */
export interface Payable {
  readonly id: number
  readonly state: TransferState
  /** The run that has taken it up; undefined while none has. */
  readonly reissuedIn: number | undefined
}

/** 可重发 (outstanding): came back or was held, and no later run pays it. Of a chain of attempts only the last is outstanding. */
export function isOutstanding({ state, reissuedIn }: Payable): boolean {
  return (state === 'failed' || state === 'held') && reissuedIn === undefined
}

/** Those of some transfers that a reissue must refuse. */
export function notReissuable(transfers: readonly Payable[]): readonly number[] {
  return transfers.filter((one) => !isOutstanding(one)).map(({ id }) => id)
}
