import { day } from '@dongzhou/terms/day'
import { encodeGb18030 } from '../../platform/sheet/index.ts'
import { Chance } from '../chance.ts'
import { type HeldActivity, heldActivities } from './activities-of-half-year.ts'
import { writeDate } from './handwriting.ts'
import { type Defect, heldRows, type LedgerManifest, type PlantedCell } from './manifest.ts'
import type { Cast, Sample } from './veterans-register.ts'

/** What the activity ledger must come to in the report. */
export interface ActivityManifest extends LedgerManifest {
  readonly lecturesHeld: number
  readonly touringStops: number
  readonly touringPersonTimes: number
  readonly exhibitionVisitors: number
}

const file = '03-活动台账.csv'
const sheet = '03-活动台账'
const firstRow = 4
const titles = [
  '序号',
  '活动日期',
  '活动名称',
  '所属项目',
  '活动地点',
  '主办单位',
  '合作单位',
  '参加人次',
  '统计方式',
  '佐证材料',
  '备注',
]

interface ActivityRow {
  readonly cells: readonly string[]
  readonly planted: readonly { readonly column: number; readonly defect: Defect }[]
}

/** 活动台账 (activity ledger), January to June 2025, as a CSV in GB18030 the way WPS saves it. */
export function activityLedger({ seed }: Cast): Sample<ActivityManifest> {
  const chance = new Chance(seed, 1_900_000_003)
  const rows = [...heldActivities.map((it) => rowOf(chance, it)), ...unreadableRows]
  const planted = rows.flatMap((row, at): readonly PlantedCell[] =>
    row.planted.map((it) => ({ sheet, row: firstRow + at, title: titles[it.column] ?? '', ...it })),
  )
  const lines = [
    ['南通市海门区退役军人事务局2025年上半年活动台账'],
    ['填报科室：思想政治和双拥科', '', '', '', '填报时间：2025年7月2日'],
    titles,
    ...rows.map((row, at) => [String(at + 1), ...row.cells]),
    ['合计', '', `共${rows.length}场`],
    ['说明：红色大篷车按停靠点逐场登记；人次为参加总人次。'],
  ]
  const text = lines.map((line) => titles.map((_, at) => quoted(line[at] ?? '')).join(',')).join('\r\n')
  return {
    bytes: encodeGb18030(`${text}\r\n`),
    manifest: {
      file,
      kind: 'activity-ledger',
      sheets: [sheet],
      rows: rows.length,
      goodRows: rows.length - heldRows(planted).size,
      inRegistry: 0,
      planted,
      lecturesHeld: ofSeries('红在东洲宣讲').length,
      touringStops: ofSeries('红色大篷车').length,
      touringPersonTimes: peopleAt('红色大篷车'),
      exhibitionVisitors: peopleAt('抗战胜利80周年主题图片展'),
    },
  }
}

function rowOf(chance: Chance, it: HeldActivity): ActivityRow {
  const date = writeDate(chance, day(it.day), true)
  const written = typeof date.cell === 'object' ? it.day.replaceAll('-', '/') : String(date.cell)
  const planted: ActivityRow['planted'][number][] = []
  if (date.habit) planted.push({ column: 1, defect: date.habit })
  if (it.written.startsWith('约')) planted.push({ column: 7, defect: 'count-doubtful' })
  else if (it.written !== String(it.people)) planted.push({ column: 7, defect: 'count-dressed' })
  const host = it.series === '军休活动' ? '军休服务站' : '区退役军人事务局'
  return {
    cells: [written, it.name, it.series, it.place, host, it.partner, it.written, it.method, it.proof, ''],
    planted,
  }
}

// Two rows nobody can use as they stand: a day that the calendar lacks, and a number that is none.
const unreadableRows: readonly ActivityRow[] = [
  {
    cells: [
      '2025.2.30',
      '军休干部座谈会',
      '军休活动',
      '军休服务站',
      '军休服务站',
      '',
      '28',
      '签到',
      '签到表',
      '日期待核',
    ],
    planted: [{ column: 1, defect: 'date-impossible' }],
  },
  {
    cells: [
      '2025.6.18',
      '老兵悦谈进机关',
      '老兵悦谈',
      '区级机关',
      '区退役军人事务局',
      '区级机关工委',
      '若干',
      '估算',
      '',
      '',
    ],
    planted: [{ column: 7, defect: 'count-unreadable' }],
  },
]

function ofSeries(series: string): readonly HeldActivity[] {
  return heldActivities.filter((it) => it.series === series)
}

function peopleAt(series: string): number {
  return ofSeries(series).reduce((sum, it) => sum + it.people, 0)
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
