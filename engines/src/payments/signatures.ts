import { fen, yuanText } from '@dongzhou/terms/fen'

/** 审批人数规则 (signature rules): steps of amount and of change from last month; the bureau decides them, the engine holds none. */
export interface SignatureRules {
  /** Each amount in fen from which on so many must approve, ascending. */
  readonly byAmount: readonly { readonly from: number; readonly approvals: number }[]
  /** Each share of change in basis points (10% is 1000) from which on so many must approve, ascending. */
  readonly byChange: readonly { readonly from: number; readonly approvals: number }[]
}

export interface SignaturesNeeded {
  readonly approvals: number
  /** Which rules asked for so many, in words. */
  readonly because: readonly string[]
}

/** 应有审批人数: at least one, more where the amount or its change from the last run reaches a step. */
export function signaturesNeeded(
  run: { readonly amount: number; readonly before: number | undefined },
  rules: SignatureRules,
): SignaturesNeeded {
  const byAmount = lastReached(rules.byAmount, run.amount)
  const change = run.before === undefined ? undefined : changeOf(run.amount, run.before)
  const byChange = change === undefined ? undefined : lastReached(rules.byChange, change)
  const approvals = Math.max(1, byAmount?.approvals ?? 1, byChange?.approvals ?? 1)
  const because: string[] = []
  if (byAmount !== undefined && byAmount.approvals === approvals)
    because.push(`金额达到 ${yuanText(fen(byAmount.from))} 元，须 ${approvals} 人审批`)
  if (byChange !== undefined && byChange.approvals === approvals)
    because.push(`与上期相比变动达到 ${byChange.from / 100}%，须 ${approvals} 人审批`)
  return { approvals, because: because.length > 0 ? because : ['须 1 人审批'] }
}

/** Change in basis points of what was; from nothing to something is a change by the whole. */
function changeOf(amount: number, before: number): number {
  if (before === 0) return amount === 0 ? 0 : 10_000
  return Math.floor((Math.abs(amount - before) * 10_000) / Math.abs(before))
}

function lastReached<Step extends { readonly from: number }>(steps: readonly Step[], value: number): Step | undefined {
  return steps.findLast(({ from }) => value >= from)
}
