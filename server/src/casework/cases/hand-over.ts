import type { ColleagueLine } from '@dongzhou/contract/casework-views'
import { hasEnded, stepAt } from '@dongzhou/engines/casework'
import { isRole, roles, type Section } from '@dongzhou/terms/role'
import { findColleague, listColleagues } from '../../access/index.ts'
import { mayAt, whoOf } from '../../platform/clerk.ts'
import { Fault, requireMay } from '../../platform/fault.ts'
import type { ActionSetting, Setting } from '../../platform/setting.ts'
import { divisionNames } from '../../registry/index.ts'
import { type CaseInHand, loadCase, loadCaseForChange, mayActOn } from './load-case.ts'
import { takeStep } from './take-step.ts'

interface Seen {
  readonly id: number
  readonly version: number
  readonly because: string
}

/** 转办: hands the step to one colleague, who must be able to take it. */
export async function delegateCase(
  setting: ActionSetting,
  input: Seen & { readonly toAccountId: number },
): Promise<{ id: number; version: number }> {
  const inHand = await loadStep(setting, input)
  const colleague = await findColleague(setting.tx, input.toAccountId)
  const { of, procedure, standing } = inHand
  // Whichever section they belong to: being handed a case is a need to know it.
  const isAble = colleague && mayAt(colleague, stepAt(procedure, standing).authority, of.division) === 'yes'
  if (!isAble) throw new Fault('casework.nobody-there')
  const event = { kind: 'delegate', to: whoOf(colleague) } as const
  return takeStep(setting, inHand, {
    verb: 'casework.delegate-case',
    event,
    on: setting.today,
    because: input.because,
  })
}

/** 可以接办的人员: whoever may be handed the step where a case stands, but oneself; nobody where one may not hand it over. */
export async function listColleaguesFor(setting: Setting, id: number): Promise<readonly ColleagueLine[]> {
  const inHand = await loadCase(setting, id)
  const { of, procedure, standing } = inHand
  if (hasEnded(standing)) return []
  const { authority } = stepAt(procedure, standing)
  if (mayActOn(setting.clerk, inHand, authority) !== 'yes') return []
  const able = (await listColleagues(setting.tx)).filter(
    (one) => mayAt(one, authority, of.division) === 'yes' && whoOf(one) !== whoOf(setting.clerk),
  )
  const names = await divisionNames(
    setting,
    able.map(({ division }) => division),
  )
  return able.flatMap(({ accountId, displayName, role, division }) =>
    accountId === undefined
      ? []
      : [
          {
            id: accountId,
            name: displayName,
            roleName: role !== undefined && isRole(role) ? roles[role] : '',
            divisionName: names.get(division) ?? '',
          },
        ],
  )
}

/** 送会签: asks other sections for their word before the step goes on. */
export async function askCountersign(
  setting: ActionSetting,
  input: Seen & { readonly sections: readonly Section[] },
): Promise<{ id: number; version: number }> {
  const inHand = await loadStep(setting, input)
  return takeStep(setting, inHand, {
    verb: 'casework.ask-countersign',
    event: { kind: 'ask-countersign', of: input.sections },
    on: setting.today,
    because: input.because,
  })
}

async function loadStep(setting: ActionSetting, seen: Seen): Promise<CaseInHand> {
  const inHand = await loadCaseForChange(setting, seen)
  const { procedure, standing } = inHand
  if (hasEnded(standing)) throw new Fault('casework.hindered', { reasons: ['本件已结束，不能再办理。'] })
  const { authority } = stepAt(procedure, standing)
  requireMay(mayActOn(setting.clerk, inHand, authority))
  return inHand
}
