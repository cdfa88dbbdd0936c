import { type Benefit, benefits } from '@dongzhou/terms/benefit'
import { addDays, day, daysInMonth } from '@dongzhou/terms/day'
import type { Month } from '@dongzhou/terms/month'
import { type Rate, type RateKind, type RateUnit, rateKinds } from '@dongzhou/terms/rate'
import {
  type Award,
  arrangements,
  careModes,
  deathCauses,
  employments,
  type Field,
  fields,
  grounds,
  honours,
  insurances,
  leavings,
  loneKinds,
  type Merit,
  meritClasses,
  natures,
  type PersonFacts,
  regions,
  relations,
  type Stretch,
  students,
  survivorKinds,
} from './facts.ts'
import { aRate } from './sample-book.ts'

/** Chance for tests: the same seed gives the same answers. */
export class Chance {
  private state: number

  constructor(seed: number) {
    this.state = seed >>> 0
  }

  /** A whole number from 0 up to, not including, `end`. */
  below(end: number): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % end
  }

  happens(percent: number): boolean {
    return this.below(100) < percent
  }

  oneOf<const T>(these: readonly T[]): T {
    const one = these[this.below(these.length)]
    if (one === undefined) throw new RangeError('nothing to choose from')
    return one
  }
}

/** The months that random people and books change in: 24 of them, over a change of law and a turn of the year. */
export const sampleMonths = { from: (2024 * 12) as Month, to: (2026 * 12) as Month }

/** Somebody of whom anything may be known, wrong, missing or exact to the month only. */
export function randomPerson(chance: Chance): PersonFacts {
  const life = randomFields(chance)
  const stretches: Stretch[] = [{ from: 0 as Month, ...life }]
  while (chance.happens(35) && stretches.length < 4) {
    const from = ((stretches.at(-1)?.from || sampleMonths.from - 6) + 1 + chance.below(12)) as Month
    stretches.push({ from, ...life, ...changed(chance) })
  }
  const awards = Array.from({ length: chance.below(5) }, () => randomAward(chance))
  const merits = Array.from({ length: chance.below(3) }, () => randomMerit(chance))
  return { stretches, awards, merits }
}

// Everything may change from one stretch to the next, most of it does not.
function changed(chance: Chance): { readonly [F in Field]?: number | undefined } {
  const fresh = Object.entries(randomFields(chance))
  return Object.fromEntries(fresh.filter(() => chance.happens(20)))
}

function randomFields(chance: Chance): { readonly [F in Field]?: number | undefined } {
  return Object.fromEntries(fields.filter(() => chance.happens(80)).map((name) => [name, randomValue(chance, name)]))
}

const codesOf: { readonly [F in Field]?: readonly string[] } = {
  nature: natures,
  natureBefore: natures,
  care: careModes,
  survivorOf: survivorKinds,
  relation: relations,
  ground: grounds,
  lone: loneKinds,
  deathCause: deathCauses,
  insurance: insurances,
  employment: employments,
  region: regions,
  student: students,
  leaving: leavings,
  arrangement: arrangements,
  honour: honours,
}

const yearsOf: { readonly [F in Field]?: readonly [number, number] } = {
  born: [1935, 2010],
  died: [2023, 2026],
  rated: [2019, 2026],
  enlisted: [1950, 2024],
  discharged: [1955, 2026],
  conscriptFrom: [1950, 2024],
  conscriptTo: [1955, 2026],
  conscriptApproved: [2022, 2025],
  conscriptLeft: [2023, 2026],
  reported: [2023, 2026],
  letter: [2023, 2026],
}

function randomValue(chance: Chance, name: Field): number | undefined {
  const codes = codesOf[name]
  if (codes) return chance.below(codes.length)
  const years = yearsOf[name]
  if (years) return rarely(chance, name === 'died' ? 15 : 90, () => randomDate(chance, years))
  switch (name) {
    case 'identities':
      return chance.happens(20) ? 2 ** chance.below(14) : (2 ** chance.below(14)) | (2 ** chance.below(14)) | 1
    case 'grade':
      return 1 + chance.below(10)
    case 'basePay':
      return chance.below(2_000_000)
    case 'income':
      return chance.below(10_000_000)
    case 'suspended':
      return chance.happens(15) ? 1 : 0
    default:
      return chance.below(2)
  }
}

function rarely(chance: Chance, percent: number, give: () => number): number | undefined {
  return chance.happens(percent) ? give() : undefined
}

function randomDate(chance: Chance, [from, to]: readonly [number, number]): number {
  const year = from + chance.below(to - from + 1)
  const ofYear = 1 + chance.below(12)
  if (chance.happens(5)) return year * 10_000
  const ofMonth = 1 + chance.below(daysInMonth(year, ofYear))
  return year * 10_000 + ofYear * 100 + (chance.happens(5) ? 0 : ofMonth)
}

const everyBenefit = Object.keys(benefits) as readonly Benefit[]

