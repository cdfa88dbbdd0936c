import { comingWith } from '../indicator.ts'

/** 优抚审批办结件数 (procedures decided). */
export const proceduresDecided = comingWith({
  code: 'procedures-decided',
  name: '优抚审批办结件数',
  unit: '件',
  programme: 'procedures',
  room: '办件',
  query: '数起止日期内办结的调评残、退役换证、带病回乡审核和60周岁补助审批，每件计1。',
})
