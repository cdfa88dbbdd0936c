import type { RateLine } from '@dongzhou/contract/benefits-rates'

/** Rows that one person entered from one document for one kind: they are looked over and confirmed together. */
export interface WaitingGroup {
  readonly key: string
  readonly rows: readonly [RateLine, ...RateLine[]]
}

/** 待复核 by document, what has waited longest first. A row that voids another stands by itself. */
export function waitingGroups(rows: readonly RateLine[]): readonly WaitingGroup[] {
  const groups = Map.groupBy(rows, (row) => (row.isVoid ? `void ${row.id}` : partsOf(row).join(' ')))
  return [...groups]
    .flatMap(([key, own]): readonly WaitingGroup[] => {
      const [first, ...others] = own
      return first === undefined ? [] : [{ key, rows: [first, ...others] }]
    })
    .toSorted((one, other) => (one.rows[0].recordedAt < other.rows[0].recordedAt ? -1 : 1))
}

function partsOf({ kind, jurisdiction, document, recordedBy, supersedes, validFrom }: RateLine): readonly string[] {
  return [kind, jurisdiction, validFrom, document, recordedBy, supersedes === null ? 'new' : 'correction']
}

/** The rows of a group that this person may confirm: own ones never. */
export function confirmable({ rows }: WaitingGroup): readonly RateLine[] {
  return rows.filter(({ may }) => may.confirm)
}
