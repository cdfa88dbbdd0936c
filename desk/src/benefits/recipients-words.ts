/** Words of the list of those who are paid. */
export const recipientWords = {
  title: '在享人员',
  noun: '在享待遇',
  help: [
    '这里列出某月应发的每一项待遇，一人享受几项就有几行；默认看本月。',
    '名单按最近一次筛查，档案或标准刚有变化的，以一人一档中的待遇时间线为准。',
    '选中一行看起止，再按回车打开该人员的待遇时间线。',
  ],
  emptyTitle: '还没有在享人员',
  emptySay:
    '待遇核定后，这里会列出每月应发的人员和金额。可以先从“待遇线索”中核定符合条件的人员，或导入已有的发放名册。',
  openFindings: '查看待遇线索',
  name: '姓名',
  age: '年龄',
  years: '岁',
  division: '辖区',
  identity: '身份',
  benefit: '待遇项目',
  amount: '当月应发',
  from: '自何月起此数',
  through: '预计到何月',
  open: '今后十二个月内不变',
  month: '月份',
  thisMonth: '本月',
  total: (month: string, count: string) => `${month}应发 ${count}`,
  dead: '已去世，终年',
  late: '（故）',
} as const
