import { type Fact, type FactKind, sealedFields } from '@dongzhou/terms/fact'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { Vault } from '../../platform/vault/index.ts'
import { openColumns, openedValue } from './facts.sql.ts'

const ROWS_AT_ONCE = 500

/**
 * Seals the next rows whose sealed part still stands in clear, superseded ones too; answers how many, 0 once none is left. As owner: the
 * application role may write no value anew. Locked, so that a second server that starts finds them done.
 */
export async function sealSomeParts(tx: Tx, vault: Vault): Promise<number> {
  const { rows } = await sql<InClear>`
    select id, kind, value, sealed from fact where ${standsInClear()} order by id limit ${ROWS_AT_ONCE} for update`.execute(
    tx,
  )
  if (rows.length === 0) return 0
  const inParts = rows.map((row) => {
    // The database holds what recordFacts wrote, kind and value together; a union cannot be rebuilt from columns without saying so.
    const fact = { kind: row.kind, value: openedValue(vault, row) } as Fact
    return { id: row.id, ...openColumns(vault, fact) }
  })
  await sql`update fact as f set value = s.value, sealed = s.sealed
    from jsonb_to_recordset(${JSON.stringify(inParts)}::jsonb) as s(id bigint, value jsonb, sealed text)
    where f.id = s.id`.execute(tx)
  return rows.length
}

interface InClear {
  readonly id: number
  readonly kind: FactKind
  readonly value: object
  readonly sealed: string | null
}

// Kind and field as literals, so that the partial index serves.
function standsInClear(): RawBuilder<boolean> {
  const parts = Object.entries(sealedFields).flatMap(([kind, fields]) =>
    fields.map((field) => sql`(kind = ${sql.lit(kind)} and value -> ${sql.lit(field)} is not null)`),
  )
  return sql`(${sql.join(parts, sql` or `)})`
}
