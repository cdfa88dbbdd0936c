import { personFactsOf, screenOne } from '@dongzhou/engines/benefits'
import { day } from '@dongzhou/terms/day'
import { findMonth, type Month } from '@dongzhou/terms/month'
import { describe, expect, test } from 'vitest'
import type { ActionSetting } from '../platform/setting.ts'
import { listFactsOf, recordPeople, supersedeFacts } from '../registry/index.ts'
import {
  aBook,
  aDisabledVeteran,
  aDraft,
  anAward,
  aRuralVeteran,
  confirmed,
  proposed,
  told,
  usualDrafts,
} from '../testing/benefits.ts'
import { freshDatabase, switchTo } from '../testing/fresh-database.ts'
import { COUNTY, EAST_TOWN, WEST_TOWN, WEST_VILLAGE } from '../testing/test-bureau.ts'
import { type DueAsk, dueFor } from './due-for.ts'
import { dueSource } from './due-source.ts'
import { openRulebook } from './entitlement/open-rulebook.ts'
import { listBeneficiariesOf } from './entitlement/people.ts'
import { windowOf } from './entitlement/standing.ts'
import { screen } from './screening/screen.ts'

const { app, rolledBack } = freshDatabase()
const at = (code: string): Month => findMonth(code) ?? (0 as Month)
const months = { from: at('2025-01'), to: at('2025-07') }
const drawn = { more: [anAward('disability-pension', '2025-03-05')] }

const linesOf = async (setting: ActionSetting, ask: Partial<DueAsk> = {}) =>
  (await dueFor(setting, { months, ...ask })).lines
const on = (setting: ActionSetting, instant: string): ActionSetting => ({
  ...setting,
  now: new Date(instant),
  today: day(instant.slice(0, 10)),
})

