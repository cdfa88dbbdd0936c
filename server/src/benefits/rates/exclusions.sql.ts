import type { Exclusion } from '@dongzhou/engines/benefits'
import type { Benefit } from '@dongzhou/terms/benefit'
import { findDay } from '@dongzhou/terms/day'
import type { RateState } from '@dongzhou/terms/rate'
import { sql } from 'kysely'
import { bureauDivision } from '../../platform/bureau-division.ts'
import { orFaultOf } from '../../platform/db/constraint.ts'
import { pageOf } from '../../platform/db/paging.ts'
import type { ActionSetting, Setting } from '../../platform/setting.ts'
import type { BenefitTables } from '../tables.ts'
import type { Signed } from './rate.ts'
import { countsAt, signedColumns, toSigned } from './signing.sql.ts'

/** 兼得关系中的一条, with its signatures. */
export interface KeptExclusion extends Signed, Exclusion {
  readonly source: string
  readonly state: RateState
}

const columns = [
  ...signedColumns,
  'benefit',
  'other',
  'way',
  'valid_from',
  'valid_to',
  'document',
  'source',
  'state',
] as const

export async function listExclusions(
  { tx }: Setting,
  query: { readonly benefit?: Benefit | undefined; readonly withPast: boolean },
  page: { readonly page: number; readonly size: number },
): Promise<{ readonly items: readonly KeptExclusion[]; readonly total: number; readonly more: boolean }> {
  const { benefit = '', withPast } = query
  const found = exclusions(tx)
    .$if(benefit !== '', (it) => it.where('benefit', '=', benefit))
    .$if(!withPast, (it) =>
      it
        .where('superseded_at', 'is', null)
        .where('withdrawn_at', 'is', null)
        .where(sql<boolean>`not (voids and state = 'confirmed')`),
    )
  const listed = found.select(columns).orderBy('benefit').orderBy('other').orderBy('valid_from').orderBy('id')
  const { items, ...counted } = await pageOf(tx, listed, page)
  return { items: items.map(toKept), ...counted }
}

export async function findExclusionForUpdate({ tx }: Setting, id: number): Promise<KeptExclusion | undefined> {
  const row = await exclusions(tx).select(columns).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && toKept(row)
}

/** What counted at an instant of our knowledge; now, when none is named. The matrix has 18 x 17 cells at most. */
export async function listCountingExclusions(
  { tx }: Pick<Setting, 'tx'>,
  at?: Date,
): Promise<readonly KeptExclusion[]> {
  const rows = await exclusions(tx).select(columns).where(countsAt(at)).orderBy('id').limit(10_000).execute()
  return rows.map(toKept)
}

export interface ExclusionProposal extends Exclusion {
  readonly source: string
  readonly reason: string
  readonly supersedes?: number
  readonly isVoid?: boolean
}

export async function recordExclusionProposal(setting: ActionSetting, proposal: ExclusionProposal): Promise<number> {
  const { tx, now, clerk, bureau } = setting
  const made = await orFaultOf(
    tx
      .withTables<BenefitTables>()
      .insertInto('rate_exclusion')
      .values({
        benefit: proposal.benefit,
        other: proposal.other,
        way: proposal.way,
        valid_from: proposal.validFrom ?? null,
        valid_to: proposal.validTo ?? null,
        document: proposal.document,
        source: proposal.source,
        division_code: bureauDivision(bureau),
        state: 'proposed',
        supersedes_id: proposal.supersedes ?? null,
        voids: proposal.isVoid ?? false,
        reason: proposal.reason,
        recorded_at: now,
        recorded_by: clerk.actor,
        account_id: clerk.accountId ?? null,
      })
      .returning('id')
      .executeTakeFirstOrThrow(),
    { rate_exclusion_waits_to_be_voided_once: 'benefits.withdrawal-waits' },
  )
  return made.id
}

/** Writes the samples that are not in the matrix yet. */
export async function recordSampleExclusions(
  { tx, now, bureau }: Pick<Setting, 'tx' | 'now' | 'bureau'>,
  samples: readonly (Exclusion & { readonly source: string })[],
): Promise<number> {
  const rows = samples.map(({ benefit, other, way, document, source, validFrom, validTo }) => {
    return { benefit, other, way, document, source, valid_from: validFrom ?? null, valid_to: validTo ?? null }
  })
  const result = await sql`
    insert into rate_exclusion (division_code, benefit, other, way, valid_from, valid_to, document, source, state, recorded_at,
      recorded_by, counts_from)
    select ${bureauDivision(bureau)}, s.benefit, s.other, s.way, s.valid_from, s.valid_to, s.document, s.source, 'sample',
      ${now}::timestamptz, 'system', ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as s(benefit text, other text, way text, valid_from date,
      valid_to date, document text, source text)
    where not exists (select from rate_exclusion as r where r.benefit = s.benefit and r.other = s.other
      and r.valid_from is not distinct from s.valid_from and r.state in ('sample', 'confirmed'))
    on conflict do nothing`.execute(tx)
  return Number(result.numAffectedRows ?? 0)
}

function exclusions(tx: Setting['tx']) {
  return tx.withTables<BenefitTables>().selectFrom('rate_exclusion')
}

type ExclusionRow = Parameters<typeof toSigned>[0] & {
  readonly benefit: string
  readonly other: string
  readonly way: Exclusion['way']
  readonly valid_from: string | null
  readonly valid_to: string | null
  readonly document: string
  readonly source: string
  readonly state: RateState
}

function toKept(row: ExclusionRow): KeptExclusion {
  return {
    ...toSigned(row),
    benefit: row.benefit as Benefit,
    other: row.other as Benefit,
    way: row.way,
    validFrom: findDay(row.valid_from ?? ''),
    validTo: findDay(row.valid_to ?? ''),
    document: row.document,
    source: row.source,
    state: row.state,
  }
}
