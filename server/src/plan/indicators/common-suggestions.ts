import { comingWith } from '../indicator.ts'

/** 梳理共性建议条数 (common suggestions). */
export const commonSuggestions = comingWith({
  code: 'common-suggestions',
  name: '梳理共性建议条数',
  unit: '条',
  programme: 'research-and-visits',
  room: '问卷调研',
  query: '数起止日期内由负责人确认的共性建议，每条计1。',
})
