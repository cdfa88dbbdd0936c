import type { StockItemView, StockMoveView, StockUseLine } from '@dongzhou/contract/payments-stock'
import type { Paged } from '@dongzhou/contract/shapes'
import { stockMoves } from '@dongzhou/terms/payment'
import type { Setting } from '../../platform/setting.ts'
import { divisionNames } from '../../registry/index.ts'
import { divisionName, type Names } from '../present.ts'
import { listItems, listMoves, listUse, type MoveFilter, type MoveRow } from './stock.sql.ts'

type PageOf = { readonly page: number; readonly size: number }

export async function showStockItems(
  setting: Setting,
  input: PageOf & { readonly text: string },
): Promise<Paged<StockItemView>> {
  const { items, ...counted } = await listItems(setting, input.text, input)
  const names = await divisionNames(
    setting,
    items.map(({ division }) => division),
  )
  return {
    ...counted,
    items: items.map((item) => ({
      ...item,
      lots: [...item.lots],
      division: divisionName(item.division, names),
      quantity: item.lots.reduce((sum, { quantity }) => sum + quantity, 0),
    })),
  }
}

export async function showStockMoves(setting: Setting, input: PageOf & MoveFilter): Promise<Paged<StockMoveView>> {
  const { items, ...counted } = await listMoves(setting, input, input)
  const names = await divisionNames(
    setting,
    items.map(({ receiverDivision }) => receiverDivision),
  )
  return { ...counted, items: items.map((row) => presentMove(row, names)) }
}

function presentMove(row: MoveRow, names: Names): StockMoveView {
  const { personId, householdId, organisationId, receiverName, receiverDivision, at, ...rest } = row
  const named = { name: receiverName ?? '', division: divisionName(receiverDivision, names) }
  return {
    ...rest,
    moveName: stockMoves[row.move],
    receiver: receiverOf({ personId, householdId, organisationId }, named),
    at: at.toISOString(),
  }
}

function receiverOf(
  { personId, householdId, organisationId }: Pick<MoveRow, 'personId' | 'householdId' | 'organisationId'>,
  named: Pick<NonNullable<StockMoveView['receiver']>, 'name' | 'division'>,
): StockMoveView['receiver'] {
  if (personId !== null) return { kind: 'person', id: personId, ...named }
  if (householdId !== null) return { kind: 'household', id: householdId, ...named }
  return organisationId === null ? null : { kind: 'organisation', id: organisationId, ...named }
}

/** 慰问经费使用 by budget line and campaign. */
export async function showStockUse(
  setting: Setting,
  input: PageOf & { readonly campaign?: string | undefined; readonly budgetLine?: string | undefined },
): Promise<Paged<StockUseLine>> {
  const { items, ...counted } = await listUse(setting, input, input)
  return {
    ...counted,
    items: items.map(({ itemId, itemName, unit, ...sums }) => ({
      ...sums,
      item: { id: itemId, name: itemName, unit },
    })),
  }
}
