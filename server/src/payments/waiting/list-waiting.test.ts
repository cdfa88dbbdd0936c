import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { type ClerkOptions, freshDatabase } from '../../testing/fresh-database.ts'
import { aRecipient, checker, maker, openPayDesk, releaser } from '../../testing/payments.ts'
import { COUNTY, EAST_TOWN, WEST_TOWN } from '../../testing/test-bureau.ts'
import { exportBankFile } from '../files/export-file.ts'
import { listWaiting } from './list-waiting.ts'

const desk = openPayDesk(freshDatabase())
const town = { role: 'town-worker', division: EAST_TOWN } as const satisfies ClerkOptions

async function waitsFor(as: ClerkOptions): Promise<readonly string[]> {
  const { items } = await desk.act((setting) => listWaiting(setting), as)
  return items.map(({ what, count }) => `${what} ${count}`)
}

const everybody = async () => ({
  maker: await waitsFor(maker),
  checker: await waitsFor(checker),
  releaser: await waitsFor(releaser),
})

describe('what waits of a run', () => {
  let runId = 0

  test('nothing waits before there is a run', async () => {
    expect(await everybody()).toEqual({ maker: [], checker: [], releaser: [] })
  })

  test('a draft waits for whoever may lock it, and its findings for whoever did not make it', async () => {
    await desk.act((setting) => aRecipient(setting))
    await desk.act((setting) => aRecipient(setting, { holder: '外人' }))
    const { id } = await desk.draft('2025-05')
    runId = id

    expect(await everybody()).toEqual({ maker: ['lock 2'], checker: ['decide 1', 'lock 2'], releaser: ['decide 1'] })
  })

  test('a locked list waits to be checked by somebody other than its maker', async () => {
    await desk.step(runId, 'lockRun', maker)

    expect(await everybody()).toEqual({ maker: [], checker: ['check 2'], releaser: ['check 2'] })
  })

  test('whoever has checked it is not asked to approve it', async () => {
    await desk.step(runId, 'checkRun', checker)

    expect(await everybody()).toEqual({ maker: [], checker: [], releaser: ['approve 2'] })
  })

  test('an approved one waits to be released by nobody who made or checked it', async () => {
    await desk.step(runId, 'approveRun', releaser)

    expect(await everybody()).toEqual({ maker: [], checker: [], releaser: ['release 2'] })
  })

  test('a released one waits for its bank file, and then for what the bank answers', async () => {
    await desk.step(runId, 'releaseRun', releaser)

    expect(await everybody()).toEqual({ maker: [], checker: ['export 1'], releaser: ['export 1'] })
    const order = { runId, layout: 'generic-csv', purpose: '送农商行代发' }
    await desk.act((setting) => exportBankFile(setting, order), releaser)
    await desk.workOff()
    expect(await everybody()).toEqual({ maker: ['return 1'], checker: ['return 1'], releaser: [] })
  })

  test('an answered one waits to be closed, and a closed one for nobody', async () => {
    await desk.answer(runId)

    expect(await everybody()).toEqual({ maker: ['close 2'], checker: ['close 2'], releaser: [] })
    await desk.step(runId, 'closeRun', maker)
    expect(await everybody()).toEqual({ maker: [], checker: [], releaser: [] })
  })

  test('of more than forty open ones the oldest are listed, and the others are counted', async () => {
    const before = await waitsFor(checker)
    await desk.act(async ({ tx }) => {
      await sql`insert into payment_run (division_code, kind, month, benefits, state, edition, digest, locked_at, people, computed_at,
          created_by, created_at, changed_at)
        select ${COUNTY}, 'regular', ${2024 * 12} + n, '{}', 'locked', 1, 'd', now(), 1, now(), '测试',
          timestamptz '2024-01-01' + n * interval '1 month', now() from generate_series(0, 42) n`.execute(tx)
    })
    const { items } = await desk.act((setting) => listWaiting(setting), checker)

    expect(before).toEqual([])
    expect(items.map(({ what, title }) => [what, title])).toEqual([
      ...items.slice(0, 40).map(({ title }) => ['check', title]),
      ['runs', ''],
    ])
    expect(items[0]?.title).toContain('2024年1月')
    expect(items.at(-1)).toMatchObject({ count: 3, since: '2027-05-01T00:00:00.000Z' })
    expect(await waitsFor(town)).toEqual([])
    await desk.act(({ tx }) =>
      sql`update payment_run set state = 'withdrawn' where people = 1 and state = 'locked'`.execute(tx),
    )
  })

  test('a town that pays nobody is asked for nothing', async () => {
    desk.clock('2025-06-20T01:00:00Z')
    await desk.draft('2025-06')

    expect(await waitsFor(town)).toEqual([])
    expect(await waitsFor({ role: 'clerk', division: WEST_TOWN })).toEqual([])
  })
})
