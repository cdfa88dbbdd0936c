import { type Cell, cellText, narrow } from '../cell.ts'
import { type Flaw, warned } from '../complaint.ts'
import { clean, type Reader, type Reading, readErrorCell } from '../reader.ts'

/** 电话 reader: one or several numbers in a cell; mobile 1xx, landline 0513-xxxxxxxx. A bad number is left out, with a warning. */
export const phoneReader: Reader<readonly string[]> = {
  kind: 'phone',
  repeats: false,
  mayRepeatAbove: true,
  read: readPhones,
}

const MOBILE = /^1[3-9]\d{9}$/
const LANDLINE = /^0\d{2,3}\d{7,8}$/
const LOCAL = /^[2-8]\d{6,7}$/
const BETWEEN_NUMBERS = /[、,;:/|\n]+|或|和|\s{1,}(?=1[3-9]\d{9}|0\d{2,3}-?\d{7})/
const REMARKS = /[（(【[].*?[)）】\]]|[\p{Script=Han}'’‘`]+/gu
const EXTENSION = /(?:-|转)\d{1,5}$/
const COUNTRY = /^(?:\+|00)?86(?=1[3-9]\d{9}$)/

function readPhones(cell: Cell): Reading<readonly string[]> {
  if (typeof cell === 'string' && MOBILE.test(cell)) return clean([cell])
  const error = readErrorCell(cell)
  if (error) return error
  const text = narrow(cellText(cell))
  const whole = readOne(text)
  const numbers = typeof whole === 'string' ? [whole] : text.split(BETWEEN_NUMBERS).map(readOne)
  const good = numbers.filter((number) => typeof number === 'string').filter((number) => number !== '')
  const flaws = numbers.filter((number) => typeof number !== 'string')
  const value = good.length === 0 ? undefined : [...new Set(good)]
  const isUntouched = good.length === 1 && good[0] === cellText(cell)
  return {
    value,
    flaws: [...flaws, ...localFlaws(good)],
    repaired: isUntouched || !value ? undefined : noteOf(good.length),
  }
}

function noteOf(count: number): string {
  return count > 1 ? `一格内有 ${count} 个号码，已分开读入。` : '已按标准格式读入。'
}

// A text when it is a number (or nothing), the flaw when it is a damaged one.
function readOne(part: string): string | Flaw {
  const bare = part.replace(REMARKS, '').trim()
  const digits = bare.replace(/[\s-]/g, '').replace(COUNTRY, '')
  if (digits === '') return ''
  if (MOBILE.test(digits)) return digits
  return readLandline(bare, digits) ?? damaged(digits)
}

function readLandline(bare: string, digits: string): string | undefined {
  if (LOCAL.test(digits)) return digits
  const extension = /-\d{7,8}-\d{1,5}$/.test(bare) ? EXTENSION.exec(bare)?.[0] : undefined
  const core = extension ? bare.slice(0, -extension.length).replace(/[\s-]/g, '') : digits
  if (!LANDLINE.test(core)) return undefined
  // 010, 02x have three digits of area code, all others four.
  const area = core.startsWith('01') || core.startsWith('02') ? 3 : 4
  return `${core.slice(0, area)}-${core.slice(area)}${extension ?? ''}`
}

function damaged(digits: string): Flaw {
  if (/^1\d+$/.test(digits)) {
    return warned(
      'phone-damaged',
      `手机号应为 11 位且以 13 至 19 开头，现为 ${digits.length} 位，这个号码不读入。请核对后改正。`,
    )
  }
  return warned('phone-damaged', '不是手机号，也不是带区号的座机号（如 0513-82212345），这个号码不读入。请核对后改正。')
}

function localFlaws(numbers: readonly string[]): readonly Flaw[] {
  if (!numbers.some((number) => LOCAL.test(number))) return []
  return [warned('phone-doubtful', '座机号没有区号，按原样读入。请补上区号（海门为 0513）。')]
}
