import type { Ledger } from '@dongzhou/engines/intake'
import { type CandidatePair, queuePairs } from '../linkage/index.ts'
import { Fault } from '../platform/fault.ts'
import type { ActionSetting } from '../platform/setting.ts'
import { type PersonEntry, type RecordedPerson, recordPeople } from '../registry/index.ts'
import { acceptEvents } from './accept-events.ts'
import { acceptPairings } from './accept-pairings.ts'
import { allOrEach } from './accept-records.ts'
import type { Batch, Sheet } from './batches.sql.ts'
import type { Match } from './matches.sql.ts'
import type { Outcome } from './outcomes.sql.ts'
import { requireLedger } from './require-ledger.ts'
import { factsOfRow } from './row-facts.ts'
import type { StagedRow } from './staged.ts'

/** A row that is ready to be let in, and the person on file it speaks of, if there is one. */
export interface Waiting {
  readonly row: StagedRow
  readonly personId: number | undefined
  readonly candidates: readonly Match[]
}

export interface Accepting {
  readonly batch: Batch
  readonly sheet: Sheet
  readonly waiting: readonly Waiting[]
}

export type Acceptor = (setting: ActionSetting, accepting: Accepting) => Promise<readonly Outcome[]>

/** Where the rows of a ledger go, by its target. A new ledger kind with a known target needs nothing here. */
export const acceptors: { readonly [Target in Ledger['target']]: Acceptor } = {
  people: acceptPeople,
  activities: acceptEvents,
  pairings: acceptPairings,
}

async function acceptPeople(setting: ActionSetting, accepting: Accepting): Promise<readonly Outcome[]> {
  if (accepting.waiting.length === 0) return []
  const entries = accepting.waiting.map((waiting) => entryOf(accepting, waiting))
  const recorded = await allOrEach(entries, (some) => recordPeople(setting, 'intake.accept-batch', some))
  const outcomes = accepting.waiting.map(({ row }, at) => outcomeOf(row, recorded[at]))
  await queuePossible(setting, accepting.waiting, recorded)
  return outcomes
}

function entryOf({ batch, sheet }: Accepting, { row, personId }: Waiting): PersonEntry {
  return { personId, facts: factsOfRow(requireLedger(sheet.ledger), batch.id, sheet.name, row) }
}

type Recorded = RecordedPerson | Fault

function outcomeOf({ row }: StagedRow, recorded: Recorded | undefined): Outcome {
  if (recorded === undefined || recorded instanceof Fault) return { row, outcome: 'refused', why: recorded?.say }
  const { personId, added, disagreeing } = recorded
  const isChanged = added.length + disagreeing.length > 0
  const outcome = recorded.isNew ? 'new' : isChanged ? 'changed' : 'unchanged'
  return { row, outcome, personId, added: added.length, disagreeing: disagreeing.length }
}

/** Somebody new who may be somebody on file goes into the queue of pairs, with the reasons. */
async function queuePossible(
  setting: ActionSetting,
  waiting: readonly Waiting[],
  recorded: readonly Recorded[],
): Promise<void> {
  const pairs = waiting.flatMap(({ candidates }, at) => {
    const person = recorded[at]
    if (person === undefined || person instanceof Fault || !person.isNew) return []
    const open = candidates.filter(({ decided }) => decided === undefined)
    return open.map(
      ({ personId, score, band, reasons }): CandidatePair => ({
        personIds: [person.personId, personId],
        likeness: { score, band, reasons },
      }),
    )
  })
  if (pairs.length > 0) await queuePairs(setting, pairs)
}
