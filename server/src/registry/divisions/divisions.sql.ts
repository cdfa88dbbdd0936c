import type { Tx } from '../../platform/db/database.ts'
import type { Setting } from '../../platform/setting.ts'
import type { RegistryTables } from '../tables.ts'

export interface DivisionRecord {
  readonly code: string
  readonly version: number
  readonly name: string
  readonly shortName: string
  readonly parentCode: string | undefined
  readonly aliases: readonly string[]
  readonly isActive: boolean
}

const columns = ['code', 'version', 'name', 'short_name', 'parent_code', 'aliases', 'is_active'] as const

/** The whole tree; a county has some 330 rows, so it is not paged. */
export async function listDivisions({ tx }: Pick<Setting, 'tx'>): Promise<readonly DivisionRecord[]> {
  const rows = await divisions(tx).select(columns).orderBy('code').limit(5000).execute()
  return rows.map((row) => ({
    code: row.code,
    version: row.version,
    name: row.name,
    shortName: row.short_name,
    parentCode: row.parent_code ?? undefined,
    aliases: row.aliases,
    isActive: row.is_active,
  }))
}

/** 区划名称: what the codes of a page are called, a village together with its town. */
export async function divisionNames(
  { tx }: Pick<Setting, 'tx'>,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(codes.flatMap((code) => [code, `${code.slice(0, 9)}000`]))]
  if (wanted.length === 0) return new Map()
  const rows = await divisions(tx).select(['code', 'short_name', 'name']).where('code', 'in', wanted).execute()
  const short = new Map(rows.map((row) => [row.code, row.short_name]))
  return new Map(
    rows.map((row) => {
      const town = row.code.endsWith('000') ? undefined : short.get(`${row.code.slice(0, 9)}000`)
      return [row.code, town === undefined ? row.name : `${town}${row.short_name}`]
    }),
  )
}

export interface NewDivision {
  readonly code: string
  readonly name: string
  readonly shortName: string
  readonly parentCode: string | undefined
  readonly aliases: readonly string[]
  readonly source: string
}

/** Adds divisions that are not there yet; answers how many were added. */
export async function recordDivisions({ tx }: Pick<Setting, 'tx'>, list: readonly NewDivision[]): Promise<number> {
  if (list.length === 0) return 0
  const result = await tx
    .withTables<RegistryTables>()
    .insertInto('division')
    .values(
      list.map((division) => ({
        code: division.code,
        name: division.name,
        short_name: division.shortName,
        parent_code: division.parentCode ?? null,
        aliases: [...division.aliases],
        source: division.source,
      })),
    )
    .onConflict((conflict) => conflict.column('code').doNothing())
    .executeTakeFirst()
  return Number(result.numInsertedOrUpdatedRows ?? 0)
}

export interface DivisionChange {
  readonly code: string
  readonly version: number
  readonly name: string
  readonly shortName: string
  readonly aliases: readonly string[]
  readonly isActive: boolean
}

export async function changeDivisionRow(
  { tx }: Pick<Setting, 'tx'>,
  change: DivisionChange,
): Promise<number | undefined> {
  const row = await tx
    .withTables<RegistryTables>()
    .updateTable('division')
    .set({
      version: change.version + 1,
      name: change.name,
      short_name: change.shortName,
      aliases: [...change.aliases],
      is_active: change.isActive,
    })
    .where('code', '=', change.code)
    .where('version', '=', change.version)
    .returning('version')
    .executeTakeFirst()
  return row?.version
}

export async function hasDivision({ tx }: Pick<Setting, 'tx'>, code: string): Promise<boolean> {
  return (await divisions(tx).select('code').where('code', '=', code).executeTakeFirst()) !== undefined
}

function divisions(tx: Tx) {
  return tx.withTables<RegistryTables>().selectFrom('division')
}
