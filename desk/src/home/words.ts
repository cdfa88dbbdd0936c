/** Words of the first page. */
export const homeWords = {
  title: '工作台',
  help: [
    '“等我办”按等待时间排列，最早的在前；点开就到要办的那一步。发放批次只列您此刻可以办的环节。',
    '“要晚了”是已经滞后或有风险的指标，以及日期已过还没有登记举办情况的活动。',
    '“数据健康”列出会让钱发错、让数字站不住的地方：已去世仍在享的、没有账户的、来源互相矛盾的、没有佐证的活动、没有记录的指标。',
    '每个人看到的内容由权限决定。',
  ],
  waiting: '等我办',
  waitingNone: '没有等您办理的事项。',
  partial: '有的内容暂时查不到，下面可能不全。',
  late: '要晚了',
  lateNone: '没有滞后的指标，也没有逾期未登记的活动。',
  plan: '年度计划',
  planOf: (year: number) => `${year}年度计划`,
  planInstead: (year: number, missing: number) => `${missing}年还没有设定目标，这里是${year}年的。`,
  planAll: '查看全部',
  planNone: '还没有设定年度目标。',
  planPart: '年度目标是全局的。本辖区的完成数在“查看全部”中。',
  more: (count: number) => `另有 ${count} 项指标`,
  health: '数据健康',
  healthNone: '没有发现会影响数字的问题。',
  accounts: '账号',
  accountsAll: '查看账号',
  trail: '最近操作',
  trailAll: '查看留痕',
  trailNone: '还没有操作记录。',
} as const

export const waitingWords = {
  rows: (count: number) => `${count} 行等您判定是否同一人`,
  accept: '已读完，请核对后接收',
  held: (count: number) => `${count} 行有问题，请改正或退回报送单位`,
  refused: '没有读入',
  pairs: (count: string) => `${count} 对疑似同一人`,
  pairsNote: '请比对两份档案，裁定合并或不同人',
  jobDone: '已完成，请查看结果',
  jobFailed: '没有完成',
  accounts: (count: number, isAll: boolean) => `${isAll ? '' : '至少 '}${count} 个账号还没有角色`,
  accountsNote: '没有角色的账号登录后看不到任何内容，请授予角色与范围',
} as const

/** What waits of payments: the title with its count, and what to do. */
export const paymentWaits = {
  lock: { say: (count: string) => `${count} 人的名单待锁定`, note: '核查和变动无误后锁定，锁定后才能复核' },
  check: { say: (count: string) => `${count} 人的名单待复核`, note: '请核对名单、核查结果与变动后复核' },
  approve: { say: (count: string) => `${count} 人的名单待审批`, note: '已复核，等您审批' },
  release: { say: (count: string) => `${count} 人的名单待确认发放`, note: '已审批，确认后资金送银行' },
  close: { say: (count: string) => `${count} 人的批次待结清`, note: '已回盘，请核对资金平衡后结清' },
  explain: { say: (count: string) => `${count} 人的变动没有原因`, note: '请逐条核实并说明，说明之前不能发放' },
  decide: { say: (count: string) => `${count} 条核查结果待裁定`, note: '裁定之前款项暂缓' },
  mend: { say: (count: string) => `${count} 条核查结果须改正`, note: '改正后重新计算，改正之前不能锁定' },
  export: { say: (count: string) => `${count} 笔待导出银行文件`, note: '已确认发放，还没有向银行送文件' },
  return: { say: (count: string) => `${count} 笔待回盘`, note: '银行回盘后请导入文件' },
  recover: { say: (count: string) => `${count} 笔应追回款待定方案`, note: '请与本人商定分期、登记退缴或报批核销' },
  notice: { say: (count: string) => `${count} 条死亡信息待核实`, note: '号码不全或对不上人，请核实是哪一位' },
  runs: {
    say: (count: string) => `另有 ${count} 个未办结的批次没有逐个列出`,
    note: '这里先列最早的批次；其余的请到“发放批次”查看，长期不办的请结清或作废',
  },
} as const

/** What waits of benefits. */
export const benefitWaits = {
  rates: {
    say: (count: string) => `${count} 条标准待复核`,
    note: '由他人录入，请对照文件复核，复核前不生效',
    opensAt: '/benefits/rates/waiting',
  },
  exclusions: {
    say: (count: string) => `${count} 条兼得关系待复核`,
    note: '由他人录入，请对照文件复核，复核前不生效',
    opensAt: '/benefits/exclusions',
  },
  unclaimed: {
    say: (count: string) => `${count} 条符合未享的线索`,
    note: '符合条件而没有申请，申请表已按档案填好',
    opensAt: '/benefits/screening?kind=unclaimed',
  },
  unjustified: {
    say: (count: string) => `${count} 条在享不符的线索`,
    note: '请核实后办理终止，或补正档案',
    opensAt: '/benefits/screening?kind=unjustified',
  },
  uncertain: {
    say: (count: string) => `${count} 条在享待核的线索`,
    note: '资料补齐之前不能计发',
    opensAt: '/benefits/screening?kind=uncertain',
  },
} as const

export const lateWords = {
  overdue: (days: number) => `时限已过 ${days} 天`,
  behind: (days: number) => `落后约 ${days} 天`,
  missing: (figure: string) => `还差 ${figure}`,
  behindBy: (figure: string) => `比应完成的少 ${figure}`,
  event: (days: number) => `已过 ${days} 天`,
  eventNote: (on: string) => `原定 ${on}，尚未登记举办情况`,
  moreEvents: (count: number) => `另有 ${count} 场活动逾期未登记`,
} as const

export const healthWords = {
  disputed: (count: string) => `${count} 人的信息来源互相矛盾`,
  disputedNote: '裁定之前，按身份、年龄、地区统计的人数都可能有出入',
  noProof: (count: string, of: string) => `${of}已举办的活动中，${count} 场没有佐证`,
  noProofNote: '场次和人次已计入指标，检查时拿不出依据',
  notCounted: (count: string) => `${count} 场活动没有计数`,
  notCountedNote: '人次指标不含这些活动，实际参加的人比报出的多',
  noRows: (names: string) => `没有任何记录的指标：${names}`,
  noRowsNote: '有目标而没有记录，不能说明是没有做还是没有登记',
  notBuilt: (count: number) => `${count} 项有目标的指标尚未取数`,
  notBuiltNote: '对应的业务模块启用之前，进度无从判断',
} as const

export const accountWords = {
  total: '全部',
  active: '在用',
  stopped: '已停用',
  withoutRole: '未授角色',
  among: (label: string, count: number) => `${label}（前 ${count} 个中）`,
  unit: '个',
} as const
