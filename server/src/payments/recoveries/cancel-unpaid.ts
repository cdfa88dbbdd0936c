import { Fault } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { recordTrail } from '../../platform/trail.sql.ts'
import { recordMoney } from '../runs/ledger.sql.ts'
import type { Run } from '../runs/runs.sql.ts'
import { type AskedBack, cancelTransfers, listAskedBack, listUnpaidLines, type UnpaidLine } from './unpaid.sql.ts'

/** 撤销 of one transfer, in whole or in part. */
export interface Cancelled {
  readonly transfer: number
  readonly state: 'held' | 'failed'
  readonly person: number
  readonly amount: number
}

/**
 * 撤销未付款 (cancel unpaid): what a run would ask back of money that never left the house is taken out of the held or failed transfer
 * instead: no family of somebody dead is sent a letter about it, and no reissue pays it. Answers how much of each person's debt that was.
 */
export async function cancelUnpaid(
  setting: ActionSetting,
  run: Run,
  debts: ReadonlyMap<number, number>,
): Promise<ReadonlyMap<number, number>> {
  const unpaid = await listUnpaidLines(setting.tx, [...debts.keys()])
  const asked = unpaid.length === 0 ? [] : await listAskedBack(setting.tx, run)
  const cancelled = cancellations(asked, unpaid, debts)
  if (cancelled.length === 0) return new Map()
  if ((await cancelTransfers(setting, cancelled)) !== cancelled.length) throw new Fault('platform.changed-meanwhile')
  const sumOf = (some: readonly Cancelled[]) => some.reduce((sum, { amount }) => sum + amount, 0)
  await recordMoney(setting, run, {
    kind: 'cancelled',
    held: sumOf(cancelled.filter(({ state }) => state === 'held')),
    failed: sumOf(cancelled.filter(({ state }) => state === 'failed')),
  })
  await recordTrail(setting, {
    verb: 'payments.cancel-unpaid',
    subject: { kind: 'payment-run', id: run.id },
    division: run.division,
    after: { transfers: cancelled.map(({ transfer, amount }) => ({ transfer, amount })) },
  })
  return new Map([...Map.groupBy(cancelled, ({ person }) => person)].map(([person, own]) => [person, sumOf(own)]))
}

/** Each recovery line against the transfers that hold the money of its own month: of files that were merged the other's first. */
export function cancellations(
  asked: readonly AskedBack[],
  unpaid: readonly UnpaidLine[],
  debts: ReadonlyMap<number, number>,
): readonly Cancelled[] {
  const left = new Map(asked.map((one) => [keyOf(one), one.amount]))
  const owed = new Map(debts)
  const taken = new Map<number, Cancelled>()
  for (const line of unpaid) {
    const before = taken.get(line.transfer)?.amount ?? 0
    const amount = Math.min(left.get(keyOf(line)) ?? 0, owed.get(line.person) ?? 0, line.amount, line.rest - before)
    if (amount <= 0) continue
    left.set(keyOf(line), (left.get(keyOf(line)) ?? 0) - amount)
    owed.set(line.person, (owed.get(line.person) ?? 0) - amount)
    const { transfer, state, person } = line
    taken.set(transfer, { transfer, state, person, amount: before + amount })
  }
  return [...taken.values()]
}

function keyOf({ person, benefit, month }: Pick<AskedBack, 'person' | 'benefit' | 'month'>): string {
  return `${person} ${benefit} ${month}`
}
