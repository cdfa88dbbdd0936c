import type { Cell } from '../cell.ts'
import { held, warned } from '../complaint.ts'
import { digitsText, flawed, mended, type Reader, type Reading, readErrorCell } from '../reader.ts'

/** 银行账号 reader: 8 to 30 digits. A failing Luhn is worth a warning (passbooks have none); a number Excel damaged is held. */
export const bankAccountReader: Reader<string> = {
  kind: 'bank-account',
  repeats: false,
  mayRepeatAbove: false,
  read: readAccount,
}

const ACCOUNT = /^\d{8,30}$/
const CARD = /^[3-6]\d{15,18}$/
const DAMAGED_TAIL = /^\d{15}0{3,4}$/
const SCIENTIFIC = /^\d(\.\d+)?E\+?\d+$/i
const EXACT_BELOW = 1e15
const LOST = held(
  'account-precision-lost',
  '单元格是数字格式，Excel 只保留前 15 位，后面的数字已丢失，不能推算。请按存折或卡面重新填写（先把列设为文本格式）。',
)

function readAccount(cell: Cell): Reading<string> {
  const error = readErrorCell(cell)
  if (error) return error
  if (typeof cell === 'number' && Math.abs(cell) >= EXACT_BELOW) return flawed(LOST)
  const { text, note } = digitsText(cell)
  if (SCIENTIFIC.test(text)) return flawed(LOST)
  const account = text.replaceAll('-', '')
  if (!ACCOUNT.test(account)) {
    return flawed(
      held(
        'account-unreadable',
        `账号应为 8 至 30 位数字，现为 ${account.length} 位或含其他字符。请按存折或卡面改正。`,
      ),
    )
  }
  // Fifteen digits and nothing but zeros after them is what a number cell leaves behind; one such in ten passes Luhn.
  if (DAMAGED_TAIL.test(account)) return flawed(LOST)
  if (!CARD.test(account) || passesLuhn(account)) {
    return mended(account, note ?? (account === text ? undefined : '已去掉账号中的横线后读入。'))
  }
  return flawed(warned('account-check', '卡号末位校验不符，可能有一位写错。请按卡面核对。'), account, note)
}

/** Luhn's check of a card number (ISO/IEC 7812). */
export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let at = 0; at < digits.length; at += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - at) - 48
    const doubled = at % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
