import { type DivisionCode, divisionCode } from '@dongzhou/terms/division'
import type { StockMove } from '@dongzhou/terms/payment'
import { type RawBuilder, sql } from 'kysely'
import { orFaultOf } from '../../platform/db/constraint.ts'
import type { Tx } from '../../platform/db/database.ts'
import { afterPrefix, COUNT_LIMIT } from '../../platform/db/paging.ts'
import { Fault } from '../../platform/fault.ts'
import type { ActionSetting, Setting } from '../../platform/setting.ts'

type PageOf = { readonly page: number; readonly size: number }

export interface StockItem {
  readonly id: number
  readonly version: number
  readonly name: string
  readonly kind: 'goods' | 'money'
  readonly unit: string
  readonly division: DivisionCode
}

export interface StockLot {
  readonly budgetLine: string
  readonly campaign: string
  readonly quantity: number
}

export interface ListedItem extends Omit<StockItem, 'division'> {
  readonly division: string
  readonly lots: readonly StockLot[]
}

export async function listItems({ tx }: Setting, text: string, { page, size }: PageOf) {
  const asked = sql`stock_item i where (${text} = '' or (i.name >= ${text} and i.name < ${afterPrefix(text)}))`
  const { rows } = await sql<ListedItem>`
    select i.id, i.version, i.name, i.kind, i.unit, i.division_code as division, coalesce((
      select json_agg(json_build_object('budgetLine', l.budget_line, 'campaign', l.campaign, 'quantity', l.quantity)
        order by l.budget_line, l.campaign) from stock_lot l where l.item_id = i.id and l.quantity > 0), '[]') as lots
    from ${asked} order by i.name, i.id limit ${size} offset ${(page - 1) * size}`.execute(tx)
  return { items: rows, ...(await counted(tx, asked)) }
}

export async function findItem({ tx }: Setting, id: number): Promise<StockItem | undefined> {
  const { rows } = await sql<Omit<StockItem, 'division'> & { division: string }>`
    select id, version, name, kind, unit, division_code as division from stock_item where id = ${id}`.execute(tx)
  return rows[0] && { ...rows[0], division: divisionCode(rows[0].division) }
}

export async function recordItem(setting: ActionSetting, item: Omit<StockItem, 'id' | 'version'>): Promise<number> {
  const { rows } = await orFaultOf(
    sql<{ id: number }>`
      insert into stock_item (division_code, name, kind, unit, created_at)
      values (${item.division}, ${item.name}, ${item.kind}, ${item.unit}, ${setting.now}) returning id`.execute(
      setting.tx,
    ),
    { stock_item_stands_once: 'payments.stock-item-exists' },
  )
  return rows[0]?.id ?? 0
}

export interface NewMove {
  readonly item: Pick<StockItem, 'id' | 'division'>
  readonly move: StockMove
  /** Positive into the store, negative out of it. */
  readonly quantity: number
  readonly budgetLine: string
  readonly campaign: string
  readonly unitPrice?: number | null
  readonly on: string
  readonly document?: string
  readonly note: string
  readonly receiver?: Receiver
  readonly signedBy?: string
  readonly proofFileId?: string | null
  readonly returnedFrom?: number
}

export interface Receiver {
  readonly kind: 'person' | 'household' | 'organisation'
  readonly id: number
  readonly name: string
}

/** Writes a move and what it leaves of its lot; what is not there cannot go out. Answers the move and the item's new version. */
export async function recordMove(setting: ActionSetting, move: NewMove): Promise<{ id: number; version: number }> {
  const { item, budgetLine, campaign, quantity } = move
  await changeLot(setting, move)
  const { receiver } = move
  const idOf = (kind: Receiver['kind']) => (receiver?.kind === kind ? receiver.id : null)
  const { rows } = await sql<{ id: number }>`
    insert into stock_move (item_id, division_code, move, quantity, budget_line, campaign, unit_price_fen, moved_on, document,
      note, person_id, household_id, organisation_id, receiver_name, signed_by, proof_file_id, returned_from, actor,
      account_id, at)
    values (${item.id}, ${item.division}, ${move.move}, ${quantity}, ${budgetLine}, ${campaign}, ${move.unitPrice ?? null},
      ${move.on}::date, ${move.document ?? ''}, ${move.note}, ${idOf('person')}, ${idOf('household')},
      ${idOf('organisation')}, ${receiver?.name ?? null}, ${move.signedBy ?? null}, ${move.proofFileId ?? null},
      ${move.returnedFrom ?? null}, ${setting.clerk.displayName}, ${setting.clerk.accountId ?? null}, ${setting.now})
    returning id`.execute(setting.tx)
  const changed = await sql<{ version: number }>`
    update stock_item set version = version + 1 where id = ${item.id} returning version`.execute(setting.tx)
  return { id: rows[0]?.id ?? 0, version: changed.rows[0]?.version ?? 0 }
}

