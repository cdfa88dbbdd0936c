import type { RunState } from '@dongzhou/terms/payment'
import type { Authority } from '@dongzhou/terms/role'

/** 办理环节 (run steps): what is done to a run, in the bureau's words. */
export const runSteps = {
  make: '编制',
  lock: '锁定',
  check: '复核',
  approve: '审批',
  release: '确认发放',
  'send-back': '退回重编',
  return: '导入回盘',
  close: '结清',
  withdraw: '作废',
} as const satisfies Record<string, string>

export type RunStep = keyof typeof runSteps

interface StepRule {
  readonly from: readonly RunState[]
  readonly to: RunState
  readonly may: Authority
  /** 不相容岗位: whoever has taken one of these steps of this list may not take this one. */
  readonly apartFrom: readonly RunStep[]
}

/** 批次流转 (life of a run) as data. `make` opens a draft; `approve` stays where it is until all signatures are given. */
export const stepRules: { readonly [S in RunStep]: StepRule } = {
  make: { from: ['draft'], to: 'draft', may: 'payments.make', apartFrom: [] },
  lock: { from: ['draft'], to: 'locked', may: 'payments.make', apartFrom: [] },
  check: { from: ['locked'], to: 'checked', may: 'payments.check', apartFrom: ['make', 'lock'] },
  approve: {
    from: ['checked'],
    to: 'approved',
    may: 'payments.approve',
    apartFrom: ['make', 'lock', 'check', 'approve'],
  },
  release: { from: ['approved'], to: 'released', may: 'payments.release', apartFrom: ['make', 'lock', 'check'] },
  'send-back': { from: ['locked', 'checked', 'approved'], to: 'draft', may: 'payments.check', apartFrom: [] },
  return: { from: ['released'], to: 'returned', may: 'payments.make', apartFrom: [] },
  close: { from: ['returned'], to: 'closed', may: 'payments.make', apartFrom: [] },
  withdraw: { from: ['draft'], to: 'withdrawn', may: 'payments.make', apartFrom: [] },
}

/** A step somebody has taken. After a list was sent back, only what was done to the new list counts. */
export interface TakenStep {
  readonly step: RunStep
  readonly by: string
}

export type StepAnswer =
  | { readonly kind: 'yes' }
  | { readonly kind: 'wrong-state'; readonly say: string }
  | { readonly kind: 'same-person'; readonly say: string }

/** May somebody take this step of a run now? Authority and place are asked elsewhere; this is about state and about who did what. */
export function mayTakeStep(
  step: RunStep,
  run: { readonly state: RunState; readonly taken: readonly TakenStep[] },
  who: string,
): StepAnswer {
  const rule = stepRules[step]
  if (!rule.from.includes(run.state)) return { kind: 'wrong-state', say: `当前状态不能${runSteps[step]}。` }
  const before = sinceSentBack(run.taken).find((taken) => taken.by === who && rule.apartFrom.includes(taken.step))
  if (before === undefined) return { kind: 'yes' }
  return {
    kind: 'same-person',
    say: `您已办理本批次的“${runSteps[before.step]}”，“${runSteps[step]}”须由其他人办理。`,
  }
}

/** What was done to the list that stands now: the maker stays the maker, signatures on an earlier list are void. */
export function sinceSentBack(taken: readonly TakenStep[]): readonly TakenStep[] {
  const at = taken.findLastIndex(({ step }) => step === 'send-back')
  return taken.filter((each, index) => each.step === 'make' || index > at)
}

/** 终态: nothing more is done to such a run. */
export const endStates: readonly RunState[] = ['closed', 'withdrawn']

/** 已入账: in these states the lines of a run count as posted. */
export const postedStates: readonly RunState[] = ['locked', 'checked', 'approved', 'released', 'returned', 'closed']
