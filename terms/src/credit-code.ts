const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const

export type CreditCodeVerdict = 'valid' | 'wrong-length' | 'wrong-character' | 'wrong-check'

/**
 * 统一社会信用代码 (unified social credit code), GB 32100-2015. A wrong check is worth a warning only:
 * some codes issued in Fujian and Shanghai fail it and are nevertheless the real ones.
 */
export function judgeCreditCode(text: string): CreditCodeVerdict {
  const code = text.toUpperCase()
  if (code.length !== 18) return 'wrong-length'
  const values = [...code].map((character) => CHARACTERS.indexOf(character))
  if (values.includes(-1)) return 'wrong-character'
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * (values[at] ?? 0), 0)
  return (31 - (sum % 31)) % 31 === values[17] ? 'valid' : 'wrong-check'
}