/** What a move leaves of its lot. A lot comes into being by what comes in; out of one that is not there, nothing goes. */
async function changeLot({ tx }: ActionSetting, { item, budgetLine, campaign, quantity }: NewMove): Promise<void> {
  if (quantity > 0) {
    await sql`
      insert into stock_lot (item_id, budget_line, campaign, division_code, quantity)
      values (${item.id}, ${budgetLine}, ${campaign}, ${item.division}, ${quantity})
      on conflict (item_id, budget_line, campaign) do update set quantity = stock_lot.quantity + excluded.quantity`.execute(
      tx,
    )
    return
  }
  const changed = await orFaultOf(
    sql`
      update stock_lot set quantity = quantity + ${quantity}
      where item_id = ${item.id} and budget_line = ${budgetLine} and campaign = ${campaign}`.execute(tx),
    { stock_lot_is_never_negative: 'payments.stock-short' },
  )
  if (changed.numAffectedRows !== 1n) throw new Fault('payments.stock-short')
}

export interface IssueOnFile {
  readonly id: number
  readonly itemId: number
  readonly division: DivisionCode
  readonly move: StockMove
  readonly issued: number
  readonly returned: number
  readonly budgetLine: string
  readonly campaign: string
}

/** An issue with what has come back of it; the item is locked, so that two returns come one after the other. */
export async function findIssueForUpdate({ tx }: Setting, id: number): Promise<IssueOnFile | undefined> {
  const { rows } = await sql<Omit<IssueOnFile, 'division'> & { division: string }>`
    select m.id, m.item_id as "itemId", m.division_code as division, m.move, -m.quantity as issued,
      m.budget_line as "budgetLine", m.campaign,
      (select coalesce(sum(b.quantity), 0)::bigint from stock_move b where b.returned_from = m.id) as returned
    from stock_move m join stock_item i on i.id = m.item_id where m.id = ${id} for update of i`.execute(tx)
  return rows[0] && { ...rows[0], division: divisionCode(rows[0].division) }
}

/** A household that lies within the scope, by its place and head. */
export async function findHousehold({ tx }: Setting, id: number): Promise<{ readonly name: string } | undefined> {
  const { rows } = await sql<{ name: string }>`
    select coalesce((select p.name || '户' from relation r join person p on p.id = r.person_id
      where r.household_id = h.id and r.kind = 'household-head' and r.superseded_at is null order by r.id limit 1), '') as name
    from household h where h.id = ${id}`.execute(tx)
  return rows[0]
}

export interface MoveFilter {
  readonly itemId?: number | undefined
  readonly move?: StockMove | undefined
  readonly campaign?: string | undefined
  readonly personId?: number | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}

export interface MoveRow {
  readonly id: number
  readonly itemId: number
  readonly itemName: string
  readonly unit: string
  readonly move: StockMove
  readonly quantity: number
  readonly budgetLine: string
  readonly campaign: string
  readonly unitPrice: number | null
  readonly on: string
  readonly document: string
  readonly note: string
  readonly personId: number | null
  readonly householdId: number | null
  readonly organisationId: number | null
  readonly receiverName: string | null
  readonly receiverDivision: string
  readonly signedBy: string | null
  readonly proofFileId: string | null
  readonly returnedFrom: number | null
  readonly by: string
  readonly at: Date
}

