import { addDays, type Day } from '@dongzhou/terms/day'

/** 账户变更 (account change): when, and by whose hand it came into the register; undefined where nobody signed, as in a ledger of old. */
export interface AccountChange {
  readonly person: number
  readonly on: Day
  readonly by: string | undefined
}

/** Whose accounts of a list this person changed so lately that somebody else must release it; empty: they may. */
export function heldFromReleasing(
  changes: readonly AccountChange[],
  releaser: string,
  { today, days }: { readonly today: Day; readonly days: number },
): readonly number[] {
  return changes.filter(({ by, on }) => by === releaser && isRecent(on, { today, days })).map(({ person }) => person)
}

/** Was it within so many days? The last of them still counts. */
export function isRecent(on: Day, { today, days }: { readonly today: Day; readonly days: number }): boolean {
  return addDays(on, days) >= today
}
