import { comingWith } from '../indicator.ts'

/** 有烈士纪念设施的区镇数 (towns that have memorials). */
export const memorialTowns = comingWith({
  code: 'memorial-towns',
  name: '有烈士纪念设施的区镇数',
  unit: '个',
  programme: 'memorials',
  room: '烈士纪念设施',
  query: '数名录中有烈士纪念设施的区镇，每个区镇只计1次。',
})
