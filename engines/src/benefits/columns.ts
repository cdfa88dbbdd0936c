import { type Benefit, benefits } from '@dongzhou/terms/benefit'
import type { Month } from '@dongzhou/terms/month'
import { fields, meritClasses, type PersonFacts, sharedFields } from './facts.ts'
import { kindsOf } from './kinds.ts'

/** 不知道: no date, code or amount is this number. */
export const NOT_KNOWN = -2_147_483_648

const benefitOrder = Object.keys(benefits) as readonly Benefit[]
const benefitCodes: ReadonlyMap<Benefit, number> = new Map(benefitOrder.map((benefit, at) => [benefit, at]))

/** The number that stands for a benefit in a column. */
export function benefitCode(benefit: Benefit): number {
  return benefitCodes.get(benefit) ?? -1
}

/** The benefit of a column's number. Throws RangeError for a number that is none. */
export function benefitOfCode(code: number): Benefit {
  const benefit = benefitOrder[code]
  if (benefit === undefined) throw new RangeError(`no benefit ${code}`)
  return benefit
}

/**
 * 事实列 (columns): the facts of many people, one typed array a field. The stretches, awards and merits of person `p` are the rows from
 * `…Start[p]` up to `…Start[p + 1]`. One person on a screen is columns of one: the rules know no other form.
 */
export class Columns {
  readonly people: number
  private kinds: Int32Array | undefined = undefined
  readonly stretchStart: Int32Array
  readonly stretchFrom: Int32Array
  /** One column for each of `fields`, in that order. */
  readonly fields: readonly Int32Array[]
  readonly awardStart: Int32Array
  readonly awardBenefit: Int32Array
  readonly awardApproved: Int32Array
  readonly awardFrom: Int32Array
  readonly awardTo: Int32Array
  readonly awardYears: Int32Array
  readonly meritStart: Int32Array
  readonly meritClass: Int32Array
  readonly meritOn: Int32Array
  readonly meritWartime: Int32Array

  /** Room for so many people, stretches, awards and merits, nothing known yet. */
  constructor(size: { people: number; stretches: number; awards: number; merits: number }) {
    this.people = size.people
    const column = (length: number) => new Int32Array(length).fill(NOT_KNOWN)
    this.stretchStart = new Int32Array(size.people + 1)
    this.stretchFrom = column(size.stretches)
    this.fields = fields.map(() => column(size.stretches))
    this.awardStart = new Int32Array(size.people + 1)
    this.awardBenefit = column(size.awards)
    this.awardApproved = column(size.awards)
    this.awardFrom = column(size.awards)
    this.awardTo = column(size.awards)
    this.awardYears = column(size.awards)
    this.meritStart = new Int32Array(size.people + 1)
    this.meritClass = column(size.merits)
    this.meritOn = column(size.merits)
    this.meritWartime = column(size.merits)
  }

  /**
   * 同类号: awards of one kind have the same benefit, months and years, their people the same in all `sharedFields`, and other awards of
   * the same kinds in the same order. Of people with several stretches the first is taken: a kind says nothing of the others. Worked out
   * when first asked for, and kept.
   */
  get awardKind(): Int32Array {
    this.kinds ??= kindsOfAwards(this)
    return this.kinds
  }
}

/** The columns of some people, in their order. A person without a stretch has one in which nothing is known. */
export function columnsOf(people: readonly PersonFacts[]): Columns {
  const count = (of: (person: PersonFacts) => number) => people.reduce((sum, person) => sum + of(person), 0)
  const columns = new Columns({
    people: people.length,
    stretches: count(({ stretches }) => Math.max(1, stretches.length)),
    awards: count(({ awards }) => awards.length),
    merits: count(({ merits }) => merits.length),
  })
  for (const [at, person] of people.entries()) {
    fillStretches(columns, at, person)
    fillAwards(columns, at, person)
    fillMerits(columns, at, person)
  }
  return columns
}

