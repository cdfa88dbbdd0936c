import { namedChecks } from '@dongzhou/engines/payments'
import { type DivisionCode, rangeOf } from '@dongzhou/terms/division'
import { sql } from 'kysely'
import { afterPrefix, pageOf } from '../../platform/db/paging.ts'
import type { Setting } from '../../platform/setting.ts'
import type { PaymentsTables } from '../tables.ts'

type PageOf = { readonly page: number; readonly size: number }

export interface LineFilter {
  readonly runId?: number | undefined
  readonly personId?: number | undefined
  readonly kind?: string | undefined
  readonly benefit?: string | undefined
  readonly division?: DivisionCode | undefined
}

/** 发放明细 of the editions that stand, the newest month first. */
export async function listLines({ tx }: Setting, filter: LineFilter, page: PageOf) {
  const { first, last } = filter.division === undefined ? { first: '', last: '' } : rangeOf(filter.division)
  const found = tx
    .withTables<PaymentsTables>()
    .selectFrom('payment_line as l')
    .innerJoin('payment_run as r', (join) => join.onRef('r.id', '=', 'l.run_id').onRef('r.edition', '=', 'l.edition'))
    .innerJoin('person as p', 'p.id', 'l.person_id')
    .where('r.state', '<>', 'withdrawn')
    .$if(filter.runId !== undefined, (query) => query.where('l.run_id', '=', filter.runId ?? 0))
    .$if(filter.personId !== undefined, (query) => query.where('l.person_id', '=', filter.personId ?? 0))
    .$if(filter.kind !== undefined, (query) => query.where('l.kind', '=', filter.kind ?? ''))
    .$if(filter.benefit !== undefined, (query) => query.where('l.benefit', '=', filter.benefit ?? ''))
    .$if(filter.division !== undefined, (query) =>
      query.where('l.division_code', '>=', first).where('l.division_code', '<=', last),
    )
  const listed = found
    .select([
      'l.id',
      'l.run_id',
      'l.person_id',
      'p.name',
      'l.division_code',
      'l.benefit',
      'l.month',
      'l.kind',
      'l.amount_fen',
      'l.cause',
      'l.rate_ids',
      'l.rule_version',
      'l.known_at',
    ])
    .orderBy('l.month', 'desc')
    .orderBy('l.id')
  return pageOf(tx, listed, page)
}

export interface TransferFilter {
  readonly runId?: number | undefined
  readonly personId?: number | undefined
  readonly state?: string | undefined
  readonly division?: DivisionCode | undefined
  readonly isOutstanding: boolean
  readonly isCancelled?: boolean | undefined
  readonly text: string
}

/**
 * 发放名册. Of a run that is not in sight, as a county's is not to a town, only what has gone to the bank is: a draft of somebody else is
 * nobody's news.
 */
export async function listTransfers({ tx }: Setting, filter: TransferFilter, page: PageOf) {
  const { first, last } = filter.division === undefined ? { first: '', last: '' } : rangeOf(filter.division)
  const found = tx
    .withTables<PaymentsTables>()
    .selectFrom('payment_transfer as t')
    .leftJoin('payment_run as r', 'r.id', 't.run_id')
    .innerJoin('person as p', 'p.id', 't.person_id')
    .where(
      sql<boolean>`((r.edition = t.edition and r.state <> 'withdrawn') or (r.id is null and t.state in ('sent', 'paid', 'failed')))`,
    )
    .$if(filter.runId !== undefined, (query) => query.where('t.run_id', '=', filter.runId ?? 0))
    .$if(filter.personId !== undefined, (query) => query.where('t.person_id', '=', filter.personId ?? 0))
    .$if(filter.state !== undefined, (query) => query.where('t.state', '=', filter.state ?? ''))
    .$if(filter.isOutstanding, (query) =>
      query
        .where('t.state', 'in', ['failed', 'held'])
        .where('t.reissued_in', 'is', null)
        .whereRef('t.cancelled_fen', '<', 't.amount_fen')
        .where(sql<boolean>`coalesce(r.state, 'released') in ('released', 'returned', 'closed')`),
    )
    .$if(filter.isCancelled === true, (query) => query.where('t.cancelled_fen', '>', 0))
    .$if(filter.division !== undefined, (query) =>
      query.where('t.division_code', '>=', first).where('t.division_code', '<=', last),
    )
    .$if(filter.text !== '', (query) =>
      query.where('p.name', '>=', filter.text).where('p.name', '<', afterPrefix(filter.text)),
    )
  const listed = found
    .select([
      't.id',
      't.run_id',
      sql<'regular' | 'reissue' | null>`r.kind`.as('run_kind'),
      't.month',
      't.person_id',
      'p.name',
      't.division_code',
      't.gross_fen',
      't.offset_fen',
      't.withheld_fen',
      't.amount_fen',
      't.bank',
      't.holder',
      't.account_sealed',
      't.state',
      't.held_because',
      't.failure',
      't.failure_text',
      't.cancelled_fen',
      't.reissued_in',
      't.reissue_of',
    ])
    .orderBy('t.month', 'desc')
    .orderBy('t.id')
  return pageOf(tx, listed, page)
}

const gravestFirst = namedChecks.map(({ code }) => code)

/** 核查结果 of a run, with the latest decision on each: the gravest check first, and of one check as it was found. */
export async function listFindings(
  { tx }: Setting,
  run: { readonly id: number; readonly edition: number },
  filter: { readonly check?: string | undefined; readonly isUndecided: boolean },
  page: PageOf,
) {
  const found = tx
    .withTables<PaymentsTables>()
    .selectFrom('payment_finding as f')
    .innerJoin('person as p', 'p.id', 'f.person_id')
    .leftJoin(
      sql<{
        run_id: number
        person_id: number
        check_code: string
        pay: boolean
        because: string
        actor: string
        at: Date
      }>`(
        select distinct on (run_id, check_code, person_id) run_id, person_id, check_code, pay, because, actor, at
        from payment_decision where run_id = ${run.id} order by run_id, check_code, person_id, id desc)`.as('d'),
      (join) =>
        join
          .onRef('d.run_id', '=', 'f.run_id')
          .onRef('d.person_id', '=', 'f.person_id')
          .onRef('d.check_code', '=', 'f.check_code'),
    )
    .where('f.run_id', '=', run.id)
    .where('f.edition', '=', run.edition)
    .$if(filter.check !== undefined, (query) => query.where('f.check_code', '=', filter.check ?? ''))
    .$if(filter.isUndecided, (query) => query.where('d.at', 'is', null))
  const listed = found
    .select([
      'f.id',
      'f.check_code',
      'f.person_id',
      'p.name',
      'f.division_code',
      'f.amount_fen',
      'f.say',
      'd.pay',
      'd.because',
      'd.actor',
      'd.at',
    ])
    .orderBy(sql`array_position(${gravestFirst}::text[], f.check_code)`)
    .orderBy('f.id')
  return pageOf(tx, listed, page)
}