function randomAward(chance: Chance): Award {
  const from = sampleMonths.from - 12 + chance.below(36)
  return {
    benefit: chance.oneOf(everyBenefit),
    approved: randomDate(chance, [2022, 2026]),
    from: chance.happens(30) ? (from as Month) : undefined,
    to: chance.happens(30) ? ((from + chance.below(24)) as Month) : undefined,
    years: chance.happens(30) ? 1 + chance.below(8) : undefined,
  }
}

function randomMerit(chance: Chance): Merit {
  return { class: chance.oneOf(meritClasses), on: randomDate(chance, [2022, 2026]), wartime: chance.happens(20) }
}

/** A rate book of which most rows are there; each may change once or twice within the months, and some are missing for a while. */
export function randomRates(chance: Chance): readonly Rate[] {
  return (Object.keys(rateKinds) as readonly RateKind[]).flatMap((kind) =>
    rateKinds[kind].keys.flatMap((key) => (chance.happens(92) ? randomRows(chance, kind, key) : [])),
  )
}

function randomRows(chance: Chance, kind: RateKind, key: string): readonly Rate[] {
  const rows: Rate[] = []
  let from = day('1949-10-01')
  const changes = rateKinds[kind].group === 'index' ? 3 : chance.below(3)
  for (let at = 0; at <= changes; at += 1) {
    const next = at === changes ? undefined : addDays(day('2023-01-01'), at * 365 + chance.below(330))
    rows.push(aRate({ kind, key, ...randomContent(chance, kind), validFrom: from, validTo: next }))
    from = next ?? from
  }
  return chance.happens(90) ? rows : rows.slice(1)
}

const unitsOf: { readonly [K in RateKind]?: readonly RateUnit[] } = {
  'rural-veteran-subsidy': ['fen-a-month-a-service-year', 'fen-a-year-a-service-year'],
  'care-allowance': ['percent-of-base'],
  'conscript-allowance': ['fen-a-year', 'percent-of-base'],
  'conscript-region': ['increment-percent', 'multiple-percent', 'fen-a-year'],
  'conscript-student': ['increment-percent', 'fen'],
  'conscript-merit': ['increment-percent', 'fen'],
  'merit-news-money': ['fen'],
  'martyr-praise-money': ['times'],
  'death-lump-sum-income': ['times'],
  'death-lump-sum-pay': ['months'],
  'death-lump-sum-honour': ['increment-percent'],
  'continued-months': ['months'],
  'discharge-pay': ['fen-a-year-a-service-year'],
  'discharge-pay-honour': ['increment-percent'],
  'discharge-local-base': ['fen'],
  'discharge-local-base-years': ['years'],
  'discharge-local-year': ['increment-percent'],
  'placement-wait-subsidy': ['percent-of-base'],
  age: ['age'],
  'enlisted-from': ['date'],
  'enlisted-before': ['date'],
  'conscript-years': ['years'],
  'adult-by': ['date'],
  'urban-disposable-income': ['fen-a-year'],
  'average-wage': ['fen-a-year'],
  'employee-wage': ['fen-a-year'],
  'minimum-wage': ['fen-a-month'],
  'lieutenant-pay': ['fen-a-month'],
}

const valuesOf: { readonly [U in RateUnit]?: readonly [number, number] } = {
  'percent-of-base': [1000, 9000],
  'increment-percent': [500, 30_000],
  'multiple-percent': [10_000, 30_000],
  times: [100, 3000],
  months: [1, 40],
  years: [1, 3],
  age: [18, 62],
  'fen-a-year': [100_000, 12_000_000],
  'fen-a-month': [1000, 300_000],
  'fen-a-month-a-service-year': [1000, 9000],
  'fen-a-year-a-service-year': [10_000, 600_000],
  fen: [10_000, 9_000_000],
}

function randomContent(chance: Chance, kind: RateKind): Partial<Rate> {
  const { choices } = { choices: undefined, ...rateKinds[kind] }
  if (choices !== undefined) return { choice: chance.oneOf(Object.keys(choices)), unit: 'choice' }
  const unit = chance.oneOf(unitsOf[kind] ?? ['fen-a-month', 'fen-a-year'])
  const base = baseOf(unit, kind)
  const rounding = { mode: chance.oneOf(['half-up', 'up', 'down']), unit: chance.oneOf([1, 10, 100] as const) } as const
  if (unit === 'date') return { unit, value: kind === 'enlisted-from' ? 19541101 : 20111101, rounding }
  const [least, most] = valuesOf[unit] ?? [1, 100]
  return { unit, value: least + chance.below(most - least + 1), rounding, ...(base && { base }) }
}

function baseOf(unit: RateUnit, kind: RateKind): RateKind | undefined {
  if (unit === 'times') return 'urban-disposable-income'
  if (unit !== 'percent-of-base') return undefined
  if (kind === 'care-allowance') return 'average-wage'
  return kind === 'placement-wait-subsidy' ? 'minimum-wage' : 'urban-disposable-income'
}
