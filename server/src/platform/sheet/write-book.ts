import { type Cell, lettersOf, type SheetRow } from './cell.ts'
import { STYLE } from './xlsx-style.ts'
import { type Freeze, sheetNames, type WrittenSheet, writeXlsx } from './xlsx-writer.ts'
import { encodeText } from './xml.ts'

/** 导出列 (column) of a book to write. */
export interface BookColumn {
  readonly title: string
  /** In characters of the screen's digits; a Chinese character takes two. */
  readonly width: number
  /** 填写说明: shown beside the cell when somebody stands on the column. */
  readonly note?: string
  /** 下拉选项: the values the column takes; others are asked about, not refused. */
  readonly choices?: readonly string[]
  /** ID numbers, phones, accounts: kept as text, also in the rows nobody has filled yet. */
  readonly text?: true
}

/** 导出表 (sheet) to write: its titles stand in row 1. */
export interface BookSheet {
  readonly name: string
  readonly columns: readonly BookColumn[]
  readonly rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>
  /** Row 1 stays in sight when nothing is said. */
  readonly freeze?: Freeze
  readonly hidden?: boolean
}

/** What to write. */
export interface BookContent {
  readonly sheets: readonly BookSheet[]
}

const DICTIONARY = '字典'
const LAST_ROW = 1_048_576
// Excel's limits for a list written into the rule itself, and for the title and text of a hint.
const INLINE_LIST = 255
const HINT_TITLE = 32
const HINT_TEXT = 255

/** 写表格 (write a book): an xlsx written row by row, whatever its length, with drop-downs, hints and columns Excel cannot damage. */
export async function writeBook(path: string, content: BookContent): Promise<void> {
  const dictionary = new Dictionary(freeName(content.sheets.map((sheet) => sheet.name)))
  const sheets = content.sheets.map((sheet): WrittenSheet => {
    return {
      name: sheet.name,
      hidden: sheet.hidden === true,
      columns: sheet.columns.map(({ width, text }) => (text ? { width, style: STYLE.text } : { width })),
      rows: numbered(sheet),
      headerRow: 1,
      freeze: sheet.freeze ?? { rows: 1, columns: 0 },
      validations: sheet.columns.flatMap((column, index) => validationOf(column, index, dictionary)),
    }
  })
  await writeXlsx(path, dictionary.isEmpty ? sheets : [...sheets, dictionary.sheet()])
}

async function* numbered(sheet: BookSheet): AsyncGenerator<SheetRow, void, undefined> {
  yield { number: 1, cells: sheet.columns.map((column) => column.title) }
  let number = 1
  for await (const cells of sheet.rows) yield { number: ++number, cells }
}

function validationOf(column: BookColumn, index: number, dictionary: Dictionary): string[] {
  const { note, choices = [] } = column
  if (note === undefined && choices.length === 0) return []
  const letters = lettersOf(index)
  const hint =
    note === undefined
      ? ''
      : ` showInputMessage="1" promptTitle="${encodeText(column.title.slice(0, HINT_TITLE))}" prompt="${encodeText(note.slice(0, HINT_TEXT))}"`
  const place = `allowBlank="1"${hint} sqref="${letters}2:${letters}${LAST_ROW}"`
  if (choices.length === 0) return [`<dataValidation ${place}/>`]
  // A warning, not a stop: a clerk may know a value the list does not, and the intake will say what it thinks of it.
  const warning = 'type="list" errorStyle="warning" showErrorMessage="1" error="不在下拉选项中，导入时可能要核实。"'
  return [
    `<dataValidation ${warning} ${place}><formula1>${encodeText(listOf(choices, dictionary))}</formula1></dataValidation>`,
  ]
}

function listOf(choices: readonly string[], dictionary: Dictionary): string {
  const inline = choices.join(',')
  const isPlain = inline.length <= INLINE_LIST && choices.every((choice) => !/[",]|^\s|\s$/.test(choice))
  return isPlain ? `"${inline}"` : dictionary.reference(choices)
}

function freeName(names: readonly string[]): string {
  return sheetNames([...names, DICTIONARY]).at(-1) ?? DICTIONARY
}

/** The hidden sheet with the lists too long for a rule, one a column. */
class Dictionary {
  private readonly name: string
  private readonly lists: (readonly string[])[] = []

  constructor(name: string) {
    this.name = name
  }

  get isEmpty(): boolean {
    return this.lists.length === 0
  }

  reference(choices: readonly string[]): string {
    const letters = lettersOf(this.lists.push(choices) - 1)
    return `'${this.name.replaceAll("'", "''")}'!$${letters}$1:$${letters}$${choices.length}`
  }

  sheet(): WrittenSheet {
    return {
      name: this.name,
      hidden: true,
      columns: this.lists.map(() => ({ width: 20, style: STYLE.text })),
      rows: this.rows(),
    }
  }

  private *rows(): Generator<SheetRow, void, undefined> {
    const longest = this.lists.reduce((most, list) => Math.max(most, list.length), 0)
    for (let row = 0; row < longest; row++) yield { number: row + 1, cells: this.lists.map((list) => list[row]) }
  }
}
