import { type Month, month, monthCode } from '@dongzhou/terms/month'
import { sql } from 'kysely'
import { refreshStatistics } from '../../../server/src/platform/db/statistics.ts'
import { balancedLedger, settledBooks } from '../../../server/src/testing/pay-books.ts'
import { type Caught, fraudMonth } from '../../../server/src/testing/pay-frauds.ts'
import { instantIn, type PayOffice } from '../../../server/src/testing/pay-office.ts'
import { paidBenefits } from '../../../server/src/testing/pay-people.ts'
import { openBenchBureau } from './bureau.ts'
import { Life } from './life.ts'

export const months = { from: month(2024, 1), to: month(2026, 1) }
const FRAUD_MONTHS: ReadonlySet<Month> = new Set([month(2024, 6), month(2025, 6)])

export interface TwoYears {
  readonly people: number
  readonly runs: number
  readonly lines: number
  readonly paidFen: number
  readonly compared: number
  readonly dueFen: number
  readonly changes: number
  readonly happened: ReadonlyMap<string, number>
  readonly caught: readonly Caught[]
  readonly failed: number
  readonly reissued: number
  /** From the click on 编制 to the answer to 锁定, month by month. */
  readonly toLocked: readonly number[]
  readonly seconds: number
}

/** 两年发放: 24 months, each with its life, its run to the close, and what came back paid again. Throws where the books are not what they must be. */
export async function twoYears(people: number): Promise<TwoYears> {
  const started = performance.now()
  const bureau = await openBenchBureau({ kind: 'memory', image: undefined }, '2023-12-20T01:00:00Z')
  try {
    const { office, villages } = bureau
    const life = await Life.begin(office, villages, people)
    const kept = { toLocked: [] as number[], caught: [] as Caught[] }
    for (let now = months.from; now < months.to; now = (now + 1) as Month) {
      await life.happen(now)
      // A running server does this every hour.
      await refreshStatistics(bureau.app.database)
      if (FRAUD_MONTHS.has(now)) kept.caught.push(...(await fraudsOf(office, life, now)))
      else kept.toLocked.push(await runOf(office, life, now))
      await payAgain(office, life, now)
      console.error(`${monthCode(now)} closed, ${Math.round((performance.now() - started) / 1000)} s`)
    }
    const books = await checkedBooks(office)
    const seconds = (performance.now() - started) / 1000
    return { people, ...books, ...kept, happened: life.happened, ...(await countsOf(office)), seconds }
  } finally {
    await bureau.close()
  }
}

async function runOf(office: PayOffice, life: Life, now: Month): Promise<number> {
  office.clock(instantIn(now, 15))
  const started = performance.now()
  const draft = await office.draft(now, paidBenefits)
  await office.step(draft.id, 'lockRun', 'maker')
  const milliseconds = performance.now() - started
  if (draft.changes.unexplained > 0) throw new Error(`${monthCode(now)}: ${await unexplained(office, draft.id)}`)
  await office.signLocked(draft.id)
  await office.step(draft.id, 'releaseRun', 'releaser')
  let at = 0
  const closed = await office.answer(draft.id, () => (at++ % 331 === 7 ? '账号不存在' : undefined))
  if (!closed.ledger.isBalanced) throw new Error(`${monthCode(now)}: ${closed.ledger.say}`)
  life.count('person-level changes', await changesOf(office, draft.id))
  return milliseconds
}

async function fraudsOf(office: PayOffice, life: Life, now: Month): Promise<readonly Caught[]> {
  const [dead, twin, changed] = [life.take('war'), life.take('rural'), life.take('nuclear')]
  const ground = { month: now, benefits: paidBenefits, dead, twin, changed, strange: 700_000 + now * 2 }
  const { twinId, caught } = await fraudMonth(office, ground)
  await life.afterFrauds(now, { dead, twin, twinId })
  return caught
}

/** 补发退汇: what came back or was held, of everybody who lives. */
async function payAgain(office: PayOffice, life: Life, now: Month): Promise<void> {
  office.clock(instantIn(now, 26))
  const ids = await office.ask(async ({ tx }) => {
    const { rows } = await sql<{ id: number }>`
      select t.id from payment_transfer t join payment_run r on r.id = t.run_id and r.edition = t.edition
        join person p on p.id = t.person_id
      where t.state in ('failed', 'held') and t.reissued_in is null and r.state = 'closed' and p.is_alive and p.is_listed
      order by t.id limit 2000`.execute(tx)
    return rows.map(({ id }) => id)
  })
  if (ids.length === 0) return
  const run = await office.reissue(ids, now)
  await office.finish(run.id)
  life.count('transfers paid again', ids.length)
}

async function unexplained(office: PayOffice, runId: number): Promise<string> {
  const { rows } = await office.ask(({ tx }) =>
    sql<{ person_id: number; say: readonly string[] }>`
      select person_id, say from payment_change c join payment_run r on r.id = c.run_id and r.edition = c.edition
      where c.run_id = ${runId} and is_unexplained limit 5`.execute(tx),
  )
  return rows.map(({ person_id, say }) => `unexplained ${person_id}: ${say.join('；')}`).join('\n')
}

async function changesOf(office: PayOffice, runId: number): Promise<number> {
  const { rows } = await office.ask(({ tx }) =>
    sql<{ count: number }>`select count(*) as count from payment_change where run_id = ${runId}`.execute(tx),
  )
  return rows[0]?.count ?? 0
}

async function checkedBooks(office: PayOffice) {
  const settled = await settledBooks(office, paidBenefits, months)
  if (settled.differing.length > 0) {
    throw new Error(`${settled.differing.length} months differ, such as ${settled.differing.slice(0, 10).join('; ')}`)
  }
  const { differing } = await balancedLedger(office)
  if (differing.length > 0) throw new Error(`the ledger differs: ${differing.join('; ')}`)
  return { compared: settled.compared, dueFen: settled.fen }
}

async function countsOf(office: PayOffice) {
  const { rows } = await office.ask(({ tx }) =>
    sql<{ runs: number; lines: number; paidFen: number; failed: number; reissued: number; changes: number }>`
      select (select count(*) from payment_run where state = 'closed') as runs, (select count(*) from payment_line) as lines,
        (select count(*) from payment_change) as changes,
        (select sum(amount_fen)::bigint from payment_transfer where state = 'paid') as "paidFen",
        (select count(*) from payment_transfer where failure is not null) as failed,
        (select count(*) from payment_transfer where reissue_of is not null) as reissued`.execute(tx),
  )
  const [row] = rows
  if (!row) throw new Error('a count is always one row')
  return row
}
