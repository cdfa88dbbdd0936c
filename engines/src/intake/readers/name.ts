import { type Cell, cellText, narrow } from '../cell.ts'
import { held, warned } from '../complaint.ts'
import { clean, flawed, mended, type Reader, type Reading, readErrorCell } from '../reader.ts'

/** 姓名 reader: takes out the spaces that align two-character names, keeps · and rare characters, never changes a character. */
export const nameReader: Reader<string> = { kind: 'name', repeats: false, mayRepeatAbove: false, read: readName }

// The usual name needs no further look: two to four common characters.
const USUAL = /^[\u4e00-\u9fff]{2,4}$/
const BETWEEN_HAN = /(?<=[\p{Script=Han}·])\s+(?=[\p{Script=Han}·])/gu
const MIDDLE_DOTS = /[•・‧∙．.﹒]/g
const REMARK = /^(.+?)[（(【[](.*?)[)）】\]]$/
const HAN_NAME = /^[\p{Script=Han}·]+$/u
const FOREIGN_NAME = /^[\p{Script=Latin}\p{Script=Han}·' -]+$/u
const PRIVATE_USE = /[\ue000-\uf8ff]|[\u{f0000}-\u{10ffff}]/u
const LOST = /[?？□�■]/
const CHECK = '请对照证件改正，或留待核实。'

function readName(cell: Cell): Reading<string> {
  if (typeof cell === 'string' && USUAL.test(cell)) return clean(cell)
  const error = readErrorCell(cell)
  if (error) return error
  if (typeof cell !== 'string') return flawed(held('name-damaged', `“${cellText(cell)}”不是姓名。${CHECK}`))
  const raw = cell.trim()
  const remark = REMARK.exec(narrow(raw))
  const name = tidy(remark?.[1] ?? raw)
  if (remark) {
    return flawed(
      warned('name-doubtful', `姓名后注有“${remark[2]}”，姓名按“${name}”读入。请核对备注是否要另行登记。`),
      name,
    )
  }
  return judge(name, raw)
}

function tidy(text: string): string {
  return narrow(text).replace(BETWEEN_HAN, '').replace(MIDDLE_DOTS, '·').replace(BETWEEN_HAN, '')
}

function judge(name: string, raw: string): Reading<string> {
  if (LOST.test(name)) return flawed(held('name-damaged', `姓名中有无法显示的字符。${CHECK}`))
  const note = name === raw ? undefined : '已去掉姓名中的空格后读入。'
  if (PRIVATE_USE.test(name)) {
    return flawed(
      warned('name-doubtful', '姓名中有本机自造字，别的电脑上可能显示不出。请改用标准生僻字，或留待核实。'),
      name,
      note,
    )
  }
  if (HAN_NAME.test(name)) return judgeLength(name, note)
  if (FOREIGN_NAME.test(name) && name.length <= 50) {
    return flawed(warned('name-doubtful', '姓名含外文字母，请对照证件核对。'), name, note)
  }
  return flawed(held('name-damaged', `“${name.slice(0, 20)}”不像姓名。${CHECK}`))
}

function judgeLength(name: string, note: string | undefined): Reading<string> {
  const length = [...name].length
  if (length === 1) return flawed(warned('name-doubtful', '姓名只有一个字，请对照证件核对。'), name, note)
  if (length > 20) return flawed(held('name-damaged', `姓名过长（${length} 个字），可能填了多个人。请一人一行。`))
  if (length > 4 && !name.includes('·')) {
    return flawed(warned('name-doubtful', `姓名有 ${length} 个字，可能填了两个人。请核对。`), name, note)
  }
  return mended(name, note)
}
