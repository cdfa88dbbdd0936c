import { stockMoves } from '@dongzhou/terms/payment'
import { z } from 'zod'
import { DivisionName } from './registry.ts'
import { ask, write } from './route.ts'
import { Changed, Day, Division, Id, Page, Paged, Version } from './shapes.ts'

const Count = z.number().int()
const Amount = z.number().int()
const Document = z.string().trim().min(2, '请填写单据号或文件名称。').max(60)
const Note = z.string().trim().max(200).default('')
const Campaign = z.string().trim().min(2, '请填写慰问活动。').max(60)
const BudgetLine = z.string().trim().min(2, '请填写经费科目。').max(60)

export const StockMoveCode = z.enum(
  Object.keys(stockMoves) as [keyof typeof stockMoves, ...(keyof typeof stockMoves)[]],
)

/** 慰问物资品种 (stock item): goods counted in their unit, or condolence money counted in fen. */
export const StockItemView = z.object({
  id: Id,
  version: Count,
  name: z.string(),
  kind: z.enum(['goods', 'money']),
  unit: z.string(),
  division: DivisionName,
  quantity: Count,
  /** What is left, by budget line and campaign. */
  lots: z.array(z.object({ budgetLine: z.string(), campaign: z.string(), quantity: Count })).readonly(),
})
export type StockItemView = z.infer<typeof StockItemView>

/** 出入库记录. */
export const StockMoveView = z.object({
  id: Id,
  itemId: Id,
  itemName: z.string(),
  unit: z.string(),
  move: StockMoveCode,
  moveName: z.string(),
  /** Positive into the store, negative out of it. */
  quantity: Count,
  budgetLine: z.string(),
  campaign: z.string(),
  unitPrice: Amount.nullable(),
  on: z.string(),
  document: z.string(),
  note: z.string(),
  receiver: z
    .object({
      kind: z.enum(['person', 'household', 'organisation']),
      id: Id,
      name: z.string(),
      /** Where they are now; for whoever is out of sight, where the goods were kept. */
      division: DivisionName,
    })
    .nullable(),
  /** 签收人. */
  signedBy: z.string().nullable(),
  proofFileId: z.string().nullable(),
  returnedFrom: Id.nullable(),
  by: z.string(),
  at: z.string(),
})
export type StockMoveView = z.infer<typeof StockMoveView>

/** 经费使用: what came in and went out under a budget line, by campaign. */
export const StockUseLine = z.object({
  budgetLine: z.string(),
  campaign: z.string(),
  item: z.object({ id: Id, name: z.string(), unit: z.string() }),
  in: Count,
  out: Count,
  returned: Count,
  lost: Count,
  left: Count,
  spent: Amount,
  receivers: Count,
})
export type StockUseLine = z.infer<typeof StockUseLine>

/** 慰问物资与慰问金台账. */
export const stockRoutes = {
  listStockItems: ask('/payments/stock/items/list', 'payments.read', '慰问物资')
    .input(Page.extend({ text: z.string().trim().max(40).default('') }))
    .output(Paged(StockItemView)),
  registerStockItem: write('/payments/stock/items', 'payments.make', '登记物资品种', {
    name: z.string().trim().min(1, '请填写品名。').max(40),
    kind: z.enum(['goods', 'money']),
    unit: z.string().trim().min(1, '请填写计量单位。').max(10),
    division: Division,
  }).output(Changed),
  recordStockIn: write('/payments/stock/in', 'payments.make', '物资入库', {
    itemId: Id,
    move: z.enum(['purchase', 'donation']),
    quantity: z.number().int().min(1).max(1_000_000_000_00),
    unitPrice: z.number().int().min(0).max(1_000_000_000_00).nullable().default(null),
    budgetLine: BudgetLine,
    campaign: Campaign,
    on: Day,
    document: Document,
    note: Note,
  }).output(Changed),
  issueStock: write('/payments/stock/issue', 'payments.make', '物资领用发放', {
    itemId: Id,
    quantity: z.number().int().min(1).max(1_000_000_000_00),
    budgetLine: BudgetLine,
    campaign: Campaign,
    on: Day,
    receiver: z.object({ kind: z.enum(['person', 'household', 'organisation']), id: Id }),
    signedBy: z.string().trim().min(2, '请填写签收人。').max(30),
    proofFileId: z.uuid().nullable().default(null),
    note: Note,
  }).output(Changed),
  returnStock: write('/payments/stock/return', 'payments.make', '物资退回', {
    /** The issue it comes back from. */
    moveId: Id,
    quantity: z.number().int().min(1).max(1_000_000_000_00),
    on: Day,
    note: z.string().trim().min(2, '请写明退回原因。').max(200),
  }).output(Changed),
  recordStockLoss: write('/payments/stock/loss', 'payments.check', '物资报损', {
    itemId: Id,
    version: Version,
    quantity: z.number().int().min(1).max(1_000_000_000_00),
    budgetLine: BudgetLine,
    campaign: Campaign,
    on: Day,
    document: Document,
    note: z.string().trim().min(2, '请写明报损原因。').max(200),
  }).output(Changed),
  listStockMoves: ask('/payments/stock/moves/list', 'payments.read', '出入库记录')
    .input(
      Page.extend({
        itemId: Id.optional(),
        move: StockMoveCode.optional(),
        campaign: z.string().trim().max(60).optional(),
        personId: Id.optional(),
        from: Day.optional(),
        to: Day.optional(),
      }),
    )
    .output(Paged(StockMoveView)),
  listStockUse: ask('/payments/stock/use/list', 'payments.read', '慰问经费使用')
    .input(
      Page.extend({ campaign: z.string().trim().max(60).optional(), budgetLine: z.string().trim().max(60).optional() }),
    )
    .output(Paged(StockUseLine)),
}
