import { writeMoney } from '../kit/format.ts'

/** `+120.00 元`, `-35.00 元`: a difference says which way it goes; none is `0.00 元`. */
export function signedMoney(amount: number): string {
  return amount > 0 ? `+${writeMoney(amount)}` : writeMoney(amount)
}
