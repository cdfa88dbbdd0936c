import type { DivisionCode } from '@dongzhou/terms/division'
import type { Clerk } from '../../platform/clerk.ts'
import { Fault, type May, requireMay } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { findRunForUpdate, type Run } from './runs.sql.ts'

type MayRun = (clerk: Clerk, run: { readonly division: DivisionCode }) => May

/** The run somebody wants to change: locked, in sight, theirs to change, and as they saw it. */
export async function requireRun(
  setting: ActionSetting,
  { id, version }: { readonly id: number; readonly version?: number | undefined },
  may: MayRun,
): Promise<Run> {
  const run = await findRunForUpdate(setting, id)
  if (!run) throw new Fault('payments.run-not-found')
  requireMay(may(setting.clerk, run))
  if (version !== undefined && run.version !== version)
    throw new Fault('platform.changed-meanwhile', { version: run.version, state: run.state })
  return run
}
