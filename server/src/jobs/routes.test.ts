import { randomUUID } from 'node:crypto'
import { Page } from '@dongzhou/contract/shapes'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { changeJobRun, recordJobRun } from '../platform/job.sql.ts'
import type { ActionSetting } from '../platform/setting.ts'
import { freshDatabase } from '../testing/fresh-database.ts'
import { jobsRoutes } from './routes.ts'

const database = freshDatabase()
const { rolledBack } = database
const page = Page.parse({})

test(
  'everybody sees their own jobs only',
  rolledBack(async (setting) => {
    const [mine, theirs] = [await asAccount(setting, 'anna'), await asAccount(setting, 'berta')]
    const id = await order(mine)
    await order(theirs)

    const { items, total } = await jobsRoutes.listMine(mine, page)

    expect(total).toBe(1)
    expect(items[0]).toMatchObject({ id, title: '导入台账', state: 'waiting', done: 0, total: 10 })
  }),
)

test(
  "somebody else's job, the system's and one that never was are answered alike",
  rolledBack(async (setting) => {
    const [mine, theirs] = [await asAccount(setting, 'anna'), await asAccount(setting, 'berta')]

    for (const id of [await order(theirs), await order(setting), randomUUID()]) {
      await expect(jobsRoutes.get(mine, { id })).rejects.toMatchObject({ code: 'platform.job-not-found' })
      await expect(jobsRoutes.cancel(mine, { id, actionId: randomUUID() })).rejects.toMatchObject({
        code: 'platform.job-not-found',
      })
    }
  }),
)

test(
  'a job that waits is cancelled at once',
  rolledBack(async (setting) => {
    const mine = await asAccount(setting, 'anna')
    const id = await order(mine)

    expect(await jobsRoutes.cancel(mine, { id, actionId: randomUUID() })).toMatchObject({ state: 'cancelled' })
    expect(await jobsRoutes.get(mine, { id })).toMatchObject({ state: 'cancelled' })
  }),
)

test(
  'a job that runs is asked to stop',
  rolledBack(async (setting) => {
    const mine = await asAccount(setting, 'anna')
    const id = await order(mine)
    await changeJobRun(setting.tx, id, { state: 'running', done: 3 }, setting.now)

    expect(await jobsRoutes.cancel(mine, { id, actionId: randomUUID() })).toMatchObject({ state: 'running', done: 3 })
  }),
)

test(
  'a job that says it runs but was silent for over an hour ends when it is cancelled, and is handed on to be freed',
  rolledBack(async (setting) => {
    const mine = await asAccount(setting, 'anna')
    const id = await order(mine)
    await changeJobRun(setting.tx, id, { state: 'running', done: 3 }, minutesBefore(setting, 61))
    const before = database.errands.length

    expect(await jobsRoutes.cancel(mine, { id, actionId: randomUUID() })).toMatchObject({ state: 'cancelled', done: 3 })
    expect(database.errands.slice(before)).toMatchObject([{ jobId: id }])
  }),
)

test(
  'being asked to stop is no sign of life: a job silent for 59 minutes then is still silent two minutes later',
  rolledBack(async (setting) => {
    const mine = await asAccount(setting, 'anna')
    const id = await order(mine)
    await changeJobRun(setting.tx, id, { state: 'running' }, minutesBefore(setting, 59))
    const later = { ...mine, now: minutesBefore(setting, -2) }

    expect(await jobsRoutes.cancel(mine, { id, actionId: randomUUID() })).toMatchObject({ state: 'running' })
    expect(await jobsRoutes.cancel(later, { id, actionId: randomUUID() })).toMatchObject({ state: 'cancelled' })
  }),
)

test(
  'a job that has ended cannot be cancelled',
  rolledBack(async (setting) => {
    const mine = await asAccount(setting, 'anna')
    const id = await order(mine)
    await changeJobRun(setting.tx, id, { state: 'done', result: { rows: 10 } }, setting.now)

    await expect(jobsRoutes.cancel(mine, { id, actionId: randomUUID() })).rejects.toMatchObject({
      code: 'platform.job-ended',
    })
    expect(await jobsRoutes.get(mine, { id })).toMatchObject({ state: 'done', result: { rows: 10 } })
  }),
)

function minutesBefore({ now }: ActionSetting, minutes: number): Date {
  return new Date(now.getTime() - minutes * 60_000)
}

async function asAccount(setting: ActionSetting, userName: string): Promise<ActionSetting> {
  const { rows } = await sql<{ id: number }>`
    insert into account (user_id, user_name, display_name, role, division_code)
    values (${randomUUID()}, ${userName}, '测试', 'clerk', ${setting.clerk.division}) returning id`.execute(setting.tx)
  const accountId = rows[0]?.id
  return { ...setting, clerk: { ...setting.clerk, accountId, actor: userName } }
}

function order({ tx, clerk, now }: ActionSetting): Promise<string> {
  const { accountId, division } = clerk
  return recordJobRun(tx, { kind: 'test', title: '导入台账', payload: {}, total: 10, accountId, division, now })
}
