import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { findFile } from '../../platform/file.sql.ts'
import type { JobDefinition } from '../../platform/jobs.ts'
import { openBook } from '../../platform/sheet/index.ts'
import { freshDatabase } from '../../testing/fresh-database.ts'
import { runLosingAuthority } from '../../testing/lost-authority.ts'
import { merge } from '../../testing/pay-life.ts'
import { aRecipient, maker, openPayDesk } from '../../testing/payments.ts'
import { EAST_VILLAGE, WEST_TOWN, WEST_VILLAGE } from '../../testing/test-bureau.ts'
import { openWorkshop } from '../../testing/workshop.ts'
import { paymentsRoutes } from '../routes.ts'
import { exportRecipients, exportRecipientsJob } from './export-recipients.ts'

const filter = { isCancelled: false, text: '' }

describe('the list of recipients', () => {
  const database = freshDatabase()
  const desk = openPayDesk(database)
  let runId = 0

  async function taken(more: Partial<Parameters<typeof exportRecipients>[1]['filter']> = {}) {
    const order = { runId, filter: { ...filter, ...more }, purpose: '逐人核对' }
    await desk.act((setting) => exportRecipients(setting, order), maker)
    const [job] = await desk.workOff()
    return job
  }

  async function rowsOf(fileId: string) {
    return desk.act(async (setting) => {
      const file = await findFile(setting, fileId)
      const local = await setting.files.localPath(file?.key ?? '')
      const rows: (readonly unknown[])[] = []
      for await (const { cells } of (await openBook(local.path, 'list.xlsx')).rows(0)) rows.push(cells)
      return rows
    })
  }

  test('holds everybody town by town with a subtotal, and says that a draft is one', async () => {
    await desk.act((setting) => aRecipient(setting, { name: '张大山', division: WEST_VILLAGE }))
    await desk.act((setting) => aRecipient(setting, { name: '李小河', division: EAST_VILLAGE, holder: '李父' }))
    await desk.act((setting) => aRecipient(setting, { name: '王无账', division: EAST_VILLAGE, account: null }))
    runId = (await desk.draft('2025-05')).id

    const job = await taken()

    expect(job).toMatchObject({ state: 'done', result: { people: 3, amount: 600_000 } })
    const rows = await rowsOf(String(job?.result?.['fileId']))
    expect(rows.slice(1, 6).map((cells) => [cells[3] || '', cells[9]])).toEqual([
      ['李小河', 2000],
      ['王无账', 2000],
      ['', 4000],
      ['张大山', 2000],
      ['', 2000],
    ])
    expect(rows.flat()).toContain('编制中的名单，尚未锁定，不得据此发放')
    expect(rows.flat().some((cell) => /^622848\d{13}$/.test(String(cell)))).toBe(false)
  })

  test('is of those alone whom the filters mean, and stands among the files of the run with its digest', async () => {
    const job = await taken({ division: WEST_TOWN })

    expect(job).toMatchObject({ result: { people: 1, amount: 200_000 } })
    const files = await desk.act((setting) => paymentsRoutes.listRunFiles(setting, { runId, page: 1, size: 10 }))
    expect(files.items).toMatchObject([
      { layoutName: '发放名单', people: 1, digest: job?.result?.['digest'], purpose: '逐人核对' },
      { layoutName: '发放名单', people: 3 },
    ])
    expect((await taken({ state: 'held' }))?.result).toMatchObject({ people: 2 })
  })

  test('keeps nobody’s name in the order, and means those whom the name means', async () => {
    await desk.act((setting) =>
      exportRecipients(setting, { runId, filter: { ...filter, text: '李小' }, purpose: '逐人核对' }),
    )
    const kept = await desk.act(({ tx }) => sql<{ row: string }>`select j::text as row from job_run j`.execute(tx))

    expect(kept.rows.length).toBeGreaterThan(0)
    expect(kept.rows.filter(({ row }) => row.includes('李小'))).toEqual([])
    expect(await desk.workOff()).toMatchObject([{ state: 'done', result: { people: 1, amount: 200_000 } }])
  })

  test('shows everybody’s number masked, also of a file that was merged since', async () => {
    const [kept, dropped] = await desk.act(async ({ tx }) => {
      const { rows } = await sql<{ id: number }>`
        select person_id as id from payment_transfer where run_id = ${runId} order by id`.execute(tx)
      return rows.map(({ id }) => id)
    })
    await merge({ act: (_, work) => desk.act(work) }, kept ?? 0, dropped ?? 0)

    const rows = await rowsOf(String((await taken())?.result?.['fileId']))

    const numbers = rows.flat().filter((cell) => /^\d{6}\*{8}\d{3}[\dX]$/.test(String(cell)))
    expect(numbers).toHaveLength(3)
    expect(new Set(numbers).size).toBe(2)
  })

  test('computed anew while it is made is no list: the job says so, and keeps no file', async () => {
    let isFirst = true
    const disturbed: JobDefinition = {
      ...exportRecipientsJob,
      run: (job) =>
        exportRecipientsJob.run({
          ...job,
          step: async (work) => {
            const answer = await job.step(work)
            if (isFirst) await computedAnew()
            isFirst = false
            return answer
          },
        }),
    }
    const shop = openWorkshop(database, [disturbed])
    await shop.act((setting) => exportRecipients(setting, { runId, filter, purpose: '逐人核对' }))

    const [job] = await shop.workOff()

    expect(job).toMatchObject({ state: 'failed', fault: expect.stringContaining('重新计算过') })
  })

  const computedAnew = () =>
    desk.act(async ({ tx }) => {
      await sql.raw('reset role').execute(tx)
      await sql`update payment_run set edition = edition + 1 where id = ${runId}`.execute(tx)
    })

  test('is not made for somebody who loses the authority meanwhile', async () => {
    const run = await runLosingAuthority(database, exportRecipientsJob, (setting) =>
      exportRecipients(setting, { runId, filter, purpose: '逐人核对' }),
    )

    expect(run).toMatchObject({ state: 'failed', fault: expect.stringContaining('没有办理此事的权限') })
  })
})
