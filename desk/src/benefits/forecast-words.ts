/** Words of the changes that are to come. */
export const forecastWords = {
  title: '变动预告',
  noun: '待遇变动',
  note: '今后十二个月',
  help: [
    '如果档案和标准不再变化，今后十二个月内哪些人的待遇会开始、增加、减少或结束，都列在这里，先到的在前。',
    '“将符合条件”的人需要申领核定才会发放，点开可看依据并打开申请表。',
    '名单按最近一次筛查。',
  ],
  emptyTitle: '今后十二个月没有变动',
  emptySay: '到龄、到期、标准调整等引起的变动，会在筛查后列在这里。',
  month: '月份',
  through: '截至月份',
  throughUsual: '今后十二个月',
  kind: '变动',
  benefit: '待遇项目',
  before: '变动前',
  after: '变动后',
  reason: '原因',
  monthThen: (month: string) => `${month}的判定`,
  none: '不发',
  unsure: '待定',
} as const

export const changeKinds = {
  begins: '开始',
  rises: '增加',
  falls: '减少',
  ends: '结束',
  once: '一次性发放',
  qualifies: '将符合条件',
  uncertain: '不能判定',
} as const
