import type { Benefit } from '@dongzhou/terms/benefit'
import type { DivisionCode } from '@dongzhou/terms/division'
import type { Month } from '@dongzhou/terms/month'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'

/** 待遇时段 as a screening found it: `to` is exclusive, `amount` is due in each month. */
export interface Span {
  readonly personId: number
  readonly division: DivisionCode
  readonly benefit: Benefit
  readonly awardFactId: number
  readonly from: Month
  readonly to: Month
  readonly outcome: 'entitled' | 'unknown'
  readonly amount: number
}

/** Puts what was found of some people in the place of what had been found before. */
export async function replaceSpans(tx: Tx, personIds: readonly number[], spans: readonly Span[]): Promise<void> {
  if (personIds.length === 0) return
  await sql`delete from benefit_span where person_id = any(${[...personIds]}::bigint[])`.execute(tx)
  if (spans.length === 0) return
  const rows = spans.map((span) => ({
    person_id: span.personId,
    division_code: span.division,
    benefit: span.benefit,
    award_fact_id: span.awardFactId,
    from_month: span.from,
    to_month: span.to,
    outcome: span.outcome,
    amount_fen: span.amount,
  }))
  await sql`
    insert into benefit_span (person_id, division_code, benefit, award_fact_id, from_month, to_month, outcome, amount_fen)
    select r.person_id, r.division_code, r.benefit, r.award_fact_id, r.from_month, r.to_month, r.outcome, r.amount_fen
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(person_id bigint, division_code text, benefit text,
      award_fact_id bigint, from_month integer, to_month integer, outcome text, amount_fen bigint)`.execute(tx)
}
