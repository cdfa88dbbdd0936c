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

/** What the signatures of a run are asked by. */
export interface RunToSign {
  readonly amount: number
  /** What it is compared with; a first run has nothing. */
  readonly before: number | undefined
  /** How many on the list draw what was paid before, and yet nothing of theirs is there to compare it with. */
  readonly uncompared: number
}

/**
 * 应有审批人数: at least one, more where the amount or its change from the last run reaches a step. A step from no change at all is reached by
 * a first run too. Whoever cannot be compared is not on the change sheet, so that a second person looks at the list in its stead.
 */
export function signaturesNeeded(run: RunToSign, rules: SignatureRules): SignaturesNeeded {
  const byAmount = lastReached(rules.byAmount, run.amount)
  const byChange = lastReached(rules.byChange, run.before === undefined ? 0 : changeOf(run.amount, run.before))
  const byUncompared = run.uncompared > 0 ? 2 : 1
  const approvals = Math.max(byUncompared, byAmount?.approvals ?? 1, byChange?.approvals ?? 1)
  const sayings = [
    byAmount && { approvals: byAmount.approvals, say: `金额达到 ${yuanText(fen(byAmount.from))} 元` },
    byChange && { approvals: byChange.approvals, say: sayChange(byChange.from) },
    { approvals: byUncompared, say: `名单中 ${run.uncompared} 人的待遇没有上期可比，不在变动表内` },
  ]
  const because = sayings.flatMap((one) =>
    one !== undefined && one.approvals > 1 && one.approvals === approvals ? [`${one.say}，须 ${approvals} 人审批`] : [],
  )
  return { approvals, because: because.length > 0 ? because : ['须 1 人审批'] }
}

function sayChange(from: number): string {
  return from === 0 ? '不论变动大小' : `与上期相比变动达到 ${from / 100}%`
}

/** Change in basis points of what was; from nothing to something is a change by the whole. */
function changeOf(amount: number, before: number): number {
  if (before === 0) return amount === 0 ? 0 : 10_000
  return Math.floor((Math.abs(amount - before) * 10_000) / Math.abs(before))
}

function lastReached<Step extends { readonly from: number }>(steps: readonly Step[], value: number): Step | undefined {
  return steps.findLast(({ from }) => value >= from)
}
