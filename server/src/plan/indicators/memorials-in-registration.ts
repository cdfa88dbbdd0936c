import { comingWith } from '../indicator.ts'

/** 不动产登记中的烈士纪念设施数 (memorials whose title is being registered). */
export const memorialsInRegistration = comingWith({
  code: 'memorials-in-registration',
  name: '不动产登记中的烈士纪念设施数',
  unit: '处',
  programme: 'memorials',
  room: '烈士纪念设施',
  query: '数截止日期当天已启动或已办结不动产权登记的烈士纪念设施，每处计1。',
})
