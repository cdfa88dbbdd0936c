import { type Fen, fen } from '@dongzhou/terms/fen'
import { type Cell, cellText, compact } from '../cell.ts'
import { held, warned } from '../complaint.ts'
import { clean, flawed, mended, type Reader, type ReaderSetting, type Reading, readErrorCell } from '../reader.ts'

/** 金额 reader: 5,000 / 5000元 / 1.5万元 to whole fen. A title that says 万元 gives the unit of cells that have none. */
export const moneyReader: Reader<Fen> = { kind: 'money', repeats: true, mayRepeatAbove: true, read: readMoney }

const AMOUNT = /^(?:人民币|RMB|¥|￥|约)*(-?)(\d[\d,]*)(?:\.(\d+))?(万)?(?:元|圆|块)?(?:整|正)?(?:\/[年月人])?$/i
const MOST = 1e13

function readMoney(cell: Cell, setting: ReaderSetting): Reading<Fen> {
  const error = readErrorCell(cell)
  if (error) return error
  const text = compact(cellText(cell)).replace(/['’‘`]/g, '')
  const found = AMOUNT.exec(text)
  if (!found)
    return flawed(held('money-unreadable', `“${text.slice(0, 20)}”看不懂是多少钱。请只填数字，单位元，如 5000.00。`))
  if (found[1] === '-') return flawed(held('money-negative', '金额不能为负。请核对后改正。'))
  const titleSaysTenThousands = setting.columnTitle.includes('万元') && !/[万元圆块]/.test(text)
  const isTenThousands = found[4] === '万' || titleSaysTenThousands
  const amount = fenOf(found[2] ?? '', found[3] ?? '', isTenThousands)
  if (amount === undefined) return flawed(held('money-unreadable', '金额大得不合常理。请核对单位后改正。'))
  if (!amount.isExact) return flawed(warned('money-unreadable', '金额不足一分的部分已四舍五入。请核对。'), amount.fen)
  if (titleSaysTenThousands) return mended(amount.fen, '按列标题以万元为单位读入。')
  return text === String(cell) ? clean(amount.fen) : mended(amount.fen, '已去掉单位、逗号等符号后读入。')
}

// By digits, not by floats: 4.35 x 100 is 434.99999999999994.
function fenOf(
  whole: string,
  fraction: string,
  isTenThousands: boolean,
): { readonly fen: Fen; readonly isExact: boolean } | undefined {
  const places = isTenThousands ? 6 : 2
  const kept = fraction.slice(0, places).padEnd(places, '0')
  const rest = fraction.slice(places)
  const amount = Number(whole.replaceAll(',', '') + kept) + (rest >= '5' ? 1 : 0)
  if (amount > MOST) return undefined
  return { fen: fen(amount), isExact: !/[1-9]/.test(rest) }
}
