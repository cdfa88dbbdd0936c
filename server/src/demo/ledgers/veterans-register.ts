import { divisionCode, isWithin } from '@dongzhou/terms/division'
import { Chance } from '../chance.ts'
import type { Profile } from '../profiles.ts'
import { fullWidthArea, type PersonColumn, personCells, placesOf, twoRowHeader } from './layout.ts'
import { heldRows, type LedgerManifest, type PlantedCell } from './manifest.ts'
import { findPeople, type PersonRow, personRow, planted } from './person-rows.ts'
import { type SheetCell, type SheetDraft, xlsxOf } from './sheet-draft.ts'
import { spoil, spoilings } from './spoiling.ts'

/** Whose registry the samples go with: the people below `count` are in it, those above are not yet. */
export interface Cast {
  readonly seed: number
  readonly count: number
}

/** A sample file: its name, its bytes, and what was put into it. */
export interface Sample<M extends LedgerManifest = LedgerManifest> {
  readonly bytes: Uint8Array
  readonly manifest: M
}

const file = '01-退役军人登记册-三星镇.xlsx'
const sheet = '三星镇'
const town = divisionCode('320614416000')
const known = 60
const newcomers = 356
const repeated = 4
const firstRow = 5

/** 退役军人登记册 (veterans' register) of one town: 420 rows, most of them good, most of them new to the registry. */
export async function veteransRegister({ seed, count }: Cast): Promise<Sample> {
  const chance = new Chance(seed, 1_900_000_001)
  const people = chance.shuffled([
    ...findPeople(seed, { from: 0, until: count }, livesThere, Math.min(known, Math.floor(count / 60))),
    ...findPeople(seed, { from: count, until: count + 12_000 }, livesThere, newcomers),
  ])
  const rows = withRepeats(chance, spoilt(chance, people))
  const places = rows.flatMap((row, at) => placesOf(row, columns, sheet, firstRow + at))
  const bytes = await xlsxOf([draftOf(rows), notes])
  return { bytes, manifest: manifestOf(rows, places, count) }
}

function livesThere(profile: Profile): boolean {
  return profile.service !== undefined && profile.died === undefined && isWithin(profile.home.place.division, town)
}

function spoilt(chance: Chance, people: readonly Profile[]): readonly PersonRow[] {
  return spoil(
    chance,
    people.map((profile) => personRow(chance, profile)),
    [
      [spoilings.idSmallX, 6],
      [spoilings.idAsNumber, 4],
      [spoilings.idScientific, 3],
      [spoilings.idWrongCheck, 3],
      [spoilings.idImpossibleBirth, 1],
      [spoilings.idMissing, 2],
      [spoilings.dateImpossible, 3],
      [spoilings.dateUnreadable, 1],
      [spoilings.sexAgainstId, 2],
      [spoilings.birthAgainstId, 2],
      [spoilings.dischargedTooEarly, 2],
      [spoilings.villageUnknown, 2],
      [spoilings.idApostrophe, 14],
      [spoilings.idFullWidth, 8],
      [spoilings.idFifteen, 8],
      [spoilings.idSpaced, 6],
    ],
  )
}

// The same person once more, further down, with another telephone: typed in again from another list.
function withRepeats(chance: Chance, rows: readonly PersonRow[]): readonly PersonRow[] {
  const clean = rows.filter((row, at) => at < rows.length / 2 && row.planted.length === 0).slice(0, repeated)
  if (clean.length < repeated) throw new RangeError('too few clean rows to repeat')
  const result = [...rows]
  for (const row of clean) {
    const again = planted(
      { ...row, cells: { ...row.cells, phone: `168${chance.digits(8)}`, remark: '补录' } },
      'idNumber',
      'duplicate-in-sheet',
      row.profile.idNumber,
    )
    result.splice(chance.between(Math.ceil(result.length * 0.6), result.length), 0, again)
  }
  return result
}

function draftOf(rows: readonly PersonRow[]): SheetDraft {
  const header = twoRowHeader(columns, 2)
  const blank: SheetCell[] = []
  const total = ['合计', undefined, undefined, `${rows.length}人`]
  const signed = ['填表人：', undefined, undefined, undefined, '审核人：', undefined, undefined, '2025年3月20日']
  return {
    name: sheet,
    rows: [
      ['海门区三星镇退役军人登记册（2025年3月）'],
      [
        '填报单位：三星镇退役军人服务站    说明：1.身份证号必须填写18位；2.出生年月、入伍时间按档案填写；3.本表不得改动列次。',
      ],
      ...header.rows,
      ...rows.map((row, at) => personCells(row, columns, at + 1)),
      total,
      blank,
      ['备注：本表含外出务工人员，去世人员另册登记。'],
      signed,
    ],
    merges: [fullWidthArea(0, columns.length), fullWidthArea(1, columns.length), ...header.merges],
    widths: columns.map((column) => column.width),
    hiddenColumns: [columns.findIndex((column) => column.field === 'box')],
    isHidden: false,
  }
}

function manifestOf(rows: readonly PersonRow[], places: readonly PlantedCell[], count: number): LedgerManifest {
  return {
    file,
    kind: 'veterans-register',
    sheets: [sheet],
    rows: rows.length,
    goodRows: rows.length - heldRows(places).size,
    inRegistry: rows.filter((row) => row.profile.index < count).length,
    planted: places,
  }
}

// Offices leave the instructions of the year before in the file, on a hidden sheet.
const notes: SheetDraft = {
  name: '填表说明',
  rows: [['填表说明'], ['1', '人员类别：退役义务兵、退役军士、转业干部、复员干部'], ['2', '户籍类别：农村、城镇']],
  merges: [],
  widths: [8, 60],
  hiddenColumns: [],
  isHidden: true,
}

const columns: readonly PersonColumn[] = [
  { field: 'serial', title: '序号', width: 6 },
  { field: 'name', title: '姓 名', width: 10 },
  { field: 'sex', title: '性别', width: 6 },
  { field: 'idNumber', title: '身份证号', width: 22 },
  { field: 'birth', title: '出生年月', width: 12 },
  { field: 'ethnicity', title: '民族', width: 8 },
  { field: 'politics', title: '政治面貌', width: 10 },
  { field: 'education', title: '文化程度', width: 10 },
  { field: 'enlisted', title: '入伍时间', group: '服役情况', width: 12 },
  { field: 'discharged', title: '退役时间', group: '服役情况', width: 12 },
  { field: 'category', title: '人员类别', group: '服役情况', width: 14 },
  { field: 'box', title: '档案盒号', width: 12 },
  { field: 'identities', title: '身份类别', width: 20 },
  { field: 'registration', title: '户籍类别', width: 10 },
  { field: 'village', title: '村（社区）', width: 20 },
  { field: 'address', title: '家庭住址', width: 32 },
  { field: 'phone', title: '联系电话', width: 14 },
  { field: 'grade', title: '残疾等级', group: '残疾情况', width: 10 },
  { field: 'nature', title: '残疾性质', group: '残疾情况', width: 10 },
  { field: 'merit', title: '立功受奖', width: 12 },
  { field: 'employment', title: '就业情况', width: 10 },
  { field: 'remark', title: '备注', width: 12 },
]
