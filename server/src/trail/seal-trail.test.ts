import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { settingFor } from '../platform/app.ts'
import type { Tx } from '../platform/db/database.ts'
import { asOwner } from '../platform/db/scope.ts'
import type { ActionSetting } from '../platform/setting.ts'
import { recordTrail, recordTrails } from '../platform/trail.sql.ts'
import { actorOf, freshDatabase } from '../testing/fresh-database.ts'
import { EAST_VILLAGE, TEST_BUREAU } from '../testing/test-bureau.ts'
import { sealTrail } from './seal-trail.ts'
import { verifyTrail } from './verify-trail.ts'

const { app } = freshDatabase()

beforeEach(() =>
  asOwner(app().database.db, TEST_BUREAU.schema, async (tx) => {
    await sql`delete from trail`.execute(tx)
    await sql`delete from trail_block`.execute(tx)
  }),
)

describe('sealing the trail', () => {
  test('what was sealed verifies, with values of every shape', async () => {
    await committed((setting) =>
      recordTrails(setting, [
        {
          verb: 'test.do',
          subject: { kind: 'person', id: 7 },
          before: { b: 1, a: ['甲', null] },
          after: { c: { z: 1, y: 2 } },
        },
        { verb: 'test.do', subject: { kind: 'person', id: 8 }, purpose: '核对', division: EAST_VILLAGE },
      ]),
    )

    const sealing = await seal()

    expect(sealing).toEqual({ blocks: 1, rows: 2, isPutOff: false })
    expect(await verify()).toMatchObject({ isWhole: true, blocks: 1, rows: 2, unsealed: 0 })
  })

  test('more than ten thousand rows become several blocks, one chained to the other', async () => {
    const entries = Array.from({ length: 10_001 }, (_, id) => ({ verb: 'test.do', subject: { kind: 'test', id } }))
    await committed((setting) => recordTrails(setting, entries))

    expect(await seal()).toEqual({ blocks: 2, rows: 10_001, isPutOff: false })
    expect(await verify()).toMatchObject({ isWhole: true, blocks: 2, rows: 10_001, unsealed: 0 })
  })

  test('a second round with nothing new makes no block', async () => {
    await committed(leave)
    await seal()

    expect(await seal()).toEqual({ blocks: 0, rows: 0, isPutOff: false })
  })

  test('what is not sealed yet is counted and is no damage', async () => {
    await committed(leave)
    await seal()
    await committed(leave)

    expect(await verify()).toMatchObject({ isWhole: true, blocks: 1, rows: 1, unsealed: 1 })
  })

  test('a writer with an earlier id is waited for', async () => {
    let release = (): void => undefined
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    let written = (): void => undefined
    const hasWritten = new Promise<void>((resolve) => {
      written = resolve
    })
    const slow = committed(async (setting) => {
      await leave(setting)
      written()
      await held
    })
    await hasWritten

    const sealing = seal()
    const first = await Promise.race([
      sealing.then(() => 'sealed'),
      new Promise((done) => setTimeout(done, 300, 'waits')),
    ])
    release()
    await slow

    expect(first).toBe('waits')
    expect(await sealing).toMatchObject({ rows: 1 })
    expect(await verify()).toMatchObject({ isWhole: true, rows: 1 })
  })
})

describe('damage', () => {
  beforeEach(async () => {
    await committed(leave)
    await seal()
    await committed(async (setting) => {
      await leave(setting)
      await leave(setting)
    })
    await seal()
  })

  test.each([
    ['an altered value', `update trail set after = '{"note":"乙"}' where id = (select max(id) from trail)`, '改动'],
    ['another actor', `update trail set actor = 'other' where id = (select max(id) from trail)`, '改动'],
    ['another account', `update trail set account_id = 5 where id = (select max(id) from trail)`, '改动'],
    [
      'another time',
      `update trail set at = at + interval '1 microsecond' where id = (select max(id) from trail)`,
      '改动',
    ],
    ['a removed row', `delete from trail where id = (select max(id) - 1 from trail)`, '删除'],
  ])('%s is found in the second block and named', async (_what, statement, word) => {
    await owner((tx) => sql.raw(statement).execute(tx))

    const verdict = await verify()

    expect(verdict).toMatchObject({ isWhole: false, blocks: 2 })
    expect(verdict.say).toContain(word)
  })

  test('a block that was cut off is found against a block noted elsewhere', async () => {
    const { last } = await verify()
    await owner((tx) => sql`delete from trail_block where number = 2`.execute(tx))

    expect(await owner((tx) => verifyTrail(tx))).toMatchObject({ isWhole: true, unsealed: 2 })
    expect(await owner((tx) => verifyTrail(tx, last))).toMatchObject({ isWhole: false, blocks: 2 })
  })
})

function committed(work: (setting: ActionSetting) => Promise<void>): Promise<void> {
  return owner((tx) => work(settingFor(app(), actorOf(), tx)))
}

function leave(setting: ActionSetting): Promise<void> {
  return recordTrail(setting, { verb: 'test.do', subject: { kind: 'test', id: 1 }, after: { note: '甲' } })
}

function owner<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return asOwner(app().database.db, TEST_BUREAU.schema, work)
}

function seal() {
  return sealTrail(app(), TEST_BUREAU)
}

function verify() {
  return owner((tx) => verifyTrail(tx))
}
