import type { Inspection } from '@dongzhou/contract/integrity'
import { findLastDoneJobOf } from '../platform/job.sql.ts'
import type { Setting } from '../platform/setting.ts'
import { checks } from './checks.ts'
import { inspectionKind } from './inspect-bureau.ts'

/** 完整性检查结果 of the last night: what was found, why it matters and what to do; ids stay in the console. */
export async function showInspection({ tx }: Setting): Promise<Inspection> {
  const job = await findLastDoneJobOf(tx, inspectionKind)
  const counts = new Map((job?.result === undefined ? [] : foundIn(job.result)).map(({ code, count }) => [code, count]))
  return {
    at: job?.changedAt.toISOString() ?? null,
    items: checks.flatMap(({ code, name, severity, why, whatToDo }) => {
      const count = counts.get(code)
      return count === undefined ? [] : [{ code, name, severity, why, whatToDo, count }]
    }),
  }
}

// Written by inspectBureau, perhaps of an earlier release: a check that is no longer there is left out above.
function foundIn({ findings }: Readonly<Record<string, unknown>>): readonly { code: string; count: number }[] {
  if (!Array.isArray(findings)) return []
  return findings.map(({ code, count }: { code: unknown; count: unknown }) => {
    return { code: String(code), count: Number(count) }
  })
}
