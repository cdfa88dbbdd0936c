import { comingWith } from '../indicator.ts'

/** 服务站指南任务完成项数 (duties of the guide done). */
export const stationDutiesDone = comingWith({
  code: 'station-duties-done',
  name: '服务站指南任务完成项数',
  unit: '项',
  programme: 'station-guide',
  room: '服务站',
  query: '数起止日期内各级服务站按《工作指南》完成的任务，每站每项计1。',
})
