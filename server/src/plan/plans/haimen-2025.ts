import { day } from '@dongzhou/terms/day'
import type { PlannedSeries, PlannedTarget, YearPlan } from './plan-of-year.ts'

const REPORT = '海门区退役军人事务局2025年上半年工作总结'
const MEMORIALS = '烈士陵园不动产权登记专项行动（自然资源部、退役军人事务部）'

const wholeYear = { from: day('2025-01-01'), to: day('2025-12-31') }
// Summer evenings are held around Army Day, 1 August: before July none is late.
const summer = { from: day('2025-07-01'), to: day('2025-08-31') }
// The report speaks of registration as work of the second half.
const secondHalf = { from: day('2025-07-01'), to: day('2025-12-31') }

// Only what the report itself sets as a number to reach; all other indicators of the plan have no target.
const targets: readonly PlannedTarget[] = [
  { row: 1, indicator: 'red-lectures-held', target: 12, ...wholeYear, document: REPORT },
  { row: 2, indicator: 'summer-evenings-held', target: 10, ...summer, document: REPORT },
  { row: 3, indicator: 'pairing-organisations', target: 53, ...wholeYear, document: REPORT },
  { row: 4, indicator: 'pairing-people', target: 87, ...wholeYear, document: REPORT },
  { row: 5, indicator: 'memorials-in-registration', target: 23, ...secondHalf, document: MEMORIALS },
]

const series: readonly PlannedSeries[] = [
  planned('veterans-talks', '老兵悦谈', ['老物件唤醒计划', '老兵悦谈微视频']),
  planned('red-lectures', '红在东洲宣讲', ['红在东洲', '红色宣讲'], 'red-lectures-held'),
  planned('arts-troupe', '老兵文艺宣传团', ['文艺宣传团培训']),
  planned('summer-evenings', '“八一”乘凉晚会', ['乘凉晚会'], 'summer-evenings-held'),
  planned('touring-exhibition', '红色大篷车', ['红色大篷车流动展板']),
  planned('league-classes', '五四主题团课', ['五四青年节主题团课']),
  planned('war-victory-exhibition', '抗战胜利80周年主题图片展', ['纪念抗日战争胜利80周年主题图片展']),
  planned('retired-cadres', '军休活动', ['军休老年大学', '军休干部活动']),
]

/** 2025年度计划 of Haimen (plan of 2025): what the half-year report says was planned, indicator by indicator. */
export const haimen2025: YearPlan = { year: 2025, title: '2025年度退役军人工作计划', targets, series }

function planned(
  programme: string,
  title: string,
  aliases: readonly string[],
  plannedBy: string | undefined = undefined,
): PlannedSeries {
  return { programme, title, aliases, plannedBy }
}
