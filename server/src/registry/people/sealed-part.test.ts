import { day } from '@dongzhou/terms/day'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { ActionSetting } from '../../platform/setting.ts'
import { told } from '../../testing/benefits.ts'
import { freshDatabase } from '../../testing/fresh-database.ts'
import { aVeteran } from '../../testing/people.ts'
import { presentFact } from '../present.ts'
import { correctFact } from './correct-fact.ts'
import { listFactsOf } from './facts.sql.ts'
import { listPeopleWithFacts } from './facts-in-bulk.sql.ts'
import { openSealed } from './open-sealed.ts'

const { rolledBack } = freshDatabase()
const rating = { grade: 5, nature: 'illness', approved: day('2024-11-05') } as const

async function aRated(setting: ActionSetting, mental: boolean | undefined): Promise<number> {
  return aVeteran(setting, { more: [told('disability', { ...rating, mental })] })
}

const ratingOf = async (setting: ActionSetting, personId: number) => {
  const [fact] = (await listFactsOf(setting, [personId], 'open')).filter(({ kind }) => kind === 'disability')
  if (!fact) throw new Error('no rating')
  return fact
}

test(
  'that a disability is for a mental disorder stands in no column in clear, and neither does that it is not',
  rolledBack(async (setting) => {
    for (const mental of [true, false]) {
      const id = await aRated(setting, mental)

      const { rows } = await sql<{ value: object; sealed: string }>`
        select value, sealed from fact where person_id = ${id} and kind = 'disability'`.execute(setting.tx)

      expect(rows).toEqual([{ value: rating, sealed: expect.any(String) }])
      expect((await ratingOf(setting, id)).value).toEqual({ ...rating, mental })
      const [person] = await listPeopleWithFacts(setting, { kinds: ['disability'], of: { ids: [id] } })
      expect(person?.facts).toMatchObject([{ value: { ...rating, mental } }])
    }
  }),
)

test(
  'a rating that says nothing of it has nothing sealed',
  rolledBack(async (setting) => {
    const fact = await ratingOf(setting, await aRated(setting, undefined))

    expect(fact.value).toEqual(rating)
    expect(presentFact(fact, new Map())).toMatchObject({ isSealed: false, text: expect.not.stringContaining('查看') })
    await expect(
      openSealed(setting, { personId: fact.personId, factId: fact.id, purpose: '核对护理费' }),
    ).rejects.toMatchObject({ code: 'registry.nothing-to-open' })
  }),
)

test(
  'a screen shows the rating and not the finding, which opens for a purpose that the trail keeps',
  rolledBack(async (setting) => {
    const fact = await ratingOf(setting, await aRated(setting, true))

    const shown = presentFact(fact, new Map())

    expect(shown).toMatchObject({ isSealed: true, value: rating })
    expect(JSON.stringify(shown)).not.toContain('mental')
    expect(JSON.stringify(shown)).not.toContain('精神')
    expect(shown.text).toContain('（另有健康信息，须申请查看）')
    const opened = await openSealed(setting, { personId: fact.personId, factId: fact.id, purpose: '核对护理费' })
    expect(opened.text).toContain('精神障碍')
    const { rows } = await sql<{ purpose: string }>`
      select purpose from trail where verb = 'registry.open-sealed'`.execute(setting.tx)
    expect(rows).toEqual([{ purpose: '核对护理费' }])
  }),
)

test(
  'a correction of the grade keeps what the clerk did not see, and one that speaks of it changes it',
  rolledBack(async (setting) => {
    const personId = await aRated(setting, true)
    const corrected = async (version: number, mental?: boolean) => {
      const { id: factId } = await ratingOf(setting, personId)
      const fact = {
        kind: 'disability',
        value: { ...rating, grade: 6, ...(mental === undefined ? {} : { mental }) },
      } as const
      await correctFact(setting, { personId, version, factId, fact, because: '登记有误' })
      return (await ratingOf(setting, personId)).value
    }

    expect(await corrected(1)).toEqual({ ...rating, grade: 6, mental: true })
    expect(await corrected(2, false)).toEqual({ ...rating, grade: 6, mental: false })
  }),
)

test(
  'the database takes no finding in clear, and no other kind in two parts',
  rolledBack(async (setting) => {
    const id = await aRated(setting, undefined)
    const written = (kind: string, value: string, sealed: string | null) =>
      sql`savepoint tried`
        .execute(setting.tx)
        .then(() =>
          sql`insert into fact (person_id, division_code, kind, value, sealed, certainty, source, recorded_at, action_id)
          select id, division_code, ${kind}, ${value}::jsonb, ${sealed}, 'stated', '{}', ${setting.now}, ${setting.actionId}::uuid
          from person where id = ${id}`.execute(setting.tx),
        )
        .finally(() => sql`rollback to savepoint tried`.execute(setting.tx))

    await expect(written('disability', '{"grade":5,"mental":true}', null)).rejects.toThrow(/fact_mental_is_sealed/)
    await expect(written('income', '{"yearly":1}', 'x')).rejects.toThrow(/fact_is_open_or_sealed/)
  }),
)
