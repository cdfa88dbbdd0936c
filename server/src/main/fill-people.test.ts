import { divisionCode } from '@dongzhou/terms/division'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { ActionSetting } from '../platform/setting.ts'
import { freshDatabase } from '../testing/fresh-database.ts'
import { fillPeople } from './fill-people.ts'

const { rolledBack } = freshDatabase()
const HAIMEN = divisionCode('320614000000')
const order = { seed: 7, count: 510 }

test(
  'people come in once, however often the work is begun again, and partners find each other',
  rolledBack(
    async (setting) => {
      const reports: number[] = []
      const steps = {
        step: <T>(work: (inner: ActionSetting) => Promise<T>) => work(setting),
        report: async (done: number) => {
          reports.push(done)
        },
      }

      await fillPeople(steps, { ...order, count: 500 })
      await fillPeople(steps, order)
      await fillPeople(steps, order)

      expect(reports).toEqual([500, 500, 510, 500, 510])
      expect(await count(setting, 'person')).toBe(510)
      expect(await count(setting, 'relation')).toBeGreaterThan(20)
      const { rows } = await sql<{ apart: number }>`
        select count(*) as apart from relation r join person a on a.id = r.person_id join person b on b.id = r.other_person_id
        where r.kind = 'spouse' and a.division_code <> b.division_code`.execute(setting.tx)
      expect(rows[0]?.apart).toBe(0)
    },
    { division: HAIMEN },
  ),
)

async function count({ tx }: ActionSetting, table: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(tx)
  return rows[0]?.count ?? 0
}
