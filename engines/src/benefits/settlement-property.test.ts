import { day } from '@dongzhou/terms/day'
import type { KeptFact } from '@dongzhou/terms/fact'
import { type Identity, identities } from '@dongzhou/terms/identity'
import type { Month } from '@dongzhou/terms/month'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Bureau } from './sample-bureau.ts'
import { kept } from './sample-facts.ts'
import { Chance, randomRates, sampleMonths } from './sample-population.ts'

const BENEFITS = [
  'disability-pension',
  'care-allowance',
  'survivor-pension',
  'war-participant-subsidy',
  'rural-veteran-subsidy',
  'ill-returned-subsidy',
] as const

/** One instant after another: the minutes of a day on which a bureau learns, pays and settles. */
function instantOf(step: number): string {
  return `2026-01-01T00:${String(step).padStart(2, '0')}:00.000Z`
}

function randomFact(chance: Chance, id: number, at: string): KeptFact {
  const on = () => `${2023 + chance.below(3)}-0${1 + chance.below(9)}-${10 + chance.below(19)}`
  const when = {
    id,
    at,
    ...(chance.happens(60) && { from: on() }),
    ...(chance.happens(20) && { to: on() }),
  }
  const exactly = (text: string) => ({ day: day(text), precision: 'day' }) as const
  const makers: readonly (() => KeptFact)[] = [
    () => kept('identity', { identity: chance.oneOf(Object.keys(identities) as Identity[]) }, when),
    () => kept('identity', { identity: 'disabled-veteran' }, when),
    () => kept('identity', { identity: 'rural-veteran-60' }, when),
    () => kept('disability', { grade: 1 + chance.below(7), nature: chance.oneOf(['war', 'duty', 'illness']) }, when),
    () => kept('award', { benefit: chance.oneOf(BENEFITS), approved: day(on()) }, when),
    () => kept('award', { benefit: chance.oneOf(BENEFITS), approved: day('2020-05-06') }, { id, at }),
    () => kept('birth', exactly(`${1940 + chance.below(30)}-05-17`), { id, at }),
    () => kept('death', exactly(on()), { id, at }),
    () => kept('suspension', { ground: '被通缉', document: '甲' }, when),
    () => kept('care', { mode: chance.oneOf(['dispersed', 'pooled']) }, when),
    () => kept('pension-insurance', { kind: chance.oneOf(['居保', '职保', '不详']) }, when),
    () => kept('survivor', { of: 'martyr', relation: 'parent', ground: 'no-means' }, when),
    () =>
      kept('service', { enlisted: exactly('1970-03-04'), discharged: exactly('1974-01-02'), category: '义务兵' }, when),
  ]
  return chance.oneOf(makers)()
}

/** A bureau with a history: facts learnt and superseded, rates announced, months paid and settled, in any order. */
function historyOf(chance: Chance) {
  const bureau = new Bureau('甲', [], [])
  const known: { readonly on: string; readonly due: ReturnType<Bureau['dueOn']> }[] = []
  const rates = randomRates(chance).map((rate) => ({
    rate,
    at: instantOf(chance.happens(80) ? 0 : 1 + chance.below(39)),
  }))
  let next = sampleMonths.from
  for (let step = 1; step < 40; step += 1) {
    const on = instantOf(step)
    bureau.rates.splice(0, bureau.rates.length, ...rates.filter(({ at }) => at <= on))
    if (step < 8 || chance.happens(30)) bureau.facts = [...bureau.facts, randomFact(chance, step, on)]
    else if (chance.happens(20))
      bureau.facts = bureau.facts.map((fact, at) => supersededIf(fact, at === chance.below(9), on))
    else if (chance.happens(80) && next < sampleMonths.to) {
      bureau.paysOn(on, next)
      next = (next + 1) as Month
    } else settleAndPost(bureau, on, next)
    known.push({ on, due: bureau.dueOn(on, sampleMonths) })
  }
  return { bureau, known, closed: { from: sampleMonths.from, to: next } }
}

function supersededIf(fact: KeptFact, isMeant: boolean, on: string): KeptFact {
  return isMeant && fact.supersededAt === undefined ? { ...fact, supersededAt: on } : fact
}

function settleAndPost(bureau: Bureau, on: string, to: Month): void {
  bureau.post(bureau.settlesOn(on, { from: sampleMonths.from, to }).adjustments, on)
}

const today = instantOf(59)

test('after settling, what is posted for every benefit and month is what is due, and settling again posts nothing', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const { bureau, closed } = historyOf(new Chance(seed))
      const { adjustments, held } = bureau.settlesOn(today, closed)
      const before = bureau.posted
      bureau.post(adjustments, today)

      const due = [...bureau.dueOn(today, closed).values()].filter(({ isUnknown }) => !isUnknown)
      const isHeld = new Set(held.map(({ benefit, month }) => `${benefit} ${month}`))
      const posted = Map.groupBy(bureau.posted, ({ benefit, month }) => `${benefit} ${month}`)
      const sums = [...posted].map(([key, lines]): [string, number] => [
        key,
        lines.reduce((sum, it) => sum + it.amount, 0),
      ])

      expect(new Map(sums.filter(([key, sum]) => sum !== 0 && !isHeld.has(key)))).toEqual(
        new Map(due.map(({ benefit, month, amount }) => [`${benefit} ${month}`, amount])),
      )
      expect(bureau.settlesOn(today, closed).adjustments).toEqual([])
      expect(bureau.posted.slice(0, before.length)).toEqual(before)
      for (const { causes, amount } of adjustments) {
        expect(causes.reduce((sum, part) => sum + part.amount, 0)).toBe(amount)
        expect(causes.length).toBeGreaterThan(0)
        expect(causes.filter((part) => part.cause === 'posting' || part.cause === 'unpaid')).toEqual([])
      }
    }),
    { numRuns: 150 },
  )
})

test('computed anew as of any past recording, what is due is what was due by what was known then', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const { bureau, known } = historyOf(new Chance(seed))

      for (const { on, due } of known) expect(bureau.dueOn(on, sampleMonths)).toEqual(due)
    }),
    { numRuns: 60 },
  )
})

test('a settlement does not hang on the order of the facts or of the lines', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const { bureau, closed } = historyOf(new Chance(seed))
      const asTold = bureau.settlesOn(today, closed)
      bureau.facts = bureau.facts.toReversed()
      bureau.posted = bureau.posted.toReversed()

      expect(bureau.settlesOn(today, closed)).toEqual(asTold)
    }),
    { numRuns: 60 },
  )
})
