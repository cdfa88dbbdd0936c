import { Fault, requireMay } from '../../platform/fault.ts'
import { findOpenJobOf } from '../../platform/job.sql.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { recordTrail } from '../../platform/trail.sql.ts'
import { mayAnswerForCounty } from '../policy.ts'
import { screeningKind } from './screening-job.ts'

/** 重新筛查: orders a whole screening, as every night does. */
export async function runScreening(setting: ActionSetting): Promise<{ jobId: string }> {
  requireMay(mayAnswerForCounty(setting.clerk, setting.bureau))
  if ((await findOpenJobOf(setting.tx, screeningKind)) !== undefined) throw new Fault('benefits.screening-under-way')
  const jobId = await setting.startJob({ kind: screeningKind, title: '待遇筛查', payload: {} })
  await recordTrail(setting, { verb: 'benefits.run-screening', subject: { kind: 'job', id: jobId } })
  return { jobId }
}
