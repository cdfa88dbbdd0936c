import type { Day } from '@dongzhou/terms/day'
import type { DivisionCode } from '@dongzhou/terms/division'
import { Fault, requireMay } from '../../platform/fault.ts'
import { findFile } from '../../platform/file.sql.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { recordTrail } from '../../platform/trail.sql.ts'
import { listOrganisationsByIds, listPeopleByIds } from '../../registry/index.ts'
import { mayCheckPayments, mayMakePayments } from '../policy.ts'
import {
  findHousehold,
  findIssueForUpdate,
  findItem,
  type Receiver,
  recordItem,
  recordMove,
  type StockItem,
} from './stock.sql.ts'

type Changed = Promise<{ id: number; version: number }>

/** 登记物资品种. */
export async function registerStockItem(
  setting: ActionSetting,
  input: {
    readonly name: string
    readonly kind: 'goods' | 'money'
    readonly unit: string
    readonly division: DivisionCode
  },
): Changed {
  requireMay(mayMakePayments(setting.clerk, input))
  const { name, kind, unit, division } = input
  const id = await recordItem(setting, { name, kind, unit, division })
  await leaveTrail(setting, 'payments.register-stock-item', { id, division }, { name, kind, unit })
  return { id, version: 1 }
}

interface Placed {
  readonly itemId: number
  readonly quantity: number
  readonly budgetLine: string
  readonly campaign: string
  readonly on: Day
  readonly note: string
}

// A move is never edited, so one slip of the unit would stand in every sum of the store: more than a thousand million yuan is a slip.
const MOST_FEN = 100_000_000_000

/** 物资入库: bought or given, with its paper. */
export async function recordStockIn(
  setting: ActionSetting,
  input: Placed & {
    readonly move: 'purchase' | 'donation'
    readonly unitPrice: number | null
    readonly document: string
  },
): Changed {
  const item = await requireItem(setting, input)
  const { move, quantity, budgetLine, campaign, unitPrice, on, document, note } = input
  if (quantity * (unitPrice ?? 0) > MOST_FEN) throw new Fault('payments.stock-too-dear')
  const moved = await recordMove(setting, { item, move, quantity, budgetLine, campaign, unitPrice, on, document, note })
  await leaveTrail(setting, 'payments.record-stock-in', item, { move, quantity, budgetLine, campaign, document })
  return { id: moved.id, version: moved.version }
}

/** 物资领用发放: out to one receiver, who signs for it. */
export async function issueStock(
  setting: ActionSetting,
  input: Placed & {
    readonly receiver: { readonly kind: Receiver['kind']; readonly id: number }
    readonly signedBy: string
    readonly proofFileId: string | null
  },
): Changed {
  const item = await requireItem(setting, input)
  const receiver = await requireReceiver(setting, input.receiver)
  if (input.proofFileId !== null && !(await findFile(setting, input.proofFileId)))
    throw new Fault('payments.file-missing')
  const { quantity, budgetLine, campaign, on, note, signedBy, proofFileId } = input
  const lot = { budgetLine, campaign, on, note }
  const moved = await recordMove(setting, {
    ...{ item, receiver, signedBy, proofFileId, ...lot },
    move: 'issue',
    quantity: -quantity,
  })
  const to = { kind: receiver.kind, id: receiver.id }
  await leaveTrail(setting, 'payments.issue-stock', item, { quantity, budgetLine, campaign, to })
  return { id: moved.id, version: moved.version }
}

/** 物资退回: no more of an issue than went out with it. */
export async function returnStock(
  setting: ActionSetting,
  input: { readonly moveId: number; readonly quantity: number; readonly on: Day; readonly note: string },
): Changed {
  const issue = await findIssueForUpdate(setting, input.moveId)
  if (!issue) throw new Fault('payments.stock-move-not-found')
  requireMay(mayMakePayments(setting.clerk, issue))
  if (issue.move !== 'issue') throw new Fault('payments.stock-not-an-issue')
  if (input.on > setting.today) throw new Fault('payments.day-ahead')
  if (input.quantity > issue.issued - issue.returned) throw new Fault('payments.more-than-issued')
  const { quantity, on, note } = input
  const { budgetLine, campaign } = issue
  const item = { id: issue.itemId, division: issue.division }
  const moved = await recordMove(setting, {
    ...{ item, quantity, on, note, budgetLine, campaign },
    move: 'return',
    returnedFrom: issue.id,
  })
  await leaveTrail(setting, 'payments.return-stock', item, { quantity, returnedFrom: issue.id })
  return { id: moved.id, version: moved.version }
}

/** 物资报损: seen by a second person, with a paper. */
export async function recordStockLoss(
  setting: ActionSetting,
  input: Placed & { readonly version: number; readonly document: string },
): Changed {
  const item = await requireItem(setting, input, mayCheckPayments)
  if (item.version !== input.version) throw new Fault('platform.changed-meanwhile', { version: item.version })
  const { quantity, budgetLine, campaign, on, note, document } = input
  const lot = { budgetLine, campaign, on, note, document }
  const moved = await recordMove(setting, { item, ...lot, move: 'loss', quantity: -quantity })
  await leaveTrail(setting, 'payments.record-stock-loss', item, { quantity, budgetLine, campaign, document })
  return { id: moved.id, version: moved.version }
}

async function requireItem(
  setting: ActionSetting,
  { itemId, on }: Pick<Placed, 'itemId' | 'on'>,
  may: typeof mayMakePayments = mayMakePayments,
): Promise<StockItem> {
  const item = await findItem(setting, itemId)
  if (!item) throw new Fault('payments.stock-item-not-found')
  requireMay(may(setting.clerk, item))
  if (on > setting.today) throw new Fault('payments.day-ahead')
  return item
}

async function requireReceiver(
  setting: ActionSetting,
  { kind, id }: { readonly kind: Receiver['kind']; readonly id: number },
): Promise<Receiver> {
  const found = await findReceiver(setting, kind, id)
  if (!found) throw new Fault('payments.receiver-not-found')
  return { kind, id, name: found.name }
}

async function findReceiver(setting: ActionSetting, kind: Receiver['kind'], id: number) {
  switch (kind) {
    case 'person':
      return (await listPeopleByIds(setting, [id]))[0]
    case 'organisation':
      return (await listOrganisationsByIds(setting, [id]))[0]
    case 'household':
      return findHousehold(setting, id)
  }
}

type StockVerb =
  | 'payments.register-stock-item'
  | 'payments.record-stock-in'
  | 'payments.issue-stock'
  | 'payments.return-stock'
  | 'payments.record-stock-loss'

async function leaveTrail(
  setting: ActionSetting,
  verb: StockVerb,
  { id, division }: Pick<StockItem, 'id' | 'division'>,
  after: object,
): Promise<void> {
  await recordTrail(setting, { verb, subject: { kind: 'stock-item', id }, division, after })
}
