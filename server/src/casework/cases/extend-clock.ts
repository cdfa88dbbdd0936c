import { clocksOf } from '@dongzhou/engines/casework'
import { Fault, requireMay } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { loadCaseForChange, mayActOn } from './load-case.ts'
import { takeStep } from './take-step.ts'

/** 延长办理期限: once, while the clock runs, by whom the article names. */
export async function extendClock(
  setting: ActionSetting,
  input: { readonly id: number; readonly version: number; readonly clock: string; readonly because: string },
): Promise<{ id: number; version: number }> {
  const inHand = await loadCaseForChange(setting, input)
  const { procedure, standing, calendar } = inHand
  const reading = clocksOf(procedure, standing, setting.today, calendar).find(({ clock }) => clock.code === input.clock)
  const extension = reading?.clock.extension
  const isOpen = reading?.kind === 'running' || reading?.kind === 'still'
  if (extension === undefined || !isOpen || standing.extended.includes(input.clock))
    throw new Fault('casework.cannot-extend')
  requireMay(mayActOn(setting.clerk, inHand, extension.authority))
  return takeStep(setting, inHand, {
    verb: 'casework.extend-clock',
    event: { kind: 'extend', clock: input.clock },
    on: setting.today,
    because: input.because,
  })
}
