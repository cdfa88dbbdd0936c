import { type Cell, cellText, compact } from '../cell.ts'
import { held, warned } from '../complaint.ts'
import { clean, flawed, mended, type Reader, type Reading, readErrorCell } from '../reader.ts'
import { chineseNumber } from './chinese-number.ts'

/** 数量 reader: a whole number; 30人, 5,000人次 and 约200 are read, an approximate one with a warning. */
export const countReader: Reader<number> = { kind: 'count', repeats: true, mayRepeatAbove: true, read: readCount }

const COUNT =
  /^(约|近|超|超过|大约|>|≥)?(\d[\d,]*|[〇零一二两三四五六七八九十百千]+)(多|余|左右|\+)?(?:人次|人|次|户|个|名|位|场|岁|年|件)?(多|余|左右)?$/
const MOST = 100_000_000

function readCount(cell: Cell): Reading<number> {
  const error = readErrorCell(cell)
  if (error) return error
  if (typeof cell === 'number' && Number.isInteger(cell) && cell >= 0 && cell <= MOST) return clean(cell)
  const text = compact(cellText(cell)).replace(/['’‘`]/g, '')
  const found = COUNT.exec(text)
  const count = found ? numberOf(found[2] ?? '') : undefined
  if (!found || count === undefined || count > MOST) {
    return flawed(held('count-unreadable', `“${text.slice(0, 20)}”不是整数。请只填数字，如 30。`))
  }
  const isAbout = found[1] !== undefined || found[3] !== undefined || found[4] !== undefined
  if (isAbout) return flawed(warned('count-doubtful', `“${text}”是约数，按 ${count} 读入。请填实际数。`), count)
  return text === String(count) ? clean(count) : mended(count, `“${text}”按 ${count} 读入。`)
}

function numberOf(text: string): number | undefined {
  return /^\d/.test(text) ? Number(text.replaceAll(',', '')) : chineseNumber(text)
}
