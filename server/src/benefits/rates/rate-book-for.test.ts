import { month } from '@dongzhou/terms/month'
import { rateKinds } from '@dongzhou/terms/rate'
import { expect, test } from 'vitest'
import type { ActionSetting } from '../../platform/setting.ts'
import { freshDatabase, switchTo } from '../../testing/fresh-database.ts'
import { aDraft, confirmed, proposed, versioned } from '../../testing/rates.ts'
import { confirmRates } from './confirm-rates.ts'
import { loadDemoHouse, loadSampleRates } from './load-samples.ts'
import { type BookFor, type BookWish, rateBookFor } from './rate-book-for.ts'
import { withdrawRate } from './withdraw-rate.ts'

const { rolledBack, app } = freshDatabase()

test(
  'the book holds what counts, each rate with the id of its row',
  rolledBack(async (setting) => {
    const id = await confirmed(app(), setting, aDraft())

    const { rates, book } = await rateBookFor(setting)

    expect(rates).toMatchObject([{ id, kind: 'ill-returned-subsidy', value: 100_000 }])
    expect(book.shelf('ill-returned-subsidy').fixed(month(2025, 1))).toBe(rates[0])
  }),
)

test(
  'as known on a day, a late rate and a correction did not count before they were confirmed',
  rolledBack(async (setting) => {
    await loadDemoHouse(setting)
    const at = (now: string): ActionSetting => ({ ...setting, now: new Date(now) })
    await confirmed(app(), at('2025-02-10T02:00:00Z'), aDraft({ value: 90_000, validFrom: '2024-01-01' }))
    const first = await laterConfirmed(at('2025-03-10T02:00:00Z'), aDraft({ value: 100_000 }))
    await laterConfirmed(at('2025-05-20T02:00:00Z'), aDraft({ value: 101_000, supersedes: first }))

    const valueOn = async (asKnownOn?: string) => valueIn(await rateBookFor(setting, { asKnownOn }))
    expect(await valueOn('2025-02-09')).toBeUndefined()
    expect(await valueOn('2025-02-10')).toBe(90_000)
    expect(await valueOn('2025-03-09')).toBe(90_000)
    expect(await valueOn('2025-03-10')).toBe(100_000)
    expect(await valueOn('2025-03-10T01:59:59Z')).toBe(90_000)
    expect(await valueOn('2025-05-19')).toBe(100_000)
    expect(await valueOn()).toBe(101_000)
  }),
)

test(
  'what was voided counted until then',
  rolledBack(async (setting) => {
    const id = await laterConfirmed({ ...setting, now: new Date('2025-02-10T02:00:00Z') }, aDraft())
    const clerk = await switchTo(app(), setting.tx, { role: 'clerk' })
    const waiting = await withdrawRate(clerk, { ...(await versioned(clerk, id)), reason: '文件已废止' })
    await switchTo(app(), setting.tx, { role: 'chief' })
    await confirmRates(setting, { rates: [waiting] })

    expect(valueIn(await rateBookFor(setting, { asKnownOn: '2025-06-29' }))).toBe(100_000)
    expect(valueIn(await rateBookFor(setting))).toBeUndefined()
  }),
)

test(
  'samples pay nobody in a real bureau; they are there for reading and in a demo',
  rolledBack(async (setting) => {
    await loadSampleRates(setting)
    const real = { ...setting, bureau: { ...setting.bureau, isDemo: false } }
    const count = async (of: ActionSetting, wish?: BookWish) => (await rateBookFor(of, wish)).rates.length

    expect(await count(setting)).toBeGreaterThan(100)
    expect(await count(real)).toBe(0)
    expect((await rateBookFor(real)).exclusions).toEqual([])
    expect(await count(real, { samples: 'shown' })).toBe(await count(setting))
    await confirmed(app(), setting, aDraft())
    expect(await count(real)).toBe(1)
  }),
)

test(
  'a national row of the matrix comes with its article',
  rolledBack(async (setting) => {
    await loadSampleRates(setting)

    const { exclusions } = await rateBookFor(setting)

    expect(exclusions).toHaveLength(7)
    expect(exclusions[0]).toMatchObject({
      benefit: 'rural-veteran-subsidy',
      way: 'exclude',
      document: '民发〔2011〕110号',
      article: { law: 'rural-veterans-notice-2011' },
      validFrom: '2011-08-01',
    })
  }),
)

