import type { Benefit } from '@dongzhou/terms/benefit'
import type { Day } from '@dongzhou/terms/day'
import { sql } from 'kysely'
import { bureauDivision } from '../../platform/bureau-division.ts'
import type { ActionSetting, Setting } from '../../platform/setting.ts'

/** 资金安排 as last decided; `benefit` undefined: of the whole year. */
export interface Appropriation {
  readonly benefit: Benefit | undefined
  readonly version: number
  readonly amount: number | undefined
  readonly document: string
  readonly decidedOn: Day
  readonly reason: string
  readonly actor: string
}

/** The appropriations of a year in force: the last version of each. */
export async function listAppropriations({ tx, bureau }: Setting, year: number): Promise<readonly Appropriation[]> {
  const { rows } = await sql<
    Omit<Appropriation, 'benefit' | 'amount'> & { benefit: Benefit | ''; amount: number | null }
  >`
    select distinct on (benefit) benefit, version, amount_fen as amount, document, decided_on as "decidedOn", reason, actor
    from benefit_appropriation where division_code = ${bureauDivision(bureau)} and year = ${year}::int
    order by benefit, version desc`.execute(tx)
  return rows.map((row) => ({
    ...row,
    benefit: row.benefit === '' ? undefined : row.benefit,
    amount: row.amount ?? undefined,
  }))
}

export interface NewAppropriation {
  readonly year: number
  readonly benefit: Benefit | undefined
  readonly version: number
  readonly amount: number | null
  readonly document: string
  readonly decidedOn: Day
  readonly reason: string
}

/** Adds a decision; false when somebody else added one of this version first. */
export async function recordAppropriation(setting: ActionSetting, it: NewAppropriation): Promise<boolean> {
  const { tx, bureau, clerk, now } = setting
  const result = await sql`
    insert into benefit_appropriation (division_code, year, benefit, version, amount_fen, document, decided_on, reason, actor,
      account_id, set_at)
    values (${bureauDivision(bureau)}, ${it.year}::int, ${it.benefit ?? ''}, ${it.version}::int, ${it.amount}::bigint, ${it.document},
      ${it.decidedOn}::date, ${it.reason}, ${clerk.displayName}, ${clerk.accountId ?? null}::bigint, ${now}::timestamptz)
    on conflict on constraint benefit_appropriation_version_stands_once do nothing`.execute(tx)
  return result.numAffectedRows === 1n
}