export async function listMoves({ tx }: Setting, filter: MoveFilter, { page, size }: PageOf) {
  const asked = sql`stock_move m join stock_item i on i.id = m.item_id where ${conditionsOf(filter)}`
  const { rows } = await sql<MoveRow>`
    select m.id, m.item_id as "itemId", i.name as "itemName", i.unit, m.move, m.quantity, m.budget_line as "budgetLine",
      m.campaign, m.unit_price_fen as "unitPrice", m.moved_on as on, m.document, m.note, m.person_id as "personId",
      m.household_id as "householdId", m.organisation_id as "organisationId", m.receiver_name as "receiverName",
      coalesce((select division_code from person where id = m.person_id),
        (select division_code from household where id = m.household_id),
        (select division_code from organisation where id = m.organisation_id), m.division_code) as "receiverDivision",
      m.signed_by as "signedBy", m.proof_file_id as "proofFileId", m.returned_from as "returnedFrom", m.actor as by, m.at
    from ${asked} order by m.id desc limit ${size} offset ${(page - 1) * size}`.execute(tx)
  return { items: rows, ...(await counted(tx, asked)) }
}

function conditionsOf(filter: MoveFilter): RawBuilder<unknown> {
  const conditions = [
    filter.itemId === undefined ? undefined : sql`m.item_id = ${filter.itemId}`,
    filter.move === undefined ? undefined : sql`m.move = ${filter.move}`,
    filter.campaign === undefined ? undefined : sql`m.campaign = ${filter.campaign}`,
    filter.personId === undefined ? undefined : sql`m.person_id = ${filter.personId}`,
    filter.from === undefined ? undefined : sql`m.moved_on >= ${filter.from}::date`,
    filter.to === undefined ? undefined : sql`m.moved_on <= ${filter.to}::date`,
  ].filter((condition) => condition !== undefined)
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)
}

export interface UseRow {
  readonly budgetLine: string
  readonly campaign: string
  readonly itemId: number
  readonly itemName: string
  readonly unit: string
  readonly in: number
  readonly out: number
  readonly returned: number
  readonly lost: number
  readonly left: number
  readonly spent: number
  readonly receivers: number
}

/** 经费使用: the sums of the moves themselves, so that the figure and its rows cannot differ. */
export async function listUse(
  { tx }: Setting,
  filter: { readonly campaign?: string | undefined; readonly budgetLine?: string | undefined },
  { page, size }: PageOf,
) {
  const asked = sql`(
    select m.budget_line, m.campaign, i.id, i.name, i.unit,
      coalesce(sum(m.quantity) filter (where m.move in ('purchase', 'donation')), 0)::bigint as "in",
      coalesce(-sum(m.quantity) filter (where m.move = 'issue'), 0)::bigint as "out",
      coalesce(sum(m.quantity) filter (where m.move = 'return'), 0)::bigint as returned,
      coalesce(-sum(m.quantity) filter (where m.move = 'loss'), 0)::bigint as lost,
      sum(m.quantity)::bigint as "left",
      coalesce(sum(m.quantity * m.unit_price_fen) filter (where m.move = 'purchase'), 0)::bigint as spent,
      count(distinct coalesce('p' || m.person_id, 'h' || m.household_id, 'o' || m.organisation_id)) as receivers
    from stock_move m join stock_item i on i.id = m.item_id
    where (${filter.campaign ?? null}::text is null or m.campaign = ${filter.campaign ?? null})
      and (${filter.budgetLine ?? null}::text is null or m.budget_line = ${filter.budgetLine ?? null})
    group by m.budget_line, m.campaign, i.id, i.name, i.unit) u`
  const { rows } = await sql<UseRow>`
    select budget_line as "budgetLine", campaign, id as "itemId", name as "itemName", unit, "in", "out", returned, lost,
      "left", spent, receivers
    from ${asked} order by budget_line, campaign, name, id limit ${size} offset ${(page - 1) * size}`.execute(tx)
  return { items: rows, ...(await counted(tx, asked)) }
}

async function counted(tx: Tx, from: RawBuilder<unknown>): Promise<{ readonly total: number; readonly more: boolean }> {
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from (select 1 from ${from} limit ${COUNT_LIMIT + 1}) as counted`.execute(tx)
  const total = rows[0]?.total ?? 0
  return { total: Math.min(total, COUNT_LIMIT), more: total > COUNT_LIMIT }
}
