import { addDays, type Day } from '@dongzhou/terms/day'
import { Fault, requireMay } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { recordTrail } from '../../platform/trail.sql.ts'
import { mayScreen } from '../policy.ts'
import { changeDismissal, findFindingForUpdate, type KeptFinding } from './findings.sql.ts'

interface Seen {
  readonly id: number
  readonly version: number
}

const DAYS_OF_A_YEAR = 366

/** 搁置线索: somebody has looked, and says why nothing is to be done until a day. The line comes back by itself. */
export async function dismissFinding(
  setting: ActionSetting,
  input: Seen & { readonly until: Day; readonly because: string },
): Promise<{ id: number; version: number }> {
  const finding = await loadFinding(setting, input)
  const { today } = setting
  if (input.until <= today || input.until > addDays(today, DAYS_OF_A_YEAR))
    throw new Fault('benefits.dismissed-too-long')
  return change(setting, finding, input)
}

/** 恢复线索: what was put aside is looked at again. */
export async function reopenFinding(setting: ActionSetting, input: Seen): Promise<{ id: number; version: number }> {
  const finding = await loadFinding(setting, input)
  if (finding.dismissed === undefined) throw new Fault('benefits.finding-not-dismissed')
  return change(setting, finding, undefined)
}

async function loadFinding(setting: ActionSetting, seen: Seen): Promise<KeptFinding> {
  const finding = await findFindingForUpdate(setting.tx, seen.id)
  if (!finding || finding.closedAt !== undefined) throw new Fault('benefits.finding-not-found')
  requireMay(mayScreen(setting.clerk, finding))
  if (finding.version !== seen.version) throw new Fault('platform.changed-meanwhile', { version: finding.version })
  return finding
}

async function change(
  setting: ActionSetting,
  finding: KeptFinding,
  dismissal: { readonly until: Day; readonly because: string } | undefined,
): Promise<{ id: number; version: number }> {
  if (!(await changeDismissal(setting, finding, dismissal))) throw new Fault('platform.changed-meanwhile')
  await recordTrail(setting, {
    verb: dismissal === undefined ? 'benefits.reopen-finding' : 'benefits.dismiss-finding',
    subject: { kind: 'benefit-finding', id: finding.id },
    division: finding.division,
    before: { dismissedUntil: finding.dismissed?.until ?? null },
    after: { dismissedUntil: dismissal?.until ?? null },
    purpose: dismissal?.because,
  })
  return { id: finding.id, version: finding.version + 1 }
}
