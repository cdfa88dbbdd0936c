import { comingWith } from '../indicator.ts'

/** 有效调查问卷份数 (valid questionnaires). */
export const questionnairesValid = comingWith({
  code: 'questionnaires-valid',
  name: '有效调查问卷份数',
  unit: '份',
  programme: 'research-and-visits',
  room: '问卷调研',
  query: '数起止日期内回收并审核有效的调查问卷，每份计1。',
})
