import type { FactDraft } from '@dongzhou/contract/fact-draft'
import type { Benefit } from '@dongzhou/terms/benefit'
import { day } from '@dongzhou/terms/day'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { dueSource } from '../../benefits/index.ts'
import { type JobDefinition, JobLost } from '../../platform/jobs.ts'
import { registryRoutes } from '../../registry/index.ts'
import { freshDatabase } from '../../testing/fresh-database.ts'
import { merge } from '../../testing/pay-life.ts'
import { aCard, aRecipient, maker, openPayDesk, type PayDesk } from '../../testing/payments.ts'
import { anIdNumber } from '../../testing/people.ts'
import { computeRunJob } from './compute-run.ts'

const inPairs = computeRunJob(dueSource, 2)

async function learn(desk: PayDesk, personId: number, fact: FactDraft): Promise<void> {
  await desk.act(async (setting) => {
    const { version } = await registryRoutes.getPerson(setting, { id: personId })
    const { actionId } = setting
    await registryRoutes.recordFact(setting, { actionId, personId, version, fact, note: '证件原件' })
  })
}

/** All that a draft holds, row by row, without the numbers that another computation gives anew. */
function rowsOf(desk: PayDesk, runId: number) {
  const kept = (table: string, without: string) =>
    desk.act(async ({ tx }) => {
      const { rows } = await sql<{ row: object }>`
        select to_jsonb(t) - ${`{id,edition,account_sealed,changed_at,known_at,${without}}`}::text[] as row
        from ${sql.table(table)} t join payment_run r on r.id = t.run_id and r.edition = t.edition
        where r.id = ${runId} order by t.person_id, 1`.execute(tx)
      return rows.map(({ row }) => row)
    })
  return Promise.all(
    ['payment_line', 'payment_transfer', 'payment_finding', 'payment_change'].map((table) => kept(table, 'run_id')),
  )
}

describe('a list drawn up in portions of two people', () => {
  let size = 2
  const either: JobDefinition = { ...inPairs, run: (job) => computeRunJob(dueSource, size).run(job) }
  const desk = openPayDesk(freshDatabase(), either)

  test('is the list that is drawn up of everybody at once, month after month', async () => {
    const ids: number[] = []
    for (let at = 0; at < 7; at += 1) ids.push(await desk.act((setting) => aRecipient(setting)))
    await desk.pay('2025-05')
    const [dropped = 0, dead = 0, kept = 0, graded = 0] = [ids[0], ids[1], ids[5], ids[6]]
    desk.clock('2025-06-10T01:00:00Z')
    await learn(desk, dead, { kind: 'death', value: { day: day('2025-05-02'), precision: 'day' } })
    const grade = { grade: 6, nature: 'war', approved: day('2025-04-10'), mental: false } as const
    await learn(desk, graded, { kind: 'disability', value: grade })
    await merge({ act: (_, work) => desk.act(work) }, kept, dropped)
    await desk.act((setting) => aRecipient(setting, { account: aCard(900_001) }))
    await desk.act((setting) => aRecipient(setting, { account: null }))
    desk.clock('2025-06-20T01:00:00Z')

    const draft = await desk.draft('2025-06')
    const portioned = await rowsOf(desk, draft.id)
    size = 20_000
    const again = await desk.recompute(draft.id)

    expect(portioned.every((rows) => rows.length > 0)).toBe(true)
    expect(portioned).toEqual(await rowsOf(desk, draft.id))
    const { people, list, totals, changes } = draft
    expect(again).toMatchObject({ people, list, totals, changes })
  })
})

describe('two portions', () => {
  const desk = openPayDesk(freshDatabase(), inPairs)

  test('do not hide a twin, nor an account that people of both draw into', async () => {
    const idNumber = anIdNumber('19500101', '556')
    const account = aCard(900_100)
    const someone = (story: Parameters<typeof aRecipient>[1] = {}) => desk.act((setting) => aRecipient(setting, story))
    const one = await someone({ idNumber })
    const sharers = [await someone({ account }), await someone({ account, holder: '外人' })]
    const other = await someone({ idNumber })
    sharers.push(await someone({ account }))
    await someone()

    const draft = await desk.draft('2025-05')

    const [, transfers, findings] = await rowsOf(desk, draft.id)
    const said = (findings as { person_id: number; check_code: string; say: string }[]).map(
      ({ person_id, check_code, say }) => [person_id, check_code, say],
    )
    const twin = '名单中另有 1 份档案使用同一身份证号'
    const shared = '与名单中另外 2 人使用同一账户'
    expect(said).toEqual(
      expect.arrayContaining([
        [one, 'duplicate-identity', twin],
        [other, 'duplicate-identity', twin],
        ...sharers.map((person) => [person, 'account-shared', shared]),
      ]),
    )
    const held = transfers as { person_id: number; state: string; held_because: string | null }[]
    expect(held.filter(({ state }) => state === 'held').map((row) => [row.person_id, row.held_because])).toEqual(
      [...[one, other].map((person) => [person, twin]), ...sharers.map((person) => [person, shared])].sort(
        ([a], [b]) => Number(a) - Number(b),
      ),
    )
    expect(draft.totals).toMatchObject({ held: 1_000_000, planned: 200_000 })
  })
})

describe('a worker that is cut off between two portions', () => {
  let steps = 0
  let stopsAfter = Number.POSITIVE_INFINITY
  /** Loses its worker after some steps. */
  const fragile: JobDefinition = {
    ...inPairs,
    run: (job) =>
      inPairs.run({
        ...job,
        step: (work) => {
          steps += 1
          return steps > stopsAfter ? Promise.reject(new JobLost()) : job.step(work)
        },
      }),
  }
  const desk = openPayDesk(freshDatabase(), fragile)

  test.each([1, 2, 3, 4, 5, 6])('after step %i leaves no half list that counts', async (after) => {
    for (let at = 0; at < (after === 1 ? 5 : 0); at += 1) await desk.act((setting) => aRecipient(setting))
    steps = 0
    stopsAfter = after
    const pension: readonly Benefit[] = ['disability-pension']

    const cutOff = await desk.draft('2025-05', pension)

    expect(cutOff).toMatchObject({ computedAt: null, people: 0 })
    await expect(desk.step(cutOff.id, 'lockRun', maker)).rejects.toMatchObject({ code: 'payments.still-computing' })
    stopsAfter = Number.POSITIVE_INFINITY
    const done = await desk.draft('2025-05', pension)
    expect(done).toMatchObject({ people: 5, list: 1_000_000, totals: { planned: 1_000_000, held: 0 } })
  })
})
