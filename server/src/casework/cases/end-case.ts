import { hasEnded } from '@dongzhou/engines/casework'
import { Fault, requireMay } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { findOpenCase } from './cases.sql.ts'
import { loadCaseForChange, mayActOn } from './load-case.ts'
import { takeStep } from './take-step.ts'

interface Seen {
  readonly id: number
  readonly version: number
  readonly because: string
}

/** 撤回申请: the applicant gives it up, as long as nobody is deciding it. */
export async function withdrawCase(setting: ActionSetting, input: Seen): Promise<{ id: number; version: number }> {
  const inHand = await loadCaseForChange(setting, input)
  const { procedure, standing } = inHand
  requireMay(mayActOn(setting.clerk, inHand, 'cases.apply'))
  if (!procedure.withdrawIn.includes(standing.at)) throw new Fault('casework.cannot-withdraw')
  return takeStep(setting, inHand, {
    verb: 'casework.withdraw-case',
    event: { kind: 'withdraw' },
    on: setting.today,
    because: input.because,
  })
}

/** 重新办理: takes a case up again that has ended, where its procedure lets it, by whoever has that step. */
export async function reopenCase(setting: ActionSetting, input: Seen): Promise<{ id: number; version: number }> {
  const inHand = await loadCaseForChange(setting, input)
  const { of, procedure, standing } = inHand
  if (!hasEnded(standing)) throw new Fault('casework.not-ended')
  const at = procedure.reopen.find(({ from }) => from === standing.at)?.at
  const authority = at === undefined ? undefined : procedure.steps[at]?.authority
  if (at === undefined || authority === undefined) throw new Fault('casework.cannot-reopen')
  requireMay(mayActOn(setting.clerk, inHand, authority))
  const open = procedure.isSingle ? await findOpenCase(setting, of.personId, procedure.code) : undefined
  if (open !== undefined) throw new Fault('casework.person-has-case', { caseId: open })
  return takeStep(setting, inHand, {
    verb: 'casework.reopen-case',
    event: { kind: 'reopen', at },
    on: setting.today,
    because: input.because,
  })
}
