import type { Rate } from '@dongzhou/terms/rate'
import { sql } from 'kysely'
import { bureauDivision } from '../../platform/bureau-division.ts'
import { orFaultOf } from '../../platform/db/constraint.ts'
import type { ActionSetting, Setting } from '../../platform/setting.ts'
import type { BenefitTables } from '../tables.ts'

/** What is written of a row that is put forward. */
export interface RateProposal {
  readonly rate: Rate
  readonly supersedes?: number | undefined
  readonly isVoid?: boolean
  readonly reason: string
}

/** Writes proposed rows; answers their ids in the same order. */
export async function recordProposals(
  setting: ActionSetting,
  proposals: readonly RateProposal[],
): Promise<readonly number[]> {
  const { tx, now, clerk, bureau } = setting
  const rows = proposals.map(({ rate, supersedes, isVoid = false, reason }) => ({
    ...written(rate),
    division_code: bureauDivision(bureau),
    state: 'proposed' as const,
    supersedes_id: supersedes ?? null,
    voids: isVoid,
    reason,
    recorded_at: now,
    recorded_by: clerk.actor,
    account_id: clerk.accountId ?? null,
  }))
  const made = await orFaultOf(
    tx.withTables<BenefitTables>().insertInto('rate').values(rows).returning('id').execute(),
    { rate_waits_to_be_voided_once: 'benefits.withdrawal-waits' },
  )
  return made.map(({ id }) => id)
}

/** Writes samples whose day nobody has filled yet: in a new bureau all of them, in a newer version those that came with it. */
export async function recordSamples(
  { tx, now, bureau }: Pick<Setting, 'tx' | 'now' | 'bureau'>,
  samples: readonly Rate[],
): Promise<number> {
  const rows = samples.map((rate) => ({ ...written(rate), rounding_unit: rate.rounding.unit }))
  const result = await sql`
    insert into rate (division_code, kind, key, jurisdiction, value, choice, unit, base, rounding_mode, rounding_unit,
      valid_from, valid_to, announced_on, document, source, state, recorded_at, recorded_by, counts_from)
    select ${bureauDivision(bureau)}, s.kind, s.key, s.jurisdiction, s.value, s.choice, s.unit, s.base, s.rounding_mode,
      s.rounding_unit, s.valid_from, s.valid_to, s.announced_on, s.document, s.source, 'sample', ${now}::timestamptz, 'system',
      ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as s(kind text, key text, jurisdiction text, value bigint,
      choice text, unit text, base text, rounding_mode text, rounding_unit smallint, valid_from date, valid_to date,
      announced_on date, document text, source text)
    where not exists (select from rate as r where r.kind = s.kind and r.key = s.key and r.jurisdiction = s.jurisdiction
      and r.valid_from = s.valid_from and r.state in ('sample', 'confirmed'))
    on conflict do nothing`.execute(tx)
  return Number(result.numAffectedRows ?? 0)
}

function written(rate: Rate) {
  return {
    kind: rate.kind,
    key: rate.key,
    jurisdiction: rate.jurisdiction,
    value: rate.value,
    choice: rate.choice ?? null,
    unit: rate.unit,
    base: rate.base ?? null,
    rounding_mode: rate.rounding.mode,
    rounding_unit: rate.rounding.unit,
    valid_from: rate.validFrom,
    valid_to: rate.validTo ?? null,
    announced_on: rate.announcedOn ?? null,
    document: rate.document,
    source: rate.source,
  }
}
