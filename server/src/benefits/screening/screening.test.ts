import { day } from '@dongzhou/terms/day'
import type { Fact } from '@dongzhou/terms/fact'
import { describe, expect, test } from 'vitest'
import type { ActionSetting } from '../../platform/setting.ts'
import { listTrailOf } from '../../platform/trail.sql.ts'
import { listFactsOf, markMerged, markWithdrawn, recordPeople, supersedeFacts } from '../../registry/index.ts'
import { aBook, aDisabledVeteran, anAward, aRuralVeteran, told } from '../../testing/benefits.ts'
import { type ClerkOptions, freshDatabase, switchTo } from '../../testing/fresh-database.ts'
import { EAST_TOWN, EAST_VILLAGE, WEST_TOWN, WEST_VILLAGE } from '../../testing/test-bureau.ts'
import { benefitsRoutes } from '../routes.ts'
import { dismissFinding, reopenFinding } from './dismiss-finding.ts'
import { type FindingsAsk, listFindings } from './findings.sql.ts'
import { screenNow } from './follow-changes.ts'
import { listFindingLines } from './list-findings.ts'

const { app, rolledBack } = freshDatabase()
const page = { page: 1, size: 50 }

const linesOf = async (setting: ActionSetting, ask: Partial<FindingsAsk> = {}) =>
  (await listFindingLines(setting, { standing: 'open', ...ask }, page)).items

/** Benefit and kind of each line, for short. */
const kindsOf = async (setting: ActionSetting, personId: number) =>
  (await linesOf(setting, { personId })).map(({ benefit, kind, since }) => `${benefit} ${kind} ${since}`)

const learn = (setting: ActionSetting, personId: number, ...facts: readonly Fact[]) =>
  recordPeople(setting, 'registry.record-fact', [{ personId, facts }])

const awarded = { more: [anAward('disability-pension', '2020-03-05')] }

