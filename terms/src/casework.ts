/** 办理地 (place): at which level a step of a procedure is taken. `outside` is another authority; the county keeps what it answered. */
export const casePlaces = {
  village: '村（社区）服务站',
  town: '镇（街道）服务站',
  county: '退役军人事务局',
  outside: '其他机关或机构',
} as const satisfies Record<string, string>

export type CasePlace = keyof typeof casePlaces

/** 环节种类 (kinds of steps). */
export const stepKinds = {
  apply: '申请',
  opinion: '审核意见',
  task: '办理事项',
  notice: '公示',
  outside: '送外单位',
  decision: '决定',
} as const satisfies Record<string, string>

export type StepKind = keyof typeof stepKinds

/** 办理动作 (moves): what leads from one step to the next, in the offices' own words. */
export const caseMoves = {
  submit: '提交',
  pass: '同意',
  return: '退回补正',
  'send-back': '退回上一环节',
  reject: '不予通过',
  publish: '公示期满',
  object: '公示有异议',
  send: '送出',
  receive: '收到答复',
  finish: '办结',
  grant: '批准',
  refuse: '不予批准',
} as const satisfies Record<string, string>

export type CaseMove = keyof typeof caseMoves

/** 办理结果 (ends). A case in one of them rests; some can be taken up again. */
export const caseEnds = {
  granted: '已批准',
  refused: '不予批准',
  withdrawn: '已撤回',
  lapsed: '逾期未补正，视为放弃',
  finished: '已办结',
} as const satisfies Record<string, string>

export type CaseEnd = keyof typeof caseEnds

/** 期限单位: working days need the State Council's calendar of the year; natural days do not. */
export const dayCounts = { working: '个工作日', natural: '日' } as const satisfies Record<string, string>

export type DayCount = keyof typeof dayCounts

export function isCaseEnd(text: string): text is CaseEnd {
  return Object.hasOwn(caseEnds, text)
}
