import type { ActionSetting } from '../platform/setting.ts'
import { recordPairings } from '../visits/index.ts'
import { acceptRecords } from './accept-records.ts'
import type { Accepting, Waiting } from './acceptors.ts'
import type { Outcome } from './outcomes.sql.ts'

const NOBODY = '名册中没有这位帮扶对象，请先导入或登记该人员，再接收本行。'

/** Rows of a pairing ledger become pairings and visits of people on file. Somebody not on file is named, never made up. */
export async function acceptPairings(setting: ActionSetting, accepting: Accepting): Promise<readonly Outcome[]> {
  const isKnown = ({ personId }: Waiting) => personId !== undefined
  const outcomes = await acceptRecords(
    { ...accepting, waiting: accepting.waiting.filter(isKnown) },
    {
      draft: (ledger, row, { personId }) => {
        const draft = ledger.target === 'pairings' ? ledger.draft(row.values) : undefined
        return draft && personId !== undefined ? { ...draft, personId } : undefined
      },
      record: async (entries) => {
        const recorded = await recordPairings(setting, 'intake.accept-batch', entries)
        return recorded.map((one) =>
          one.outcome === 'refused'
            ? { outcome: 'refused', recordId: one.pairingId, why: one.say }
            : { outcome: one.outcome, recordId: one.pairingId },
        )
      },
    },
  )
  const unknown = accepting.waiting.filter((waiting) => !isKnown(waiting))
  return [...outcomes, ...unknown.map(({ row }): Outcome => ({ row: row.row, outcome: 'refused', why: NOBODY }))]
}
