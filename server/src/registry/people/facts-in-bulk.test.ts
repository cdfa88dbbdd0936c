import { day } from '@dongzhou/terms/day'
import type { FactKind } from '@dongzhou/terms/fact'
import { describe, expect, test } from 'vitest'
import { freshDatabase, switchTo } from '../../testing/fresh-database.ts'
import { aFact, anIdNumber, aVeteran } from '../../testing/people.ts'
import { EAST_VILLAGE, WEST_TOWN, WEST_VILLAGE } from '../../testing/test-bureau.ts'
import { correctFact } from './correct-fact.ts'
import { listFactsOf } from './facts.sql.ts'
import { listPeopleWithFacts, listPortionEnds } from './facts-in-bulk.sql.ts'
import { markWithdrawn } from './people.sql.ts'

const { app, rolledBack } = freshDatabase()

const clerk = { kind: 'clerk', note: '退伍证' } as const
const kinds: readonly FactKind[] = ['identity', 'disability', 'award']
const rated = (grade: number) => aFact('disability', { grade, nature: 'war' }, clerk)
const awarded = aFact('award', { benefit: 'disability-pension', approved: day('2025-01-02') }, clerk)

describe('the facts of many people', () => {
  test(
    'come page by page in the order of the people, as they are kept',
    rolledBack(async (setting) => {
      const ids = [
        await aVeteran(setting, { name: '张三', more: [rated(3), awarded], idNumber: anIdNumber() }),
        await aVeteran(setting, { name: '李四' }),
        await aVeteran(setting, { name: '王五', more: [rated(5)] }),
      ]

      const first = await listPeopleWithFacts(setting, { kinds, of: { after: 0, size: 2 } })
      const rest = await listPeopleWithFacts(setting, { kinds, of: { after: first.at(-1)?.id ?? 0, size: 2 } })

      expect([...first, ...rest].map(({ id }) => id)).toEqual(ids)
      for (const person of [...first, ...rest]) {
        const kept = (await listFactsOf(setting, [person.id], 'open')).filter(({ kind }) => kinds.includes(kind))
        expect(person.facts).toEqual(
          kept.map(({ personId: _, supersededBecause: __, ...fact }) => ({ ...fact, supersededAt: undefined })),
        )
      }
    }),
  )

  test(
    'of those only who hold a fact of a kind, where that is asked',
    rolledBack(async (setting) => {
      await aVeteran(setting, { name: '李四', more: [rated(5)] })
      const id = await aVeteran(setting, { name: '张三', more: [awarded] })

      const found = await listPeopleWithFacts(setting, { kinds, of: { after: 0, size: 10, holding: 'award' } })

      expect(found.map((person) => person.id)).toEqual([id])
    }),
  )

  test(
    'of those who hold a fact of a kind in portions, whose ends are told beforehand',
    rolledBack(async (setting) => {
      const ids = []
      for (let at = 0; at < 5; at += 1) ids.push(await aVeteran(setting, { more: at === 1 ? [] : [awarded] }))
      await aVeteran(setting, { more: [awarded], division: WEST_VILLAGE })

      const portions = await listPortionEnds(setting.tx, { kind: 'award', division: EAST_VILLAGE, size: 2 })
      const [, after, through] = [0, ...portions.ends]
      const page = { after: after ?? 0, through: through ?? 0, size: 10, holding: 'award' as const }
      const second = await listPeopleWithFacts(setting, { kinds, of: page })

      expect(portions).toEqual({ people: 4, ends: [ids[2], ids[4]] })
      expect(second.map(({ id }) => id)).toEqual([ids[3], ids[4]])
    }),
  )

  test(
    'as they were known on an earlier day, or with what was superseded since',
    rolledBack(async (setting) => {
      const id = await aVeteran(setting, { more: [rated(3)] })
      const [wrong] = (await listFactsOf(setting, [id], 'open')).filter(({ kind }) => kind === 'disability')
      const later = { ...setting, now: new Date('2025-07-02T01:00:00Z') }
      await correctFact(later, {
        personId: id,
        version: 1,
        factId: wrong?.id ?? 0,
        fact: { kind: 'disability', value: { grade: 5, nature: 'war' } },
        because: '看错了证件',
      })
      const gradeOn = async (asKnownOn?: string) => {
        const ask = { kinds: ['disability'] as const, of: { ids: [id] }, asKnownOn }
        const [person] = await listPeopleWithFacts(setting, ask)
        return person?.facts.map(({ value }) => ('grade' in value ? value.grade : undefined))
      }

      const all = { kinds: ['disability'] as const, of: { ids: [id] }, withSuperseded: true }
      const [told] = await listPeopleWithFacts(setting, all)

      expect(told?.facts.map(({ supersededAt }) => supersededAt)).toEqual(['2025-07-02T01:00:00.000Z', undefined])
      expect(await gradeOn('2025-06-29')).toEqual([])
      expect(await gradeOn('2025-06-30')).toEqual([3])
      expect(await gradeOn('2025-07-01T00:00:00+08:00')).toEqual([3])
      expect(await gradeOn('2025-07-02')).toEqual([5])
      expect(await gradeOn()).toEqual([5])
    }),
  )

  test(
    'somebody withdrawn is on no page, and comes unlisted when asked for',
    rolledBack(async (setting) => {
      const id = await aVeteran(setting)
      await markWithdrawn(setting, [id])

      expect(await listPeopleWithFacts(setting, { kinds, of: { after: 0, size: 10 } })).toEqual([])
      expect(await listPeopleWithFacts(setting, { kinds, of: { ids: [id] } })).toMatchObject([{ id, isListed: false }])
    }),
  )

  test(
    'a town is answered with its own people',
    rolledBack(async (setting) => {
      await aVeteran(setting, { name: '张三', division: EAST_VILLAGE })
      const id = await aVeteran(setting, { name: '李四', division: WEST_VILLAGE })
      const west = await switchTo(app(), setting.tx, { role: 'town-worker', division: WEST_TOWN })

      const found = await listPeopleWithFacts(west, { kinds, of: { after: 0, size: 10 } })

      expect(found.map((person) => person.id)).toEqual([id])
    }),
  )

  test(
    'a sealed kind is never read in bulk',
    rolledBack(async (setting) => {
      const ask = listPeopleWithFacts(setting, { kinds: ['bank-account'], of: { after: 0, size: 1 } })

      await expect(ask).rejects.toThrow('bank-account')
    }),
  )
})
