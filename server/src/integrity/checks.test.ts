import { randomUUID } from 'node:crypto'
import { day } from '@dongzhou/terms/day'
import type { Fact } from '@dongzhou/terms/fact'
import { type RawBuilder, sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { loadSampleRates } from '../benefits/index.ts'
import { caseworkRoutes } from '../casework/index.ts'
import { planRoutes } from '../plan/index.ts'
import { enter } from '../platform/db/scope.ts'
import type { ActionSetting } from '../platform/setting.ts'
import { recordTrail } from '../platform/trail.sql.ts'
import { openVault, parseKeyring } from '../platform/vault/index.ts'
import { recordPeople } from '../registry/index.ts'
import { anAward, told as toldOf } from '../testing/benefits.ts'
import { freshDatabase } from '../testing/fresh-database.ts'
import { aVeteran } from '../testing/people.ts'
import { COUNTY, EAST_VILLAGE } from '../testing/test-bureau.ts'
import { told } from '../testing/told.ts'
import { checks } from './checks.ts'
import { inspect, inspectBureau } from './inspect-bureau.ts'

const { app, rolledBack } = freshDatabase()

/** Plants what a check looks for; answers the id that the finding must name. */
const faults: readonly (readonly [string, (setting: ActionSetting) => Promise<string>])[] = [
  ['stuck-job', (setting) => plantJob(setting, '2025-06-29T23:59:59Z')],
  ['account-without-role', (setting) => plantAccount(setting, '2025-06-22T01:00:00Z')],
  ['unsealed-trail', (setting) => plantTrail(setting, '2025-06-29T00:59:59Z')],
  [
    'unknown-division',
    async (setting) => {
      const id = await aPerson(setting)
      await sql`update person set division_code = '999999003001' where id = ${id}::bigint`.execute(setting.tx)
      return id
    },
  ],
  [
    'fact-of-merged-person',
    async (setting) => {
      const [id, into] = [await aPerson(setting), await aPerson(setting)]
      await sql`update person set merged_into = ${into}::bigint, is_listed = false where id = ${id}::bigint`.execute(
        setting.tx,
      )
      const { rows } = await sql<{ id: number }>`
        select min(id) as id from fact where person_id = ${id}::bigint`.execute(setting.tx)
      return String(rows[0]?.id)
    },
  ],
  [
    'award-of-dead-person',
    async (setting) => {
      const award = anAward('disability-pension', '2020-03-05')
      const died = toldOf('death', { day: day('2025-04-30'), precision: 'day' })
      const id = await aVeteran(setting, { more: [award, died] })
      const { rows } = await sql<{ id: number }>`
        select id from fact where person_id = ${id}::bigint and kind = 'award'`.execute(setting.tx)
      return String(rows[0]?.id)
    },
  ],
  [
    'stale-screening',
    async (setting) => {
      await loadSampleRates(setting)
      const { rows } = await sql<{ id: number }>`
        insert into benefit_screening (division_code, month, started_at, finished_at, followed_at)
        values (${COUNTY}, 24305, '2025-06-28T00:30:00Z', '2025-06-28T00:59:59Z', '2025-06-28T00:30:00Z') returning id`.execute(
        setting.tx,
      )
      return String(rows[0]?.id)
    },
  ],
  [
    'payment-ledger',
    async (setting) => {
      const id = await plantRun(setting, 'released')
      await sql`insert into money_entry (run_id, division_code, debit, credit, amount_fen, memo, actor, at)
        values (${id}::bigint, ${COUNTY}, 'expense', 'list', 1, '测试', '测试', now())`.execute(setting.tx)
      return id
    },
  ],
  [
    'payment-without-owner',
    async (setting) => {
      const [run, person] = [await plantRun(setting, 'draft'), await aPerson(setting)]
      const { rows } = await sql<{ id: number }>`
        insert into payment_line (run_id, edition, person_id, division_code, benefit, month, kind, amount_fen, cause, rate_ids,
          rule_version, known_at)
        select r.run, 1, r.person, ${COUNTY}, 'disability-pension', 24305, 'regular', 1, '测试', '{}', 1, now()
        from (values (${run}::bigint, ${person}::bigint), (${run}::bigint, 987654321)) as r(run, person) returning id`.execute(
        setting.tx,
      )
      return String(rows[1]?.id)
    },
  ],
  [
    'run-by-one-person',
    async (setting) => {
      const id = await plantRun(setting, 'checked')
      for (const step of ['make', 'check'])
        await sql`insert into payment_signature (run_id, division_code, edition, step, who, actor, at)
          values (${id}::bigint, ${COUNTY}, 1, ${step}, 'account/1', '测试', now())`.execute(setting.tx)
      return id
    },
  ],
  ['batch-without-job', (setting) => plantBatch(setting, 'accepting', 'done')],
  [
    'outcome-without-person',
    async (setting) => {
      const [batch, person] = [await plantBatch(setting, 'accepted', 'done'), await aPerson(setting)]
      await plantOutcome(setting, batch, person)
      await sql`update person set is_listed = false where id = ${person}::bigint`.execute(setting.tx)
      return batch
    },
  ],
  ['file-without-content', (setting) => plantFile(setting, { isGone: true })],
  [
    'drifted-figure',
    async (setting) => {
      const id = await plantClosing(setting)
      await sql`update activity_event set withdrawn_at = now(), withdrawn_because = '测试'`.execute(setting.tx)
      return id
    },
  ],
  ['case-projection', (setting) => plantCase(setting, sql`stands_at = 'handling'`)],
  ['overdue-case', (setting) => plantCase(setting, sql`due_on = '2025-06-29'`)],
  ['case-without-calendar', (setting) => plantCase(setting, sql`lacks_calendar = 2027`)],
  [
    'person-projection',
    async (setting) => {
      const id = await aPerson(setting)
      await sql`update person set name = '乙' where id = ${id}::bigint`.execute(setting.tx)
      return id
    },
  ],
]

describe.each(faults)('%s', (code, plant) => {
  test(
    'finds what was planted and names it',
    rolledBack(async (setting) => {
      const id = await plant(await asOwner(setting))

      const { count, rows } = await look(setting, code)

      expect(count).toBeGreaterThan(0)
      expect(rows.map((row) => row.id)).toContain(id)
    }),
  )
})

test(
  'an award is let be while its last month may still be paid, and where the death is what it is paid for',
  rolledBack(async (setting) => {
    const died = (on: string) => toldOf('death', { day: day(on), precision: 'day' })
    await aVeteran(setting, { more: [anAward('disability-pension', '2020-03-05'), died('2025-05-01')] })
    const ended = anAward('disability-pension', '2020-03-05', { to: '2025-03-01' })
    await aVeteran(setting, { name: '李四', more: [ended, died('2025-01-31')] })
    await aVeteran(setting, { name: '王五', more: [anAward('continued-pay', '2025-02-01'), died('2025-01-31')] })

    expect(await look(await asOwner(setting), 'award-of-dead-person')).toMatchObject({ count: 0 })
  }),
)

test(
  'no check finds anything in clean data',
  rolledBack(async (setting) => {
    await aPerson(setting)
    await asOwner(setting)
    await plantJob(setting, '2025-06-30T00:00:01Z')
    await plantAccount(setting, '2025-06-23T01:00:01Z')
    await plantTrail(setting, '2025-06-29T01:00:01Z')
    await plantBatch(setting, 'reading', 'waiting')
    await plantBatch(setting, 'accepting', 'running')
    const [merged, into] = [await aPerson(setting), await aPerson(setting)]
    for (const person of [merged, into])
      await plantOutcome(setting, await plantBatch(setting, 'accepted', 'done'), person)
    await sql`update fact set person_id = ${into}::bigint where person_id = ${merged}::bigint`.execute(setting.tx)
    await sql`update person set is_listed = false, merged_into = ${into}::bigint where id = ${merged}::bigint`.execute(
      setting.tx,
    )
    await plantClosing(setting)
    await loadSampleRates(setting)
    await sql`
      insert into benefit_screening (division_code, month, started_at, finished_at, followed_at)
      values (${COUNTY}, 24305, '2025-06-28T00:30:00Z', '2025-06-28T01:00:00Z', '2025-06-28T00:30:00Z')`.execute(
      setting.tx,
    )
    await asOwner(setting)

    for (const check of checks) expect([check.code, await check.summary(setting)]).toEqual([check.code, 0])
  }),
)

test(
  'what was sealed under a former key is found, and only that',
  rolledBack(async (setting) => {
    const keyring = (current: string) =>
      openVault(
        parseKeyring(
          JSON.stringify({
            current,
            keys: { k1: Buffer.alloc(32, 1).toString('base64'), k2: Buffer.alloc(32, 2).toString('base64') },
            index: { current: 'i1', keys: { i1: Buffer.alloc(32, 3).toString('base64') } },
          }),
        ),
      )
    const before = { ...setting, vault: keyring('k1') }
    await aPerson(before)

    const { count, rows } = await look({ ...setting, vault: keyring('k2') }, 'former-key')

    expect(count).toBe(2)
    expect(rows.map((row) => row.kind).sort()).toEqual(['fact', 'person'])
    expect((await look(before, 'former-key')).count).toBe(0)
  }),
)

test('the nightly round stands as a finished job and finds nothing in an empty bureau', async () => {
  const bureau = { code: '999999', name: '测试区退役军人事务局', schema: 'b999999', isDemo: true }

  await inspectBureau(app(), bureau)

  expect((await inspect(app(), bureau)).map(({ count }) => count)).toEqual(checks.map(() => 0))
  const { rows } = await sql<{ state: string; result: object }>`
    select state, result from b999999.job_run where kind = 'integrity.inspect'`.execute(app().database.db)
  expect(rows).toEqual([{ state: 'done', result: { findings: [] } }])
})

async function look(setting: ActionSetting, code: string) {
  const check = checks.find((one) => one.code === code)
  if (!check) throw new Error(`no check ${code}`)
  return { count: await check.summary(setting), rows: await check.rows(setting, 10) }
}

/** Checks look as owner, beyond every fence: what lies outside every division is what they are for. */
async function asOwner(setting: ActionSetting): Promise<ActionSetting> {
  await sql.raw('reset role').execute(setting.tx)
  return setting
}

async function aPerson(setting: ActionSetting): Promise<string> {
  const source = { kind: 'clerk', note: '测试' } as const
  const rest = { source, certainty: 'confirmed', validFrom: undefined, validTo: undefined } as const
  const facts: readonly Fact[] = [
    { kind: 'name', value: { name: '甲' }, ...rest },
    { kind: 'birth', value: { day: day('1960-01-01'), precision: 'day' }, ...rest },
    { kind: 'id-number', value: { idNumber: '999999196001010010' }, ...rest },
    { kind: 'residence', value: { division: EAST_VILLAGE }, ...rest },
  ]
  const [person] = await recordPeople(setting, 'test.do', [{ personId: undefined, facts }])
  return String(person?.personId)
}

/** An open case with something about it changed behind its back. */
async function plantCase(setting: ActionSetting, change: RawBuilder<unknown>): Promise<string> {
  const personId = Number(await aPerson(setting))
  const order = { actionId: randomUUID(), procedure: 'petition', personId, onBehalf: '', answers: {} }
  const { id } = await caseworkRoutes.beginCase(setting, order)
  await sql`update case_file set ${change} where id = ${id}::bigint`.execute(setting.tx)
  return String(id)
}

async function plantJob({ tx }: ActionSetting, changedAt: string): Promise<string> {
  const id = randomUUID()
  await sql`insert into job_run (id, kind, title, division_code, payload, state, created_at, changed_at)
    values (${id}, 'test', '测试', ${COUNTY}, '{}', 'running', ${changedAt}, ${changedAt})`.execute(tx)
  return id
}

async function plantFile({ tx, files }: ActionSetting, { isGone = false } = {}): Promise<string> {
  const id = randomUUID()
  const stored = await files.put(Buffer.from('a'), { kind: 'upload', name: 'a.csv' })
  await sql`insert into stored_file (id, division_code, kind, name, media_type, key, size, sm3, created_at)
    values (${id}, ${COUNTY}, 'upload', 'a.csv', 'text/csv', ${stored.key}, 1, ${stored.sm3}, now())`.execute(tx)
  if (isGone) await files.remove(stored.key)
  return id
}

/** An empty run, whose ledger is empty too. */
async function plantRun({ tx }: ActionSetting, state: string): Promise<string> {
  const { rows } = await sql<{ id: number }>`
    insert into payment_run (division_code, kind, month, benefits, state, digest, locked_at, created_by, created_at, changed_at)
    values (${COUNTY}, 'regular', 24305, '{}', ${state}, 'd', now(), '测试', now(), now()) returning id`.execute(tx)
  return String(rows[0]?.id)
}

async function plantBatch(setting: ActionSetting, state: string, job: string): Promise<string> {
  const [id, fileId] = [randomUUID(), await plantFile(setting)]
  const jobId = await plantJob(setting, '2025-06-30T00:00:01Z')
  await sql`update job_run set state = ${job} where id = ${jobId}`.execute(setting.tx)
  await sql`insert into intake_batch (id, division_code, file_id, file_name, sender, state, job_id, created_at, changed_at)
    values (${id}, ${COUNTY}, ${fileId}, 'a.csv', '东镇', ${state}, ${jobId}, now(), now())`.execute(setting.tx)
  return id
}

async function plantOutcome({ tx }: ActionSetting, batch: string, person: string): Promise<void> {
  await sql`insert into intake_outcome (batch_id, sheet, row, division_code, outcome, person_id, at)
    values (${batch}, 0, 4, ${COUNTY}, 'new', ${person}::bigint, now())`.execute(tx)
}

/** A closing in July of a half-year with one lecture. */
async function plantClosing(setting: ActionSetting): Promise<string> {
  const july = { ...setting, now: new Date('2025-07-05T01:00:00Z'), today: day('2025-07-05'), actionId: randomUUID() }
  await enter(setting.tx, { schema: setting.bureau.schema, division: COUNTY })
  await told(july, [{ series: '红在东洲宣讲', on: '2025-04-18', people: 112 }])
  const closing = { year: 2025, half: 'first' as const, indicators: ['red-lectures-held'], note: '' }
  const { id } = await planRoutes.closePeriod(july, { ...closing, actionId: july.actionId })
  await asOwner(setting)
  return String(id)
}

async function plantAccount({ tx }: ActionSetting, createdAt: string): Promise<string> {
  const { rows } = await sql<{ id: number }>`
    insert into account (user_id, user_name, display_name, division_code, created_at)
    values ('u1', 'anna', '测试', ${COUNTY}, ${createdAt}) returning id`.execute(tx)
  return String(rows[0]?.id)
}

async function plantTrail(setting: ActionSetting, at: string): Promise<string> {
  await recordTrail({ ...setting, now: new Date(at) }, { verb: 'test.do', subject: { kind: 'test', id: 1 } })
  const { rows } = await sql<{ id: number }>`select max(id) as id from trail`.execute(setting.tx)
  return String(rows[0]?.id)
}