describe('what is due', () => {
  test(
    'comes as spans with their parts, the rows of the book and the version of the rule',
    rolledBack(async (setting) => {
      const rateIds = await aBook(setting)
      const personId = await aDisabledVeteran(setting, drawn)
      const [award] = (await listFactsOf(setting, [personId], 'open')).filter(({ kind }) => kind === 'award')

      const page = await dueFor(setting, { months })

      expect(page).toMatchObject({ people: 1, after: undefined, knownOn: setting.now.toISOString() })
      expect(page.lines).toEqual([
        {
          personId,
          division: '999999001001',
          benefit: 'disability-pension',
          awardFactId: award?.id,
          from: at('2025-03'),
          to: at('2025-07'),
          outcome: 'entitled',
          amount: 200_000,
          ruleVersion: 2,
          parts: [{ part: 'standard', amount: 200_000, rateId: rateIds[5] }],
        },
      ])
    }),
  )

  test(
    'comes in pages, for some benefits, some people, or a place; and for nobody who has no award',
    rolledBack(async (setting) => {
      await aBook(setting)
      const first = await aDisabledVeteran(setting, drawn)
      const west = await aDisabledVeteran(setting, { ...drawn, name: '李四', division: WEST_VILLAGE })
      await aDisabledVeteran(setting, { name: '王五' })

      const page = await dueFor(setting, { months, size: 1 })
      const next = await dueFor(setting, { months, size: 1, after: page.after })
      const end = await dueFor(setting, { months, size: 1, after: next.after })

      expect([page, next, end].map(({ lines }) => lines.map((line) => line.personId))).toEqual([[first], [west], []])
      expect(end.after).toBeUndefined()
      expect((await linesOf(setting, { division: WEST_TOWN })).map(({ personId }) => personId)).toEqual([west])
      expect((await linesOf(setting, { personIds: [first] })).map(({ personId }) => personId)).toEqual([first])
      expect(await linesOf(setting, { benefits: ['care-allowance'] })).toEqual([])
      const town = await switchTo(app(), setting.tx, { role: 'town-worker', division: EAST_TOWN })
      expect((await linesOf(town)).map(({ personId }) => personId)).toEqual([first])
      await expect(linesOf(town, { division: WEST_TOWN })).rejects.toMatchObject({
        code: 'access.outside-jurisdiction',
      })
    }),
  )

  test(
    'leaves out what the matrix excludes, and posts nothing where something is unknown',
    rolledBack(async (setting) => {
      await aBook(setting)
      const more = [anAward('rural-veteran-subsidy', '2025-01-05'), told('identity', { identity: 'disabled-veteran' })]
      const both = await aRuralVeteran(setting, '1950-01-01', {
        more: [...more, ...drawn.more, told('disability', { grade: 7, nature: 'war' })],
      })
      const unsure = await aRuralVeteran(setting, '1950-01-01', { more, insurance: null, name: '李四' })

      const lines = await linesOf(setting)

      expect(
        lines.filter(({ personId }) => personId === both).map(({ benefit, from, to }) => [benefit, from, to]),
      ).toEqual([
        ['disability-pension', at('2025-03'), at('2025-07')],
        ['rural-veteran-subsidy', at('2025-01'), at('2025-03')],
      ])
      expect(lines.filter(({ personId }) => personId === unsure)).toMatchObject([
        { outcome: 'unknown', amount: 0, parts: [] },
      ])
    }),
  )

  test(
    'can be asked as facts and rates were known on an earlier day',
    rolledBack(async (setting) => {
      await aBook(setting)
      await aDisabledVeteran(setting, drawn)
      const later = on(setting, '2025-08-05T01:00:00.000Z')
      const late = aDraft({
        kind: 'disability-pension',
        key: 'war-7',
        value: 215_000,
        validFrom: day('2025-01-01'),
        announcedOn: day('2025-07-30'),
      })
      await confirmed(later, await proposed(later, [late]))

      expect(await linesOf(later)).toMatchObject([{ amount: 215_000 }])
      expect(await linesOf(later, { asKnownOn: '2025-08-04' })).toMatchObject([{ amount: 200_000 }])
      expect(await linesOf(later, { asKnownOn: '2025-06-29' })).toEqual([])
    }),
  )

  test(
    'counts samples in a demo bureau only',
    rolledBack(async (setting) => {
      await aBook(setting)
      await aDisabledVeteran(setting, { more: [...drawn.more, told('disability', { grade: 3, nature: 'war' })] })
      const real = { ...setting, bureau: { ...setting.bureau, isDemo: false } }

      expect(await linesOf(setting)).toMatchObject([{ outcome: 'entitled' }])
      expect(await linesOf(real)).toMatchObject([{ outcome: 'unknown' }])
    }),
  )
})