/** Several columns as one, their people one after the other: a large county is read in portions and asked as a whole. */
export function joinColumns(portions: readonly Columns[]): Columns {
  const count = (of: (columns: Columns) => number) => portions.reduce((sum, columns) => sum + of(columns), 0)
  const whole = new Columns({
    people: count(({ people }) => people),
    stretches: count(({ stretchFrom }) => stretchFrom.length),
    awards: count(({ awardBenefit }) => awardBenefit.length),
    merits: count(({ meritClass }) => meritClass.length),
  })
  const at = { person: 0, stretch: 0, award: 0, merit: 0 }
  for (const part of portions) {
    placeStarts(whole.stretchStart, part.stretchStart, at.person, at.stretch)
    placeStarts(whole.awardStart, part.awardStart, at.person, at.award)
    placeStarts(whole.meritStart, part.meritStart, at.person, at.merit)
    whole.stretchFrom.set(part.stretchFrom, at.stretch)
    for (const [name, column] of part.fields.entries()) whole.fields[name]?.set(column, at.stretch)
    for (const name of AWARD_COLUMNS) whole[name].set(part[name], at.award)
    for (const name of MERIT_COLUMNS) whole[name].set(part[name], at.merit)
    at.person += part.people
    at.stretch += part.stretchFrom.length
    at.award += part.awardBenefit.length
    at.merit += part.meritClass.length
  }
  return whole
}

function kindsOfAwards(columns: Columns): Int32Array {
  const { awardBenefit, awardFrom, awardTo, awardYears } = columns
  const shared = sharedFields.flatMap((at) => columns.fields[at] ?? [])
  const ofStretches = kindsOf(shared, columns.stretchFrom.length, NOT_KNOWN)
  const ofPeople = new Int32Array(awardBenefit.length)
  for (let person = 0; person < columns.people; person += 1) {
    const kind = ofStretches[columns.stretchStart[person] ?? 0] ?? 0
    ofPeople.fill(kind, columns.awardStart[person], columns.awardStart[person + 1])
  }
  const alone = kindsOf([ofPeople, awardBenefit, awardFrom, awardTo, awardYears], awardBenefit.length, NOT_KNOWN)
  return kindsOf([alone, ...besideOthers(columns, alone)], awardBenefit.length, NOT_KNOWN)
}

/** For awards of people who have several: all their kinds as one number, and the place among them. */
function besideOthers({ people, awardStart }: Columns, kinds: Int32Array): readonly Int32Array[] {
  const together = new Int32Array(kinds.length).fill(NOT_KNOWN)
  const place = new Int32Array(kinds.length).fill(NOT_KNOWN)
  const numbers = new Map<string, number>()
  for (let person = 0; person < people; person += 1) {
    const [first, end] = [awardStart[person] ?? 0, awardStart[person + 1] ?? 0]
    if (end - first < 2) continue
    const all = kinds.subarray(first, end).join()
    const number = numbers.get(all) ?? numbers.size
    numbers.set(all, number)
    together.fill(number, first, end)
    for (let award = first; award < end; award += 1) place[award] = award - first
  }
  return [together, place]
}

const AWARD_COLUMNS = ['awardBenefit', 'awardApproved', 'awardFrom', 'awardTo', 'awardYears'] as const
const MERIT_COLUMNS = ['meritClass', 'meritOn', 'meritWartime'] as const

function placeStarts(whole: Int32Array, part: Int32Array, person: number, row: number): void {
  for (let at = 1; at < part.length; at += 1) whole[person + at] = (part[at] ?? 0) + row
}

const NOTHING_KNOWN: PersonFacts['stretches'][number] = { from: 0 as Month }

function fillStretches(columns: Columns, person: number, { stretches }: PersonFacts): void {
  let row = columns.stretchStart[person] ?? 0
  for (const stretch of stretches.length === 0 ? [NOTHING_KNOWN] : stretches) {
    columns.stretchFrom[row] = stretch.from
    for (const [at, field] of fields.entries()) columns.fields[at]?.fill(stretch[field] ?? NOT_KNOWN, row, row + 1)
    row += 1
  }
  columns.stretchStart[person + 1] = row
}

function fillAwards(columns: Columns, person: number, { awards }: PersonFacts): void {
  let row = columns.awardStart[person] ?? 0
  for (const award of awards) {
    columns.awardBenefit[row] = benefitCode(award.benefit)
    columns.awardApproved[row] = award.approved
    columns.awardFrom[row] = award.from ?? NOT_KNOWN
    columns.awardTo[row] = award.to ?? NOT_KNOWN
    columns.awardYears[row] = award.years ?? NOT_KNOWN
    row += 1
  }
  columns.awardStart[person + 1] = row
}

function fillMerits(columns: Columns, person: number, { merits }: PersonFacts): void {
  let row = columns.meritStart[person] ?? 0
  for (const merit of merits) {
    columns.meritClass[row] = meritClasses.indexOf(merit.class)
    columns.meritOn[row] = merit.on
    columns.meritWartime[row] = merit.wartime ? 1 : 0
    row += 1
  }
  columns.meritStart[person + 1] = row
}
