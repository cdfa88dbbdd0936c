import { settleWords } from './recovery-words.ts'

/** 分期方案 as it is filled in; the amount in fen. */
export interface PlanDraft {
  readonly monthly: number | undefined
  readonly fromMonth: string | undefined
  readonly document: string
}

export type PlanComplaints = { readonly [K in keyof PlanDraft]?: string }

/** What still keeps a plan from being sent; the server decides in any case. */
export function planComplaints({ monthly, fromMonth, document }: PlanDraft, rest: number): PlanComplaints {
  return {
    ...(isAmountWithin(monthly, rest) ? {} : { monthly: settleWords.monthlyWrong }),
    ...(fromMonth === undefined ? { fromMonth: settleWords.fromWrong } : {}),
    ...(document.trim().length < 2 ? { document: settleWords.documentWrong } : {}),
  }
}

/** 退缴 as it is filled in. */
export interface RepayDraft {
  readonly amount: number | undefined
  readonly on: string | undefined
  readonly receipt: string
}

export type RepayComplaints = { readonly [K in keyof RepayDraft]?: string }

export function repayComplaints({ amount, on, receipt }: RepayDraft, rest: number): RepayComplaints {
  return {
    ...(isAmountWithin(amount, rest) ? {} : { amount: settleWords.amountWrong }),
    ...(on === undefined ? { on: settleWords.onWrong } : {}),
    ...(receipt.trim().length < 2 ? { receipt: settleWords.receiptWrong } : {}),
  }
}

/** 核销 as it is filled in. */
export interface WriteOffDraft {
  readonly document: string
  readonly because: string
}

export type WriteOffComplaints = { readonly [K in keyof WriteOffDraft]?: string }

export function writeOffComplaints({ document, because }: WriteOffDraft): WriteOffComplaints {
  return {
    ...(document.trim().length < 2 ? { document: settleWords.documentWrong } : {}),
    ...(because.trim().length < 2 ? { because: settleWords.becauseWrong } : {}),
  }
}

/** In how many months a plan is through; the last month takes what is left. */
export function monthsOf(rest: number, monthly: number | undefined): number | undefined {
  return monthly === undefined || monthly <= 0 ? undefined : Math.ceil(rest / monthly)
}

function isAmountWithin(amount: number | undefined, rest: number): boolean {
  return amount !== undefined && amount > 0 && amount <= rest
}
