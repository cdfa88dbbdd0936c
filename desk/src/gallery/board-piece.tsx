import { Board, type BoardCell, type BoardRow } from '../kit/board.tsx'
import { PageTitle } from '../kit/page-title.tsx'
import { lateFirst, type PlanLine } from '../kit/plan-progress.ts'

interface Programme extends PlanLine {
  readonly name: string
  readonly section: string
  readonly unit: string
}

const programmes: readonly Programme[] = [
  { name: '东洲老兵大讲堂', section: '双拥科', unit: '场', target: 12, done: 3, expected: 6, forecast: 7 },
  { name: '双拥文艺晚会', section: '双拥科', unit: '场', target: 10, done: 4, expected: 5, forecast: 9 },
  { name: '结对走访', section: '优抚褒扬科', unit: '人次', target: 5000, done: 5120, expected: 2500 },
  {
    name: '退役军人适应性培训',
    section: '安置就业科',
    unit: '人',
    target: 260,
    done: 131,
    expected: 130,
    forecast: 262,
  },
  { name: '烈士纪念设施巡查', section: '优抚褒扬科', unit: '次', target: 24, done: undefined },
  { name: '阳光安置', section: '安置就业科', unit: '人', target: 41, done: 0, expected: 0 },
]

/** The year's plan by month. */
export function BoardPiece() {
  const months = Array.from({ length: 12 }, (_, at) => ({ key: String(at + 1), title: `${at + 1}月`, isNow: at === 5 }))
  return (
    <>
      <PageTitle
        title="2025年度计划"
        note="截至 2025年6月15日，滞后在前"
        primary={{ label: '期末定数', onClick: () => undefined }}
      />
      <Board caption="2025年度计划进度" rowTitle="项目" columns={months} rows={lateFirst(programmes).map(rowOf)} />
    </>
  )
}

function rowOf(programme: Programme): BoardRow {
  const cells: Record<string, BoardCell> = {}
  const monthly = Math.floor((programme.done ?? 0) / 6)
  for (let month = 1; month <= 6 && programme.done !== undefined; month += 1) {
    cells[month] = {
      text: String(month === 6 ? programme.done - monthly * 5 : monthly),
      say: `${programme.name}，2025年${month}月`,
      opensAt: '/gallery?piece=ledger',
      ...(programme.done < (programme.expected ?? 0) * 0.8 && month > 4 ? { standing: 'late' as const } : {}),
    }
  }
  return {
    key: programme.name,
    title: programme.name,
    note: programme.section,
    strip: { line: programme, unit: programme.unit },
    cells,
  }
}
