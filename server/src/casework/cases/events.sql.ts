import type { CaseEvent } from '@dongzhou/engines/casework'
import { day } from '@dongzhou/terms/day'
import type { ActionSetting, Setting } from '../../platform/setting.ts'
import type { CaseworkTables } from '../tables.ts'
import type { Case } from './cases.sql.ts'

/** 办理记录 as kept: what was done, with why and when it was entered. */
export interface KeptEvent {
  readonly seq: number
  readonly event: CaseEvent
  readonly because: string
  readonly at: Date
  readonly byName: string
}

const BECAUSE = 'case_event.because'

/** What was done to some cases, in order, by case. */
export async function listEventsOf(
  { tx, vault }: Setting,
  caseIds: readonly number[],
): Promise<ReadonlyMap<number, readonly KeptEvent[]>> {
  if (caseIds.length === 0) return new Map()
  const rows = await tx
    .withTables<CaseworkTables>()
    .selectFrom('case_event')
    .select(['case_id', 'seq', 'on_day', 'at', 'by_whom', 'by_name', 'event', 'because_sealed'])
    .where('case_id', 'in', [...caseIds])
    .orderBy('case_id')
    .orderBy('seq')
    .execute()
  const kept = rows.map((row) => ({
    caseId: row.case_id,
    seq: row.seq,
    event: { ...row.event, on: day(row.on_day), by: row.by_whom } as CaseEvent,
    because: row.because_sealed === null ? '' : vault.open(row.because_sealed, BECAUSE),
    at: row.at,
    byName: row.by_name,
  }))
  return Map.groupBy(kept, ({ caseId }) => caseId)
}

/** Adds one event after `seq` others. */
export async function recordEvent(
  { tx, now, clerk, vault }: ActionSetting,
  { id, division }: Pick<Case, 'id' | 'division'>,
  { event, because, seq }: { readonly event: CaseEvent; readonly because: string; readonly seq: number },
): Promise<void> {
  const { on, by, ...what } = event
  await tx
    .withTables<CaseworkTables>()
    .insertInto('case_event')
    .values({
      case_id: id,
      seq,
      division_code: division,
      on_day: on,
      at: now,
      by_whom: by,
      by_name: clerk.displayName,
      event: JSON.stringify(what),
      because_sealed: because === '' ? null : vault.seal(because, BECAUSE),
    })
    .execute()
}
