import { Fault } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { loadCaseForChange } from './load-case.ts'
import { takeStep } from './take-step.ts'

/** 会签: a section that was asked answers for itself. */
export async function countersign(
  setting: ActionSetting,
  input: { readonly id: number; readonly version: number; readonly agrees: boolean; readonly because: string },
): Promise<{ id: number; version: number }> {
  const inHand = await loadCaseForChange(setting, input)
  const { section } = setting.clerk
  if (section === undefined || !inHand.standing.awaited.includes(section)) throw new Fault('casework.not-awaited')
  return takeStep(setting, inHand, {
    verb: 'casework.countersign',
    event: { kind: 'countersign', as: section, agrees: input.agrees },
    on: setting.today,
    because: input.because,
  })
}
