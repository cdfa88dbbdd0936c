import { recordEvents } from '../activities/index.ts'
import type { ActionSetting } from '../platform/setting.ts'
import { acceptRecords } from './accept-records.ts'
import type { Accepting } from './acceptors.ts'
import type { Outcome } from './outcomes.sql.ts'

/** Rows of an activity ledger become events under the series they name. */
export function acceptEvents(setting: ActionSetting, accepting: Accepting): Promise<readonly Outcome[]> {
  return acceptRecords(accepting, {
    draft: (ledger, row) => (ledger.target === 'activities' ? ledger.draft(row.values) : undefined),
    record: async (entries) => {
      const recorded = await recordEvents(setting, 'intake.accept-batch', entries)
      return recorded.map((one) =>
        one.outcome === 'refused'
          ? { outcome: 'refused', recordId: one.eventId, why: one.say }
          : { outcome: one.outcome, recordId: one.eventId },
      )
    },
  })
}
