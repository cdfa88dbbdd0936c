declare const fenBrand: unique symbol

/** 分 (fen): whole hundredths of a yuan. Yuan appears on screens and paper only. */
export type Fen = number & { readonly [fenBrand]: true }

/** Makes an amount of money. Throws RangeError when the number is not a whole, safe count of fen. */
export function fen(amount: number): Fen {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not whole fen: ${amount}`)
  return amount as Fen
}

/** Writes fen as the bureau writes money: `12,345.00`. The unit 元 stands beside it, not in it. */
export function yuanText(amount: Fen): string {
  const sign = amount < 0 ? '-' : ''
  const whole = Math.trunc(Math.abs(amount) / 100)
  const cents = String(Math.abs(amount) % 100).padStart(2, '0')
  return `${sign}${String(whole).replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}`
}
