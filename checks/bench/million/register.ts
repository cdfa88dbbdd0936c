import { sql } from 'kysely'
import { inOwnerSetting } from '../../../server/src/platform/app.ts'
import type { Tx } from '../../../server/src/platform/db/database.ts'
import type { Vault } from '../../../server/src/platform/vault/index.ts'
import type { FilledBureau } from './fill.ts'

/** A person as the brute-force scan knows them: read row by row, outside every fence and every index of the search. */
export interface Entry {
  readonly id: number
  readonly name: string
  readonly pinyin: string
  readonly initials: string
  readonly division: string
  readonly idNumber: string
  readonly phone: string
}

const PAGE = 50_000

/** The whole register in memory, in the order of ids. */
export function readRegister({ app, bureau }: FilledBureau): Promise<readonly Entry[]> {
  return inOwnerSetting(app, bureau, async ({ tx, vault }) => {
    const entries: Entry[] = []
    for (;;) {
      const rows = await pageAfter(tx, entries.at(-1)?.id ?? 0)
      if (rows.length === 0) return entries
      for (const row of rows) entries.push(opened(vault, row))
    }
  })
}

function opened(vault: Vault, { id_number_sealed: idNumber, phone_sealed: phone, ...row }: SealedEntry): Entry {
  return {
    ...row,
    idNumber: idNumber === null ? '' : vault.open(idNumber, 'person.id_number'),
    phone: phone === null ? '' : vault.open(phone, 'person.phone'),
  }
}

interface SealedEntry extends Omit<Entry, 'idNumber' | 'phone'> {
  readonly id_number_sealed: string | null
  readonly phone_sealed: string | null
}

async function pageAfter(tx: Tx, id: number): Promise<readonly SealedEntry[]> {
  const { rows } = await sql<SealedEntry>`
    select id, name, pinyin, initials, division_code as division, id_number_sealed, phone_sealed
    from person where is_listed and id > ${id} order by id limit ${PAGE}`.execute(tx)
  return rows
}