describe('policies find people', () => {
  test(
    'somebody who qualifies and has no award stands on the work list, with the application filled in',
    rolledBack(async (setting) => {
      await aBook(setting)
      const address = '东镇东一村5组'
      const more = [told('residence', { division: EAST_VILLAGE, address }, { from: '2020-01-01' })]
      const id = await aDisabledVeteran(setting, { name: '张三', more })

      await screenNow(setting, [id])

      const [line] = await linesOf(setting, { personId: id, kind: 'unclaimed' })
      expect(line).toMatchObject({
        benefit: 'disability-pension',
        since: '2024-01',
        isSinceEarlier: true,
        amount: 200_000,
        person: { name: '张三', age: 75 },
        verdict: { kind: 'entitled' },
        isOutdated: false,
        draft: { personId: id, version: 1, approved: '2025-06-30', expected: 200_000 },
      })
      const filled = line?.draft?.fields.map(({ label, text }) => `${label} ${text}`)
      expect(filled).toEqual(expect.arrayContaining(['姓名 张三', '居住地 东镇东一村5组']))
      expect(line?.draft?.fields.find(({ kind }) => kind === 'disability')).toMatchObject({
        source: expect.stringContaining('证件原件'),
      })
    }),
  )

  test.each([
    ['in the month that runs', '1965-06-30', 'rural-veteran-subsidy unclaimed 2025-06'],
    ['next month', '1965-07-01', 'rural-veteran-subsidy upcoming 2025-07'],
    ['in twelve months', '1966-06-30', 'rural-veteran-subsidy upcoming 2026-06'],
    ['only after that', '1966-07-01', undefined],
  ])('who turns sixty %s', (_, born, line) =>
    rolledBack(async (setting) => {
      await aBook(setting)
      const id = await aRuralVeteran(setting, born)

      await screenNow(setting, [id])

      expect(await kindsOf(setting, id)).toEqual(line === undefined ? [] : [line])
    })(),
  )

  test(
    'whoever lacks nothing but a paper is worth asking, and is told what is missing',
    rolledBack(async (setting) => {
      await aBook(setting)
      const more = [told('identity', { identity: 'veteran' })]
      const id = await aRuralVeteran(setting, '1950-01-01', { more, insurance: null })

      await screenNow(setting, [id])

      const [line] = await linesOf(setting, { personId: id })
      expect(line).toMatchObject({ kind: 'possible', verdict: { kind: 'unknown', missing: [{ name: '养老保障' }] } })
      expect(line?.draft?.expected).toBeNull()
    }),
  )

  test(
    'what is paid and no longer qualifies stands there too, with every reason',
    rolledBack(async (setting) => {
      await aBook(setting)
      const id = await aDisabledVeteran(setting, awarded)
      await screenNow(setting, [id])
      expect(await linesOf(setting, { personId: id, benefit: 'disability-pension' })).toEqual([])

      await learn(setting, id, told('death', { day: day('2025-03-20'), precision: 'day' }))
      await screenNow(setting, [id])

      const [line] = await linesOf(setting, { personId: id, benefit: 'disability-pension' })
      expect(line).toMatchObject({
        kind: 'unjustified',
        since: '2025-04',
        verdict: { kind: 'refused', reasons: [{ code: 'died' }] },
        draft: null,
      })
    }),
  )

  test.each([
    ['years ago', '2021-06-10', '2021-07'],
    ['in the month before the screening begins to look', '2023-12-31', '2024-01'],
    ['before the award began, which then never was right', '2019-05-05', '2020-03'],
  ])('of somebody who died %s it says from which month the money was not owed', (_, on, since) =>
    rolledBack(async (setting) => {
      await aBook(setting)
      const died = told('death', { day: day(on), precision: 'day' })
      const id = await aDisabledVeteran(setting, { more: [...awarded.more, died] })

      await screenNow(setting, [id])

      const [line] = await linesOf(setting, { personId: id, benefit: 'disability-pension' })
      expect(line).toMatchObject({ kind: 'unjustified', since, isSinceEarlier: false })
    })(),
  )

  test(
    'an award that the province suspended is paid nothing, and nobody has to end it',
    rolledBack(async (setting) => {
      await aBook(setting)
      const suspended = told('suspension', { ground: '服刑', document: '苏退发〔2025〕9号' }, { from: '2025-05-01' })
      const id = await aDisabledVeteran(setting, { more: [...awarded.more, suspended] })

      await screenNow(setting, [id])

      expect(await linesOf(setting, { personId: id, benefit: 'disability-pension' })).toEqual([])
      expect((await benefitsRoutes.listRecipients(setting, page)).items).toEqual([])
    }),
  )

  test(
    'an award whose rate is missing is uncertain, and pays nothing',
    rolledBack(async (setting) => {
      await aBook(setting)
      const graded = [told('disability', { grade: 5, nature: 'illness', approved: day('1990-01-01') })]
      const id = await aDisabledVeteran(setting, { more: [...awarded.more, ...graded] })

      await screenNow(setting, [id])

      expect(await linesOf(setting, { personId: id, benefit: 'disability-pension' })).toMatchObject([
        { kind: 'uncertain', amount: 0, verdict: { kind: 'unknown' } },
      ])
    }),
  )

  test(
    'a line stands once however often it is found, goes when it is settled, and comes back as new',
    rolledBack(async (setting) => {
      await aBook(setting)
      const id = await aDisabledVeteran(setting)
      const later = { ...setting, now: new Date('2025-06-30T02:00:00Z') }
      const kept = async () => (await listFindings(setting, { standing: 'open', kind: 'unclaimed' }, page)).items

      await screenNow(setting, [id])
      const [first] = await kept()
      await screenNow(later, [id])
      expect(await kept()).toEqual([first])

      await learn(setting, id, told('suspension', { ground: '服刑', document: '苏退发〔2025〕9号' }))
      await screenNow(later, [id])
      expect(await kept()).toEqual([])

      const facts = await listFactsOf(setting, [id], 'open')
      const suspension = facts.filter(({ kind }) => kind === 'suspension').map((fact) => fact.id)
      await supersedeFacts(setting, suspension, '登记到别人的事')
      await screenNow(later, [id])
      expect(await kept()).toMatchObject([{ id: first?.id, version: 3, foundAt: later.now }])
    }),
  )

  test(
    'a fact that came after the screening makes the line outdated before the next one takes it off',
    rolledBack(async (setting) => {
      await aBook(setting)
      const id = await aDisabledVeteran(setting)
      await screenNow(setting, [id])

      await learn(setting, id, told('suspension', { ground: '服刑', document: '苏退发〔2025〕9号' }))

      expect(await linesOf(setting, { personId: id, kind: 'unclaimed' })).toMatchObject([
        { isOutdated: true, verdict: { kind: 'refused', reasons: [{ code: 'suspended' }] } },
      ])
    }),
  )
})

test(
  'a file that was merged away or withdrawn loses its lines and its money',
  rolledBack(async (setting) => {
    await aBook(setting)
    const id = await aDisabledVeteran(setting, awarded)
    const kept = await aDisabledVeteran(setting, { name: '李四' })
    const dropped = await aDisabledVeteran(setting, { name: '李四' })
    await screenNow(setting, [id, kept, dropped])

    await markWithdrawn(setting, [id])
    await markMerged(setting, dropped, kept)
    await screenNow(setting, [id, kept, dropped])

    const lines = await linesOf(setting, { standing: 'all' })
    expect(new Set(lines.map(({ person }) => person.id))).toEqual(new Set([kept]))
    expect((await benefitsRoutes.listRecipients(setting, page)).items).toEqual([])
  }),
)

