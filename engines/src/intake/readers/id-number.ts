import { type IdNumber, type IdNumberVerdict, judgeIdNumber, lengthenIdNumber } from '@dongzhou/terms/id-number'
import { unreachable } from '@dongzhou/terms/unreachable'
import type { Cell } from '../cell.ts'
import { type Flaw, held, warned } from '../complaint.ts'
import { digitsText, flawed, mended, type Reader, type Reading, readErrorCell } from '../reader.ts'

/** 身份证号 reader: mends the wrapping (apostrophe, spaces, full width, small x), never the number itself. */
export const idNumberReader: Reader<IdNumber> = {
  kind: 'id-number',
  repeats: false,
  mayRepeatAbove: false,
  read: readIdNumber,
}

const SETTLE = '请核对证件后改正，或留待核实。'
const SCIENTIFIC = /^\d(\.\d+)?E\+?\d+$/i
const SMALL_X = /[x×χХх]$/

// Excel keeps 15 significant digits: from 10^15 on, what the cell holds is no longer what was typed.
const EXACT_BELOW = 1e15

function readIdNumber(cell: Cell): Reading<IdNumber> {
  const error = readErrorCell(cell)
  if (error) return error
  if (typeof cell === 'number' && Math.abs(cell) >= EXACT_BELOW) return flawed(PRECISION_LOST)
  const { text, note } = digitsText(cell)
  if (SCIENTIFIC.test(text)) return flawed(SCIENTIFIC_FORM)
  if (text.length === 15) return readFifteen(text)
  const number = text.replace(SMALL_X, 'X')
  const verdict = judgeIdNumber(number)
  if (verdict.kind === 'valid') {
    const said = note ?? (number === text ? undefined : '末位已改为大写 X 读入。')
    return number.endsWith('000') ? flawed(MAYBE_LOST, verdict.idNumber, said) : mended(verdict.idNumber, said)
  }
  return flawed(flawOf(verdict, number))
}

function readFifteen(text: string): Reading<IdNumber> {
  if (!/^\d{15}$/.test(text)) return flawed(flawOf({ kind: 'wrong-character' }, text))
  const lengthened = lengthenIdNumber(text)
  if (lengthened) return mended(lengthened, '15 位旧号已按国标升为 18 位。')
  return flawed(held('id-birth', `15 位旧号中的出生日期 19${text.slice(6, 12)} 不存在。${SETTLE}`))
}

const PRECISION_LOST = held(
  'id-precision-lost',
  '单元格是数字格式，Excel 只保留前 15 位，末三位已丢失，不能推算。请按证件重新填写（先把列设为文本格式），或留待核实。',
)

// One damaged number in eleven passes the check by chance; a real one ends in three zeros once in a thousand.
const MAYBE_LOST = warned(
  'id-precision-lost',
  '末三位是 000，号码虽能通过校验，也可能是被 Excel 转成数字后失真的。请对照证件核对。',
)

const SCIENTIFIC_FORM = held(
  'id-scientific',
  '被 Excel 写成了科学计数法，原号码已丢失，不能推算。请按证件重新填写（先把列设为文本格式），或留待核实。',
)

function flawOf(verdict: Exclude<IdNumberVerdict, { kind: 'valid' }>, number: string): Flaw {
  switch (verdict.kind) {
    case 'wrong-length':
      return held('id-length', `应为 18 位，现为 ${verdict.length} 位。${SETTLE}`)
    case 'wrong-character':
      return held('id-character', `应全为数字（末位可为 X），现有其他字符。${SETTLE}`)
    case 'impossible-birth':
      return held('id-birth', `号码中的出生日期 ${verdict.birth} 不存在。${SETTLE}`)
    case 'wrong-check':
      // Three zeros at the end and a failing check: the mark a number leaves when it went through Excel and back to text.
      if (number.endsWith('000')) return PRECISION_LOST
      return held('id-check', `校验位应为 ${verdict.expected}，现为 ${verdict.found}。${SETTLE}`)
    default:
      return unreachable(verdict)
  }
}
