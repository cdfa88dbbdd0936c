import { nameOfPlace } from '../places.ts'
import type { PlantedCell } from './manifest.ts'
import type { Pair } from './pairs.ts'
import type { MergedArea, SheetCell, SheetDraft } from './sheet-draft.ts'

/** The pairing ledger's only sheet: two tables under each other, the organisation's cells merged over its people. */
export function pairingSheet(
  name: string,
  pairs: readonly Pair[],
): { readonly draft: SheetDraft; readonly planted: readonly PlantedCell[] } {
  const page: Page = { name, rows: [], merges: [], planted: [] }
  addTitle(page, '海门区机关事业单位与困难优抚对象结对帮扶台账（2025年上半年）')
  addTitle(page, '汇总单位：双拥科')
  let serial = 0
  for (const table of tables) {
    const own = pairs.filter((pair) => pair.isDepartment === table.isDepartment)
    addTitle(page, table.title)
    page.rows.push(table.titles)
    for (const group of Map.groupBy(own, (pair) => pair.organisation).values()) {
      serial += 1
      addGroup(page, group, serial, table.titles)
    }
    page.rows.push(['小计', ...Array<undefined>(4), `${own.length}人`], [])
  }
  page.rows.push(['注：每位困难优抚对象由一个单位结对；走访日期一格可填多个。'])
  const { rows, merges } = page
  return { draft: { name, rows, merges, widths, hiddenColumns: [], isHidden: false }, planted: page.planted }
}

interface Page {
  readonly name: string
  readonly rows: (readonly SheetCell[])[]
  readonly merges: MergedArea[]
  readonly planted: PlantedCell[]
}

function addTitle(page: Page, text: string): void {
  page.merges.push({ top: page.rows.length, bottom: page.rows.length, left: 0, right: widths.length - 1 })
  page.rows.push([text])
}

function addGroup(page: Page, group: readonly Pair[], serial: number, titles: readonly string[]): void {
  const top = page.rows.length
  if (group.length > 1) {
    for (const column of organisationColumns) {
      page.merges.push({ top, bottom: top + group.length - 1, left: column, right: column })
    }
  }
  for (const [at, pair] of group.entries()) {
    const row = page.rows.length + 1
    for (const it of pair.habits) page.planted.push({ sheet: page.name, row, title: titles[it.column] ?? '', ...it })
    page.rows.push(cellsOf(pair, at === 0 ? serial : undefined))
  }
}

// Only the first person's row carries the organisation; the rest lies under the merged cell.
function cellsOf(pair: Pair, serial: number | undefined): readonly SheetCell[] {
  const own = [serial, pair.organisation, pair.creditCode, pair.contact, pair.contactPhone]
  return [
    ...(serial === undefined ? Array<undefined>(own.length) : own),
    pair.name,
    pair.idNumber,
    nameOfPlace(pair.person.home.place),
    pair.planned,
    pair.visitText,
    pair.help,
    undefined,
  ]
}

const organisationColumns = [0, 1, 2, 3, 4]
const widths = [6, 26, 22, 10, 14, 10, 22, 24, 8, 24, 30, 10]
const before = ['序号', '结对单位', '统一社会信用代码', '联系人', '联系电话']
const after = ['所在镇村', '计划走访次数', '走访日期', '帮扶内容', '备注']

const tables = [
  { title: '一、区级机关', titles: [...before, '帮扶对象', '身份证号', ...after], isDepartment: true },
  { title: '二、其他部门和事业单位', titles: [...before, '帮扶对象姓名', '身份证号码', ...after], isDepartment: false },
]