describe('what payment runs ask', () => {
  const ask = { benefits: ['disability-pension' as const], division: COUNTY, months }

  test(
    'the spans come with the rules, the rates that count in those months, and the matrix',
    rolledBack(async (setting) => {
      const rateIds = await aBook(setting)
      const person = await aDisabledVeteran(setting, drawn)

      const due = await dueSource.due(setting, { ...ask, benefits: [...ask.benefits, 'rural-veteran-subsidy'] })

      const span = { benefit: 'disability-pension', from: at('2025-03'), to: at('2025-07'), amount: 200_000 }
      expect(due.spans).toEqual([{ person, ...span, isUnknown: false, rateIds: [rateIds[5]] }])
      expect(due.rules.get('disability-pension')).toMatchObject({ version: 2, cadence: 'monthly' })
      expect(due.rates).toContainEqual(expect.objectContaining({ name: '残疾抚恤金标准 因战七级', isSample: false }))
      expect(due.ages).toEqual([60])
      expect(due.excluded).toContainEqual(
        expect.objectContaining({ one: 'rural-veteran-subsidy', other: 'disability-pension' }),
      )
    }),
  )

  test(
    'a death learnt late, a late rate and a corrected grade settle to the fen, each with its cause',
    rolledBack(async (setting) => {
      await aBook(setting, [...usualDrafts, aDraft({ kind: 'disability-pension', key: 'war-6', value: 250_000 })])
      const dead = await aDisabledVeteran(setting, { name: '已故', ...drawn })
      const raised = await aDisabledVeteran(setting, { name: '升级', ...drawn })
      const still = await aDisabledVeteran(setting, { name: '照旧', ...drawn })
      const people = [dead, raised, still]
      const posted = people.map((person) => ({
        person,
        benefit: 'disability-pension' as const,
        from: at('2025-03'),
        to: at('2025-07'),
        amount: 200_000,
        knownAt: setting.now,
        version: 1,
      }))
      const settled = (later: ActionSetting) =>
        dueSource.settle(later, { ...ask, people, posted, merged: new Map(), ranOn: () => setting.now })
      expect([...(await settled(setting)).values()]).toEqual([[], [], []])

      const later = on(setting, '2025-07-20T01:00:00.000Z')
      const learn = (personId: number, fact: Parameters<typeof recordPeople>[2][number]['facts'][number]) =>
        recordPeople(later, 'registry.record-fact', [{ personId, facts: [fact] }])
      await learn(dead, told('death', { day: day('2025-04-10'), precision: 'day' }))
      const [rated] = (await listFactsOf(later, [raised], 'open')).filter(({ kind }) => kind === 'disability')
      await supersedeFacts(later, [rated?.id ?? 0], '重新评定')
      await learn(raised, told('disability', { grade: 6, nature: 'war', approved: day('1985-05-06') }))
      const sums = async (setting: ActionSetting) =>
        new Map(
          [...(await settled(setting))].map(([person, adjustments]) => [
            person,
            adjustments.map(({ month, amount, causes }) => [month, amount, causes.map(({ cause }) => cause).join()]),
          ]),
        )

      expect(await sums(later)).toEqual(
        new Map([
          [dead, [at('2025-05'), at('2025-06')].map((month) => [month, -200_000, 'death'])],
          [raised, [3, 4, 5, 6].map((of) => [at(`2025-0${of}`), 50_000, 'fact'])],
          [still, []],
        ]),
      )
      const late = aDraft({
        kind: 'disability-pension',
        key: 'war-7',
        value: 215_000,
        validFrom: day('2025-06-01'),
        announcedOn: day('2025-07-18'),
      })
      await confirmed(later, await proposed(later, [late]))
      expect((await sums(later)).get(still)).toEqual([[at('2025-06'), 15_000, 'rate']])
    }),
  )

  test(
    'says whether the book has changed since',
    rolledBack(async (setting) => {
      expect(await dueSource.hasChangedSince(setting, new Date('2025-06-30T00:00:00Z'))).toBe(false)
      await aBook(setting)

      expect(await dueSource.hasChangedSince(setting, new Date('2025-06-30T00:00:00Z'))).toBe(true)
      expect(await dueSource.hasChangedSince(setting, setting.now)).toBe(false)
    }),
  )
})

test(
  'the work list says of the running month what the engine’s own screening says',
  rolledBack(async (setting) => {
    await aBook(setting)
    const dead = told('death', { day: day('2025-01-02'), precision: 'day' })
    const ids = [
      await aDisabledVeteran(setting),
      await aDisabledVeteran(setting, drawn),
      await aDisabledVeteran(setting, { more: [...drawn.more, dead] }),
      await aRuralVeteran(setting, '1950-01-01'),
      await aRuralVeteran(setting, '1990-01-01'),
    ]
    const rulebook = await openRulebook(setting)
    const monthly = rulebook.questions.filter(({ rule }) => rule.cadence === 'monthly').map(({ rule }) => rule.benefit)

    for (const person of await listBeneficiariesOf(setting, ids)) {
      const { findings } = screen([person], rulebook, windowOf(at('2025-06')))
      const own = findings.flatMap(({ kind, benefit }) => {
        if (kind === 'unclaimed') return [`claims ${benefit}`]
        return kind === 'unjustified' ? [`stops ${benefit}`] : []
      })
      const engine = screenOne(rulebook.questions, personFactsOf(person.kept), at('2025-06'))
        .filter(({ kind, benefit }) => kind !== 'unclear' && monthly.includes(benefit))
        .map(({ kind, benefit }) => `${kind} ${benefit}`)

      expect(own.toSorted()).toEqual(engine.toSorted())
    }
  }),
)
