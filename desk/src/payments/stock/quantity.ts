import { writeMoney, writeNumber } from '../../kit/format.ts'

/** How an item is counted: goods in their unit, condolence money in fen. */
export interface Counted {
  readonly kind: 'goods' | 'money'
  readonly unit: string
}

/** `12 袋` of goods, `1,200.00 元` of money. */
export function quantityText(quantity: number, { kind, unit }: Counted): string {
  return kind === 'money' ? writeMoney(quantity) : `${writeNumber(quantity)} ${unit}`
}

/** The same where only the unit is known: money is kept in fen and its unit is 元. */
export function movedText(quantity: number, unit: string): string {
  const text = quantityText(Math.abs(quantity), { kind: unit === '元' ? 'money' : 'goods', unit })
  return `${quantity < 0 ? '-' : '+'}${text}`
}
