import { randomUUID } from 'node:crypto'
import { PeopleFilter } from '@dongzhou/contract/registry'
import { expect, test } from 'vitest'
import { freshDatabase } from '../../testing/fresh-database.ts'
import { runLosingAuthority } from '../../testing/lost-authority.ts'
import { aVeteran } from '../../testing/people.ts'
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
