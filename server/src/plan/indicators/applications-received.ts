import { comingWith } from '../indicator.ts'

/** 接收求职投递人次 (applications received). */
export const applicationsReceived = comingWith({
  code: 'applications-received',
  name: '接收求职投递人次',
  unit: '人次',
  programme: 'jobs-online',
  room: '用工信息',
  query: '数起止日期内收到的求职投递，每人每岗计1。',
})
