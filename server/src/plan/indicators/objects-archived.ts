import { comingWith } from '../indicator.ts'

/** 入库老物件件数 (objects in the archive). */
export const objectsArchived = comingWith({
  code: 'objects-archived',
  name: '入库老物件件数',
  unit: '件',
  programme: 'veterans-talks',
  room: '老物件档案',
  query: '数起止日期内完成登记入库的老物件，每件计1。',
})
