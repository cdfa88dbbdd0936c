import type { SignatureRules } from '@dongzhou/engines/payments'

/** 内部控制参数: what the bureau decided for its payments. Amounts in fen, shares in basis points. */
export const houseRules = {
  /** 账户变更后，变更人不得确认发放的天数。 */
  accountDays: 30,
  /** 年度确认: overdue from this day of the year on, for the year that runs. */
  confirmedBy: '06-30',
  /** 审批人数: by amount, and by change from last month. */
  signatures: {
    byAmount: [{ from: 1_000_000_000, approvals: 2 }],
    byChange: [{ from: 2000, approvals: 2 }],
  } satisfies SignatureRules,
} as const
