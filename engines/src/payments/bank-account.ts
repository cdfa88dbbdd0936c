/** 银行账号的判断 (verdict on an account). A passbook number carries no check digit that is known to all banks: it passes unchecked. */
export type AccountVerdict =
  | { readonly kind: 'card'; readonly account: string }
  | { readonly kind: 'passbook'; readonly account: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'damaged-by-excel' }
  | { readonly kind: 'wrong-character' }
  | { readonly kind: 'wrong-length'; readonly length: number }
  | { readonly kind: 'wrong-check' }

/** Judges a text as a bank account: spaces and hyphens are dropped, full-width digits are read. */
export function judgeAccount(text: string): AccountVerdict {
  const plain = text.normalize('NFKC').replace(/[\s'’-]/g, '')
  if (plain === '') return { kind: 'empty' }
  if (isScientific(plain) || /^\d+\.\d+$/.test(plain)) return { kind: 'damaged-by-excel' }
  if (!/^\d+$/.test(plain)) return { kind: 'wrong-character' }
  if (plain.length < 12 || plain.length > 23) return { kind: 'wrong-length', length: plain.length }
  if (lostDigits(plain)) return { kind: 'damaged-by-excel' }
  if (!isCard(plain)) return { kind: 'passbook', account: plain }
  if (plain.length > 19) return { kind: 'wrong-length', length: plain.length }
  return hasRightCheck(plain) ? { kind: 'card', account: plain } : { kind: 'wrong-check' }
}

/** What a verdict means for whoever must mend it; undefined where nothing is wrong. */
export function accountTrouble(verdict: AccountVerdict): string | undefined {
  switch (verdict.kind) {
    case 'card':
    case 'passbook':
      return undefined
    case 'empty':
      return '没有银行账户'
    case 'damaged-by-excel':
      return '账号被表格软件改成了科学计数或末位变零，请按存折、银行卡原件更正'
    case 'wrong-character':
      return '账号中有数字以外的字符，请按原件更正'
    case 'wrong-length':
      return `账号为 ${verdict.length} 位，银行账号应为 12 至 23 位、银行卡号至多 19 位，请按原件更正`
    case 'wrong-check':
      return '银行卡号校验位不符，多半有一位写错或两位写颠倒，请按原件更正'
  }
}

/** Luhn (ISO/IEC 7812-1): from the right every second digit doubled, digits summed, a multiple of ten. */
export function hasRightCheck(digits: string): boolean {
  let sum = 0
  for (let at = digits.length - 1, isSecond = false; at >= 0; at -= 1, isSecond = !isSecond) {
    const digit = Number(digits[at]) * (isSecond ? 2 : 1)
    sum += digit > 9 ? digit - 9 : digit
  }
  return sum % 10 === 0
}

// Numbers of UnionPay begin with 62; older cards of Visa and Mastercard are no payroll accounts of a county.
function isCard(digits: string): boolean {
  return digits.startsWith('62') && digits.length >= 16
}

function isScientific(text: string): boolean {
  return /^\d+(\.\d+)?E\+?\d+$/i.test(text)
}

// Excel keeps 15 digits of a number and writes noughts for the rest: of 18 and 19 digits three or four in a row.
function lostDigits(digits: string): boolean {
  return digits.length >= 18 && /^0+$/.test(digits.slice(15))
}