describe('the work list of a station', () => {
  test(
    'holds its own people, and follows somebody who moves',
    rolledBack(async (setting) => {
      await aBook(setting)
      const id = await aDisabledVeteran(setting, awarded)
      const other = await aDisabledVeteran(setting, { name: '李四' })
      await screenNow(setting, [id, other])
      const seenFrom = async (as: ClerkOptions) => {
        const town = await switchTo(app(), setting.tx, as)
        const lines = await linesOf(town)
        const recipients = await benefitsRoutes.listRecipients(town, page)
        const { counts } = await benefitsRoutes.getScreening(town, {})
        return [lines.length > 0, recipients.items.length > 0, counts.length > 0]
      }
      const east = { role: 'town-worker', division: EAST_TOWN } as const
      const west = { role: 'town-worker', division: WEST_TOWN } as const

      expect(await seenFrom(east)).toEqual([true, true, true])
      expect(await seenFrom(west)).toEqual([false, false, false])

      const bureau = await switchTo(app(), setting.tx, {})
      const moved = told('residence', { division: WEST_VILLAGE }, { from: '2025-06-01' })
      await learn(bureau, id, moved)
      await learn(bureau, other, moved)
      expect(await seenFrom(west)).toEqual([true, true, true])
      expect(await seenFrom(east)).toEqual([false, false, false])
    }),
  )

  test(
    'a town may not ask for the list of another',
    rolledBack(
      async (setting) => {
        await expect(linesOf(setting, { division: WEST_TOWN })).rejects.toMatchObject({
          code: 'access.outside-jurisdiction',
        })
      },
      { role: 'town-worker', division: EAST_TOWN },
    ),
  )
})

describe('putting a line aside', () => {
  const anOpenLine = async (setting: ActionSetting) => {
    await aBook(setting)
    const id = await aDisabledVeteran(setting)
    await screenNow(setting, [id])
    const [line] = await linesOf(setting, { personId: id, kind: 'unclaimed' })
    return { id: line?.id ?? 0, version: line?.version ?? 0 }
  }
  const because = '本人在外地，年底返乡办理'

  test(
    'takes it off the list until the day, with who and why, and the trail keeps it',
    rolledBack(async (setting) => {
      const seen = await anOpenLine(setting)

      await dismissFinding(setting, { ...seen, until: day('2025-12-31'), because })

      expect(await linesOf(setting, { kind: 'unclaimed' })).toEqual([])
      expect(await linesOf(setting, { kind: 'unclaimed', standing: 'dismissed' })).toMatchObject([
        { version: 2, dismissed: { until: '2025-12-31', because, by: '测试' } },
      ])
      const then = { ...setting, today: day('2025-12-31') }
      expect((await listFindings(then, { standing: 'open', kind: 'unclaimed' }, page)).items).toMatchObject(
        [seen.id].map((id) => ({ id })),
      )
      const trail = await listTrailOf(setting, { kind: 'benefit-finding', id: String(seen.id) }, page)
      expect(trail.items).toMatchObject([{ verb: 'benefits.dismiss-finding', purpose: because }])
    }),
  )

  test(
    'can be taken back',
    rolledBack(async (setting) => {
      const seen = await anOpenLine(setting)
      const { version } = await dismissFinding(setting, { ...seen, until: day('2025-12-31'), because })

      await reopenFinding(setting, { id: seen.id, version })

      expect(await linesOf(setting, { kind: 'unclaimed' })).toMatchObject([{ id: seen.id, dismissed: null }])
    }),
  )

  test.each([
    ['until today', { until: '2025-06-30' }, 'benefits.dismissed-too-long'],
    ['for more than a year', { until: '2026-07-02' }, 'benefits.dismissed-too-long'],
    ['as it was before somebody else changed it', { version: 7 }, 'platform.changed-meanwhile'],
    ['that is not there', { id: 4711 }, 'benefits.finding-not-found'],
  ])('%s is refused', (_, change: { until?: string; version?: number; id?: number }, code) =>
    rolledBack(async (setting) => {
      const seen = await anOpenLine(setting)
      const until = day(change.until ?? '2025-12-31')

      await expect(dismissFinding(setting, { ...seen, ...change, until, because })).rejects.toMatchObject({ code })
    })(),
  )

  test(
    'is refused where it was settled meanwhile, and taking back what nobody put aside',
    rolledBack(async (setting) => {
      const seen = await anOpenLine(setting)
      await expect(reopenFinding(setting, seen)).rejects.toMatchObject({ code: 'benefits.finding-not-dismissed' })
      const [line] = await linesOf(setting, { kind: 'unclaimed' })
      await learn(setting, line?.person.id ?? 0, anAward('disability-pension', '2020-03-05'))
      await screenNow(setting, [line?.person.id ?? 0])

      await expect(dismissFinding(setting, { ...seen, until: day('2025-12-31'), because })).rejects.toMatchObject({
        code: 'benefits.finding-not-found',
      })
    }),
  )
})
