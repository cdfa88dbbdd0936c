/** 批次状态 (run states). A locked list is never edited: what is wrong goes back to the draft, or is settled in a later run. */
export const runStates = {
  draft: '编制中',
  locked: '已锁定',
  checked: '已复核',
  approved: '已审批',
  released: '已发放',
  returned: '已回盘',
  closed: '已结清',
  withdrawn: '已作废',
} as const satisfies Record<string, string>

export type RunState = keyof typeof runStates

/** 批次种类: `reissue` pays again what came back or was held; it owes nobody anything new. */
export const runKinds = { regular: '按月发放', reissue: '补发退汇' } as const satisfies Record<string, string>

export type RunKind = keyof typeof runKinds

/** 明细种类 (kinds of posted lines): of this month, of months before that were owed or paid too much, or paid once more. */
export const lineKinds = {
  regular: '当月',
  arrears: '补发',
  recovery: '追回',
  reissue: '重发',
} as const satisfies Record<string, string>

export type LineKind = keyof typeof lineKinds

/** 发放状态 of what one person gets in one run. */
export const transferStates = {
  planned: '待发',
  held: '暂缓',
  sent: '已送银行',
  paid: '已到账',
  failed: '已退汇',
} as const satisfies Record<string, string>

export type TransferState = keyof typeof transferStates

/** 人员增减 against the run before. */
export const changeKinds = {
  in: '新增',
  out: '停发',
  changed: '变动',
  same: '不变',
} as const satisfies Record<string, string>

export type ChangeKind = keyof typeof changeKinds

/** 变动原因: why somebody's payment is not what it was. What none of them explains is unexplained, and stops the release. */
export const changeCauses = {
  rate: '标准调整',
  rule: '规则变更',
  grade: '残疾等级变化',
  award: '待遇核定或终止',
  death: '去世',
  age: '年龄条件',
  fact: '信息变更',
  arrears: '补发',
  recovery: '追回',
  account: '账户变更',
  once: '一次性或按期发放',
  scope: '管辖地变动',
  explained: '人工说明',
} as const satisfies Record<string, string>

export type ChangeCause = keyof typeof changeCauses

/** 锁定前核查项 (checks before locking). */
export const runChecks = {
  'death-match': '死亡比对',
  'duplicate-identity': '重复身份',
  'excluded-combination': '不得兼得',
  'account-missing': '无银行账户',
  'account-invalid': '账号有误',
  'account-changed': '账户近期变更',
  'account-shared': '多人同一账户',
  'holder-differs': '户名与本人不符',
  unconfirmed: '年度确认逾期',
} as const satisfies Record<string, string>

export type RunCheck = keyof typeof runChecks

/** 追回状态. */
export const recoveryStates = {
  open: '待定方案',
  planned: '分期追回中',
  settled: '已追回',
} as const satisfies Record<string, string>

export type RecoveryState = keyof typeof recoveryStates

/** 追回方式: set against arrears at once, withheld from later months, paid back at the counter, or written off by a decision. */
export const recoveryWays = {
  withheld: '按月扣回',
  repaid: '退缴',
  'written-off': '核销',
} as const satisfies Record<string, string>

export type RecoveryWay = keyof typeof recoveryWays

/** 退汇原因, as banks word them in a dozen ways. */
export const failureReasons = {
  'no-account': '账号不存在',
  'name-mismatch': '户名或证件号不符',
  'account-closed': '账户已销户',
  'account-frozen': '账户冻结、挂失或止付',
  'account-dormant': '账户长期不动户',
  'limit-exceeded': '超过账户限额',
  'bank-error': '银行系统原因',
  other: '其他',
} as const satisfies Record<string, string>

export type FailureReason = keyof typeof failureReasons

/** 资金科目 (accounts of the money ledger). */
export const moneyAccounts = {
  expense: '抚恤补助支出',
  list: '应付名单',
  transit: '在途（已送银行）',
  held: '暂缓待发',
  failed: '退汇待补',
  paid: '已到账',
  receivable: '应追回款',
  cash: '退缴款',
  'written-off': '核销',
} as const satisfies Record<string, string>

export type MoneyAccount = keyof typeof moneyAccounts

/** 物资出入库. */
export const stockMoves = {
  purchase: '采购入库',
  donation: '捐赠入库',
  issue: '领用发放',
  return: '退回入库',
  loss: '报损核销',
} as const satisfies Record<string, string>

export type StockMove = keyof typeof stockMoves

/** 死亡名单比对结果. */
export const deathNoticeStates = {
  matched: '在册人员',
  unmatched: '不在册',
  held: '待核实',
  decided: '已核实',
} as const satisfies Record<string, string>

export type DeathNoticeState = keyof typeof deathNoticeStates
