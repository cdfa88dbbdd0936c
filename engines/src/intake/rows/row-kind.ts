import { type Cell, cellText, compact, isBlankCell } from '../cell.ts'

/** 行的种类 other than data and headers; undefined when the row must be read as data. */
export type PlainRowKind = 'blank' | 'total' | 'note'

/** What a row is, by its first filled cells; `isKeyed` says whether one of the ledger's required cells is filled. */
export function kindOfRow(cells: readonly Cell[], isKeyed: boolean): PlainRowKind | undefined {
  const first = cells.findIndex((cell) => !isBlankCell(cell))
  if (first === -1) return 'blank'
  const head = cells[first]
  if (typeof head === 'string' && isTotalWord(head)) return 'total'
  // A keyed row with plenty in it is data whatever its first cell says; only then is the rest worth counting.
  const second = cells.findIndex((cell, at) => at > first && !isBlankCell(cell))
  if (typeof head === 'string' && isNote(head, second === -1)) return 'note'
  if (isOrdinalRow(cells) || isInstructionRow(cells)) return 'note'
  const next = cells[second]
  if (typeof next === 'string' && isTotalWord(next)) return 'total'
  return isKeyed || second !== -1 ? undefined : kindOfSingle(head)
}

// One text alone, in no required column: a heading (常乐镇, 三、烈士遗属). Digits alone are somebody's telephone or age.
function kindOfSingle(cell: Cell): PlainRowKind | undefined {
  return typeof cell === 'string' && !/\d{5}/.test(cell) ? 'note' : undefined
}

const TOTAL = /^(?:合计|小计|总计|共计|累计|本页小计|本页合计|总合计)(?:[:：（(\d].*)?$/
const TOTAL_OF_PLACE = /^[^\d]{1,10}(?:合计|小计)[:：]?$/
const NOTE =
  /^(?:[*※]?(?:注|备注|说明|填表说明|填报说明|注意|注意事项)[:：\d]|(?:填表|填报|制表|审核|审批|经办|负责|复核|单位|填报单位|填表单位|制表单位|联系|报送|填报日期|填表日期|制表日期|单位负责)[^，。]{0,8}[:：]|示例|样例|例[:：])/
// 二、悦来镇 or 悦来镇 alone in its row is a section's heading, also where the column below it holds names.
const HEADING = /^[（(]?[一二三四五六七八九十]{1,3}[)）]?、|^[^\d]{2,10}(?:镇|街道|办事处|开发区|园区|新区)$/
const LONGEST_TOTAL = 14
const LONG_NOTE = 25

function isTotalWord(raw: string): boolean {
  if (raw.length > LONGEST_TOTAL + 6) return false
  const text = compact(raw)
  return TOTAL.test(text) || TOTAL_OF_PLACE.test(text)
}

function isNote(raw: string, isAlone: boolean): boolean {
  // Names and serial numbers are short and have no colon: the usual first cell is out at once.
  if (raw.length < 2) return false
  return NOTE.test(raw.trim()) || (isAlone && (raw.length >= LONG_NOTE || HEADING.test(raw.trim())))
}

/** 甲 乙 1 2 3 4 or 1 2 3 4 under a header: the columns' own numbers. */
function isOrdinalRow(cells: readonly Cell[]): boolean {
  let expected: number | undefined
  let count = 0
  for (const cell of cells) {
    if (isBlankCell(cell)) continue
    const number = ordinalOf(cell)
    if (number === undefined || (expected !== undefined && number !== expected)) return false
    expected = number === 0 ? undefined : number + 1
    count += 1
  }
  return count >= 4 && expected !== undefined
}

function ordinalOf(cell: Cell): number | undefined {
  if (typeof cell === 'number') return cell >= 1 && cell <= 500 ? cell : undefined
  if (typeof cell !== 'string' || cell.length > 5) return undefined
  if (/^[甲乙丙丁]$/.test(cell)) return 0
  const digits = /^[（(]?(\d{1,3})[)）]?$/.exec(cell.trim())
  return digits ? Number(digits[1]) : undefined
}

const INSTRUCTION =
  /^(?:必填|选填|必填项|文本|文本格式|下拉选择|下拉|日期格式|数字格式|格式|18位|请选择|自动生成|yyyy)/i

/** 必填 / 选填 / 18位 under a header. */
function isInstructionRow(cells: readonly Cell[]): boolean {
  let instructions = 0
  let filled = 0
  for (const cell of cells) {
    if (isBlankCell(cell)) continue
    filled += 1
    if (typeof cell === 'string' && cell.length < 30 && INSTRUCTION.test(cell.trim())) instructions += 1
    // A row of data gives itself away in its first cells; do not walk thirty of them.
    else if (filled - instructions > 3) return false
  }
  return instructions >= 2 && instructions * 2 >= filled
}

/** The texts of a row that is not data, for showing: what the sheet says there. */
export function textOfRow(cells: readonly Cell[]): string {
  return cells
    .map(cellText)
    .filter((text) => text !== '')
    .join(' ')
}
