import { type Day, day } from '@dongzhou/terms/day'
import type { DivisionCode } from '@dongzhou/terms/division'
import { activitiesRoutes, openSeries } from '../activities/index.ts'
import type { ActionSetting } from '../platform/setting.ts'
import { startReport } from '../reports/start-report.ts'
import { EAST_VILLAGE, WEST_VILLAGE } from './test-bureau.ts'

export const JUNE = day('2025-06-30')

/** The lectures of 2025: twelve planned, three held, two in the east and one in the west. Answers the series. */
export async function lecturesOf2025(setting: ActionSetting): Promise<number> {
  const { id } = await openSeries(setting, {
    programme: 'red-lectures',
    year: 2025,
    title: '“红在东洲”红色宣讲',
    aliases: [],
    planned: 12,
  })
  await aLecture(setting, id, day('2025-03-05'), EAST_VILLAGE)
  await aLecture(setting, id, day('2025-04-18'), EAST_VILLAGE)
  await aLecture(setting, id, day('2025-06-30'), WEST_VILLAGE)
  return id
}

export async function aLecture(
  setting: ActionSetting,
  seriesId: number,
  on: Day,
  division: DivisionCode = EAST_VILLAGE,
): Promise<void> {
  await activitiesRoutes.recordEvent(setting, {
    actionId: setting.actionId,
    seriesId,
    title: `红色宣讲 ${on}`,
    day: on,
    place: '村党群服务中心',
    division,
    host: '',
    partners: [],
    remark: '',
    attendance: 40,
    counting: 'counter',
    proof: '签到表',
    proofFileId: null,
  })
}

/** A draft of the first half of 2025, of the clerk's own division unless another is named. Answers its id. */
export async function aReport(setting: ActionSetting, division?: DivisionCode): Promise<number> {
  const { id } = await startReport(setting, {
    template: 'half-year',
    year: 2025,
    half: 'first',
    cutOff: JUNE,
    division,
  })
  return id
}
