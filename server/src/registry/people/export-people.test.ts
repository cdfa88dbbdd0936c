import { randomUUID } from 'node:crypto'
import { PeopleFilter } from '@dongzhou/contract/registry'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { freshDatabase } from '../../testing/fresh-database.ts'
import { runLosingAuthority } from '../../testing/lost-authority.ts'
import { anIdNumber, aVeteran } from '../../testing/people.ts'
import { openWorkshop } from '../../testing/workshop.ts'
import { exportPeopleJob, registryRoutes } from '../index.ts'

const database = freshDatabase()
const shop = openWorkshop(database, [exportPeopleJob])

test('somebody who loses the authority while the list is made gets no list', async () => {
  await shop.act((setting) => aVeteran(setting, { name: '名册人' }))
  const order = { actionId: randomUUID(), filter: PeopleFilter.parse({ text: '名册' }), purpose: '年度核对' }

  const run = await runLosingAuthority(database, exportPeopleJob, (setting) =>
    registryRoutes.exportPeople(setting, order),
  )

  expect(run).toMatchObject({ state: 'failed', fault: expect.stringContaining('没有办理此事的权限') })
})

test('whom somebody looked for stands nowhere in the order: the text may be an ID number', async () => {
  const idNumber = anIdNumber('19600101', '321')
  await shop.act((setting) => aVeteran(setting, { name: '寻得', idNumber }))
  const order = { actionId: randomUUID(), filter: PeopleFilter.parse({ text: idNumber }), purpose: '年度核对' }

  await shop.act((setting) => registryRoutes.exportPeople(setting, order))

  const kept = await shop.act(({ tx }) => sql<{ row: string }>`select j::text as row from job_run j`.execute(tx))
  expect(kept.rows.length).toBeGreaterThan(0)
  expect(kept.rows.filter(({ row }) => row.includes(idNumber))).toEqual([])
  expect(await shop.workOff()).toMatchObject([{ state: 'done', result: { rows: 1 } }])
})