test(
  'a preview counts proposed rows as if they stood: new ones, corrections, and those that only take away',
  rolledBack(async (setting) => {
    await loadDemoHouse(setting)
    const standing = await confirmed(app(), setting, aDraft())
    const correction = await proposed(app(), setting, aDraft({ value: 105_000, supersedes: standing }), '更正')
    const later = await proposed(app(), setting, aDraft({ value: 110_000, validFrom: '2025-06-01' }))
    const voiding = await withdrawRate(setting, { ...(await versioned(setting, standing)), reason: '作废' })
    const including = async (...ids: number[]) => valuesOf(await rateBookFor(setting, { including: ids }))

    expect(await including()).toEqual([100_000])
    expect(await including(correction)).toEqual([105_000])
    expect(await including(correction, later)).toEqual([105_000, 110_000])
    expect(await including(voiding.id)).toEqual([])
    expect(await including(standing, 987_654)).toEqual([100_000])
  }),
)

test(
  'in a preview a sample of the same day gives way',
  rolledBack(async (setting) => {
    await loadDemoHouse(setting)
    await loadSampleRates(setting)
    const draft = aDraft({ jurisdiction: 'nation', value: 61_000, validFrom: '2019-08-01' })
    const id = await proposed(app(), setting, draft)

    const { book } = await rateBookFor(setting, { including: [id] })

    expect(book.shelf('ill-returned-subsidy').fixed(month(2019, 8))).toMatchObject({ id, value: 61_000 })
  }),
)

test(
  'without a day, what stands counts whatever the clock says: a demo bureau runs through months before it was made',
  rolledBack(async (setting) => {
    await loadSampleRates(setting)
    const earlier = { ...setting, now: new Date('2024-01-15T02:00:00Z') }

    expect((await rateBookFor(earlier)).rates.length).toBeGreaterThan(100)
    expect((await rateBookFor(earlier, { asKnownOn: '2024-01-15' })).rates).toEqual([])
  }),
)

test(
  'whatever was entered, corrected and voided since, the book of any past moment is the one that was read then',
  rolledBack(async (setting) => {
    await loadDemoHouse(setting)
    const then: { readonly at: string; readonly values: readonly number[] }[] = []
    const standing: number[] = []
    // A fixed scramble stands for chance: each step enters, corrects or voids, an hour after the one before.
    for (let step = 0; step < 24; step += 1) {
      const at = { ...setting, now: new Date(Date.UTC(2025, 0, 10, step)) }
      const turn = (step * 7 + 3) % 5
      const target = standing[(step * 11) % Math.max(1, standing.length)]
      if (target === undefined || turn < 2) standing.push(await laterConfirmed(at, anIndex(step)))
      else if (turn < 4) await replace(at, standing, target, step)
      else await takeAway(at, standing, target)
      then.push({ at: at.now.toISOString(), values: valuesOf(await rateBookFor(at)) })
    }

    expect(new Set(then.map(({ values }) => String(values))).size).toBeGreaterThan(20)
    for (const { at, values } of then)
      expect(valuesOf(await rateBookFor(setting, { asKnownOn: at })), at).toEqual(values)
  }),
)

/** A year's index, so that steps do not speak against each other. */
function anIndex(step: number) {
  const year = 1960 + step
  return aDraft({ kind: 'average-wage', unit: 'fen-a-year', value: 1_000_000 + step, validFrom: `${year}-01-01` })
}

async function replace(at: ActionSetting, standing: number[], target: number, step: number): Promise<void> {
  const old = (await rateBookFor(at)).rates.find(({ id }) => id === target)
  const draft = { ...anIndex(step), validFrom: old?.validFrom ?? anIndex(step).validFrom, supersedes: target }
  standing.splice(standing.indexOf(target), 1, await laterConfirmed(at, draft))
}

async function takeAway(at: ActionSetting, standing: number[], target: number): Promise<void> {
  const { now } = at
  const clerk = await switchTo(app(), at.tx, { role: 'clerk' })
  const waiting = await withdrawRate({ ...clerk, now }, { ...(await versioned(clerk, target)), reason: '作废' })
  await switchTo(app(), at.tx, { role: 'chief' })
  await confirmRates(at, { rates: [waiting] })
  standing.splice(standing.indexOf(target), 1)
}

function valuesOf({ rates }: BookFor): readonly number[] {
  const paying = rates.filter(({ kind }) => rateKinds[kind].group !== 'house')
  return paying.map(({ value }) => value).toSorted((one, other) => one - other)
}

async function laterConfirmed(at: ActionSetting, draft: ReturnType<typeof aDraft>): Promise<number> {
  const id = await proposed(app(), at, draft, '据实')
  await confirmRates(at, { rates: [await versioned(at, id)] })
  return id
}

function valueIn({ book }: BookFor): number | undefined {
  return book.shelf('ill-returned-subsidy').fixed(month(2025, 6))?.value
}
