import { sql } from 'kysely'
import type { Setting } from '../../platform/setting.ts'

/** Who belongs to whom, under the id that was asked for. */
export interface Pair {
  readonly id: number
  readonly organisationId: number
  readonly personId: number
}

export async function listPairsOf(
  { tx }: Setting,
  { of, ids }: { readonly of: 'pairing' | 'visit'; readonly ids: readonly number[] },
): Promise<readonly Pair[]> {
  const wanted = [...ids]
  const { rows } =
    of === 'pairing'
      ? await sql<Pair>`select p.id, p.organisation_id as "organisationId", p.person_id as "personId"
          from pairing p where p.id = any(${wanted}::bigint[]) order by p.id`.execute(tx)
      : await sql<Pair>`select v.id, p.organisation_id as "organisationId", p.person_id as "personId"
          from pairing_visit v join pairing p on p.id = v.pairing_id where v.id = any(${wanted}::bigint[]) order by v.id`.execute(
          tx,
        )
  return rows
}
