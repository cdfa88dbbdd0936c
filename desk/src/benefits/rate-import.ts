import type { RateTable } from '@dongzhou/contract/benefits-rates'
import type { RateDraftSent } from './use-rates.ts'

type CellComplaint = RateTable['complaints'][number]

/** A row of the sheet with what was said about its cells. */
export interface ImportRow {
  readonly number: number
  readonly draft: RateDraftSent | undefined
  readonly complaints: readonly CellComplaint[]
}

/** The rows of a table that was read, each with the complaints about its own cells. */
export function importRows({ rows, complaints }: RateTable): readonly ImportRow[] {
  const byRow = Map.groupBy(complaints, ({ cell }) => Number(/\d+$/.exec(cell)?.[0] ?? 0))
  return rows.map(({ number, draft }) => ({
    number,
    draft: draft === null ? undefined : sent(draft),
    complaints: byRow.get(number) ?? [],
  }))
}

/** The rows to send; undefined while a row could not be read or a cell is refused. */
export function importDrafts(table: RateTable): readonly RateDraftSent[] | undefined {
  if (table.complaints.some(({ weight }) => weight === 'refused')) return undefined
  const drafts = table.rows.flatMap(({ draft }) => (draft === null ? [] : [sent(draft)]))
  return drafts.length === table.rows.length && drafts.length > 0 ? drafts : undefined
}

// What was answered is what is sent again; only the fields that are not there must stay away.
function sent(draft: NonNullable<RateTable['rows'][number]['draft']>): RateDraftSent {
  const { choice, base, validTo, supersedes, ...rest } = draft
  return {
    ...rest,
    ...(choice === undefined ? {} : { choice }),
    ...(base === undefined ? {} : { base }),
    ...(validTo === undefined ? {} : { validTo }),
    ...(supersedes === undefined ? {} : { supersedes }),
  }
}
