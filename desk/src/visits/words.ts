/** Words of pairing schemes, pairings and visits. */
export const pairingWords = {
  title: '结对名单',
  noun: '结对',
  help: [
    '这里列出您辖区内的结对：哪家单位结对哪位对象，计划走访几次，已走访几次，最近一次是哪天。',
    '走访之后打开结对，用“登记走访”记下日期、走访人、物资、慰问金和发现的情况。',
    '“已提出”的结对还没有得到单位确认，确认之后才能登记走访。终止的结对保留在名单里，走访记录不变。',
    '联系人电话平时遮盖，说明用途后可看原文，查看会记入留痕。',
  ],
  add: '登记结对',
  emptyTitle: '还没有结对',
  emptySay: '这里将列出结对单位和对象。可以逐对登记，也可以在“台账导入”中一次导入全年的结对台账。',
  person: '对象',
  organisation: '结对单位',
  division: '辖区',
  contact: '联系人',
  phone: '联系电话',
  visits: '走访',
  planned: '计划走访',
  plannedHint: '没有定数的留空',
  paid: '已走访',
  last: '最近走访',
  neverVisited: '未走访',
  state: '状态',
  scheme: '方案',
  year: '年度',
  confirmedOn: '确认日期',
  endedOn: '终止日期',
  help2: '帮扶内容',
  remark: '备注',
  source: '来源',
  behind: '走访进度',
  behindOption: '未达计划次数',
} as const

export const pairingStates = { proposed: '已提出', confirmed: '结对中', ended: '已终止' } as const

export const pairingPageWords = {
  title: (organisation: string, person: string) => `${organisation}结对${person}`,
  visit: '登记走访',
  correctVisit: '更正',
  confirm: '确认结对',
  end: '终止结对',
  proposedSay: '这是一份提议，单位还没有确认。确认之后才能登记走访。',
  endedSay: (on: string, because: string) => `已于 ${on}终止：${because}`,
  behindSay: (left: number) => `计划的走访还差 ${left} 次。`,
  about: '结对情况',
  timelineEmptyTitle: '还没有走访记录',
  timelineEmptySay: '每次上门走访的日期、走访人、送去的物资和慰问金、发现的困难都会按时间列在这里。',
  timeline: '走访记录',
  visitTitle: (visitors: string) => (visitors === '' ? '上门走访' : `${visitors} 上门走访`),
  money: (text: string) => `慰问金 ${text}`,
  goods: (text: string) => `物资：${text}`,
  helped: (text: string) => `帮扶：${text}`,
  findings: (text: string) => `发现：${text}`,
  total: '慰问金合计',
  more: (count: number) => `再看 ${count} 条`,
} as const

export const visitLabels = {
  title: '登记走访',
  correctTitle: '更正走访',
  day: '走访日期',
  visitors: '走访人',
  visitorsHint: '姓名，可写多人',
  help: '帮扶内容',
  goods: '慰问物资',
  goodsHint: '如：米一袋、油一桶',
  money: '慰问金',
  yuan: '元',
  findings: '走访发现',
  findingsHint: '身体、住房、收入等方面的困难和诉求',
  because: '更正原因',
  record: '登记',
  correct: '更正',
  recorded: '已登记走访',
  corrected: '已更正走访',
} as const

export const pairingLabels = {
  addTitle: '登记结对',
  confirmTitle: '确认结对',
  schemeHint: '选择方案',
  schemeNone: '还没有方案，请先在“结对方案”中开设。',
  personHint: '姓名、拼音、身份证尾号或手机尾号',
  organisationHint: '输入单位名称查找',
  organisationNone: '没有找到。请先在“机构”中登记单位。',
  isConfirmed: '单位是否已确认',
  confirmed: '已确认，现在结对',
  proposed: '先提出，待单位确认',
  phoneAgain: (masked: string) => `已登记 ${masked}。确认时请重新填写，留空将不再保留。`,
  add: '登记',
  added: '已登记结对',
  confirmVerb: '确认结对',
  times: '次',
} as const

export const endWords = {
  title: '终止结对',
  say: (organisation: string, person: string) =>
    `“${organisation}”与${person}的结对将终止，之后不能再登记走访。已有的走访记录保留，仍计入指标。`,
  on: '终止日期',
  because: '原因',
  verb: '终止结对',
  done: '已终止结对',
} as const

export const schemeWords = {
  title: '结对方案',
  noun: '结对方案',
  help: [
    '一个年度一份或几份方案，结对都归在某个方案下。打开方案看它的结对名单。',
    '“已走访 / 计划走访”是方案内全部结对的合计，单位是次。',
  ],
  open: '开设方案',
  opened: '已开设方案',
  emptyTitle: '还没有结对方案',
  emptySay: '这里将列出各年度的结对方案。先开设方案，再登记或导入结对。',
  name: '方案',
  year: '年度',
  pairings: '结对',
  organisations: '单位',
  people: '对象',
  visits: '已走访 / 计划走访',
  division: '开设单位',
  nameHint: '如：2025年机关事业单位结对帮扶',
  complaint: '请填写方案名称，至少两个字。',
} as const

export const complaints = {
  scheme: '请选择方案。',
  person: '请选择对象。',
  organisation: '请选择结对单位。',
  confirmedOn: '请选择确认日期。',
  day: '请选择走访日期。',
  nothingSaid: '请至少填写帮扶内容、慰问物资、慰问金或走访发现中的一项。',
  because: '请写明原因。',
  endedOn: '请选择终止日期。',
} as const

export const staleWho = { who: '其他同事', when: '您填写期间' } as const
