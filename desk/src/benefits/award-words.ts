/** Words of decisions: granting a benefit, ending it, the application that comes before. */
export const grantWords = {
  title: '核定待遇',
  titleOf: (benefit: string) => `核定${benefit}`,
  say: (name: string) => `核定后，${name}自起发月份列入发放名单；核定记入一人一档，可以终止，不会被抹去。`,
  expected: (money: string) => `按现有档案和标准，核定后第一次应发 ${money}。`,
  benefit: '待遇项目',
  benefitHint: '请选择',
  approved: '批准日期',
  approvedHint: '审批文件上的日期',
  from: '起发月份',
  fromHint: '文件写明的才填；不填时按批准日期依规定起发',
  fromEmpty: '依规定',
  document: '审批文号',
  documentHint: '如：海退役军人核〔2026〕15号',
  years: '折算年限',
  yearsHint: '文件核定的服役年限，按年计发',
  because: '核定说明',
  becauseHint: '如：本人申请，镇审核、区复核通过',
  despite: '缺少的材料已由审批文件认定，仍按文件核定',
  verb: '核定',
  done: '已核定',
  reasons: '不符合的理由',
  missing: '还缺',
} as const

export const endWords = {
  title: (benefit: string) => `终止${benefit}`,
  say: (name: string, benefit: string) =>
    `终止后，最后发放月份以后不再向${name}发放${benefit}；已经发放到以后月份的，会列入追回。`,
  lastMonth: '最后发放月份',
  document: '终止依据文号',
  documentHint: '如：海退役军人终〔2026〕3号',
  because: '终止原因',
  becauseHint: '如：户籍迁出、去世、条件变化',
  verb: '终止',
  leave: '不终止',
  done: '已终止',
} as const

export const awardComplaints = {
  benefit: '请选择待遇项目。',
  approved: '请选择批准日期。',
  document: '请填写审批文号或文件名称。',
  because: '请写明原因。',
  lastMonth: '请选择最后发放的月份。',
} as const

export const applicationWords = {
  title: '待遇申请表',
  titleOf: (name: string) => `${name}的待遇申请表`,
  help: [
    '申请表由档案自动填好，打印后交本人核对签字即可；填错的内容请到一人一档更正后再打印。',
    '号码按规定遮盖，窗口核对原件。',
    '审批通过后，在本页“核定待遇”登记批准日期和文号。',
  ],
  paperTitle: (benefit: string) => `${benefit}申请表`,
  field: '项目',
  value: '内容',
  source: '来源',
  expected: '预计金额',
  expectedSay: (money: string) => `按现有档案和标准计算，核定后第一次应发 ${money}，以审批结果为准。`,
  expectedUnknown: '档案或标准不全，金额待核实。',
  since: '起始月份',
  declare: '以上内容由档案填入，经本人核对无误，现申请享受该项待遇。',
  applicantSign: '申请人（签字）：',
  townSign: '镇（街道）退役军人服务站意见（盖章）：',
  bureauSign: '退役军人事务局意见（盖章）：',
  day: '　　　　年　　月　　日',
  print: '打印申请表',
  noneTitle: '没有可以填写的申请',
  noneSay: '按最近一次筛查，该人员没有这项待遇的申领线索；可能已经核定，或档案刚有变化。',
  back: '待遇时间线',
} as const

export const letterWords = {
  title: '待遇说明书',
  paperTitle: '待遇说明书',
  print: '打印',
  help: ['说明书可以读给本人听，也可以打印一页交给本人。内容按打开时的档案和标准重新计算。'],
} as const
