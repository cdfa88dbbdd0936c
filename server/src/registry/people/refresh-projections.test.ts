import { day } from '@dongzhou/terms/day'
import { expect, test } from 'vitest'
import { freshDatabase } from '../../testing/fresh-database.ts'
import { aVeteran } from '../../testing/people.ts'
import { EAST_VILLAGE, EAST_VILLAGE_2 } from '../../testing/test-bureau.ts'
import { openWorkshop } from '../../testing/workshop.ts'
import { findPerson } from './people.sql.ts'
import { recordFact } from './record-fact.ts'
import { refreshProjectionsJob, refreshProjectionsKind } from './refresh-projections.ts'

const database = freshDatabase()
const shop = openWorkshop(database, [refreshProjectionsJob])

test('a move that was announced for today shows in the list this night, and takes the file along', async () => {
  const personId = await shop.act((setting) => aVeteran(setting, { division: EAST_VILLAGE }))
  const tomorrow = { ...database.app(), clock: () => new Date('2025-06-29T01:00:00Z') }
  await shop.act((setting) =>
    recordFact(
      { ...setting, today: day('2025-06-29'), now: tomorrow.clock() },
      {
        personId,
        version: 1,
        fact: { kind: 'residence', value: { division: EAST_VILLAGE_2 }, validFrom: day('2025-06-30') },
        note: '迁居证明',
      },
    ),
  )
  expect(await shop.act((setting) => findPerson(setting, personId))).toMatchObject({ division: EAST_VILLAGE })

  await shop.act((setting) => setting.startJob({ kind: refreshProjectionsKind, title: '名册逐日更新', payload: {} }))
  const [run] = await shop.workOff()

  expect(run).toMatchObject({ state: 'done' })
  expect(await shop.act((setting) => findPerson(setting, personId))).toMatchObject({ division: EAST_VILLAGE_2 })
})
