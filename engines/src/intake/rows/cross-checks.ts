import { ageOn, type DatedTo, dayText, findDayOf, partsOf } from '@dongzhou/terms/day'
import type { Sex } from '@dongzhou/terms/id-number'
import { held, warned } from '../complaint.ts'
import type { FieldFlaw, RowCheck, RowValues } from '../ledger.ts'
import type { Value } from '../reader.ts'

/** 出生日期与身份证号: compared as exactly as the birth date is known. Both may be true on paper, so it only warns. */
export const birthAgreesWithId: RowCheck = (values) => {
  const { birth, idNumber } = values
  if (typeof idNumber !== 'string' || !isDated(birth)) return undefined
  const byId = birthOfId(idNumber)
  const length = LENGTHS[birth.precision]
  if (byId === undefined || birth.day.slice(0, length) === byId.day.slice(0, length)) return undefined
  const what = `出生日期为 ${dayText(birth.day, birth.precision)}，身份证号中为 ${dayText(byId.day)}。请核对证件（档案为农历的，以证件为准），或留待核实。`
  return { field: 'birth', flaw: warned('birth-differs-from-id', what) }
}

/** 性别与身份证号: the 17th digit is odd for men. One of the two is wrong, or the number is another person's. */
export const sexAgreesWithId: RowCheck = (values) => {
  const { sex, idNumber } = values
  if (typeof idNumber !== 'string' || typeof sex !== 'string') return undefined
  const byId = sexOfId(idNumber)
  if (sex === byId) return undefined
  const what = `填“${sexText(sex)}”，身份证号显示为“${sexText(byId)}”。请核对证件后改正其中一项，或留待核实。`
  return { field: 'sex', flaw: held('sex-differs-from-id', what) }
}

/** 退役不早于入伍, as exactly as both are known. */
export const dischargedAfterEnlisted: RowCheck = (values) => {
  const { enlisted, discharged } = values
  if (!isDated(enlisted) || !isDated(discharged) || !isEarlier(discharged, enlisted)) return undefined
  const what = `退役时间（${dayText(discharged.day, discharged.precision)}）早于入伍时间（${dayText(enlisted.day, enlisted.precision)}）。请核对退役证后改正，或留待核实。`
  return { field: 'discharged', flaw: held('discharged-before-enlisted', what) }
}

const YOUNGEST_POSSIBLE = 12
const YOUNGEST_USUAL = 15
const OLDEST_USUAL = 35

/** 入伍年龄: below 12 nobody enlisted; below 15 or above 35 it happened, but seldom. */
export const enlistedAtPossibleAge: RowCheck = (values) => {
  const { enlisted } = values
  const born = birthOf(values)
  if (!isDated(enlisted) || born === undefined) return undefined
  // A year-only enlistment stands at 1 January: count the whole year, or boys of the class of December would be a year young.
  const age = enlisted.precision === 'day' ? ageOn(born.day, enlisted.day) : yearsBetween(born, enlisted)
  if (age >= YOUNGEST_USUAL && age <= OLDEST_USUAL) return undefined
  const what = `按出生日期推算，入伍时 ${age} 岁，不合常理。请核对入伍时间和出生日期，或留待核实。`
  return {
    field: 'enlisted',
    flaw: age < YOUNGEST_POSSIBLE ? held('enlisted-age', what) : warned('enlisted-age', what),
  }
}

/** The checks of everybody who served. */
export const servicePersonChecks: readonly RowCheck[] = [
  birthAgreesWithId,
  sexAgreesWithId,
  dischargedAfterEnlisted,
  enlistedAtPossibleAge,
]

/** Runs a ledger's checks over one row. */
export function checkRow(
  checks: readonly RowCheck[],
  values: RowValues,
  today: Parameters<RowCheck>[1],
): readonly FieldFlaw[] {
  let flaws: FieldFlaw[] | undefined
  for (const check of checks) {
    const flaw = check(values, today)
    if (flaw) {
      flaws ??= []
      flaws.push(flaw)
    }
  }
  return flaws ?? NONE
}

const NONE: readonly FieldFlaw[] = []

/** Is a value a day with its precision? */
export function isDated(value: Value | undefined): value is DatedTo {
  return typeof value === 'object' && 'precision' in value
}

/** The birth day of a row: as stated, else as the ID number has it. */
export function birthOf({ birth, idNumber }: RowValues): DatedTo | undefined {
  if (isDated(birth)) return birth
  return typeof idNumber === 'string' ? birthOfId(idNumber) : undefined
}

/** The birth day inside a valid ID number. */
export function birthOfId(idNumber: string): DatedTo | undefined {
  const day = findDayOf(Number(idNumber.slice(6, 10)), Number(idNumber.slice(10, 12)), Number(idNumber.slice(12, 14)))
  return day && { day, precision: 'day' }
}

/** The sex inside a valid ID number: the 17th digit is odd for men. */
export function sexOfId(idNumber: string): Sex {
  return Number(idNumber[16]) % 2 === 1 ? 'male' : 'female'
}

function yearsBetween(from: DatedTo, to: DatedTo): number {
  return partsOf(to.day).year - partsOf(from.day).year
}

const LENGTHS = { day: 10, month: 7, year: 4 } as const

/** Is one date before the other, as exactly as both are known? */
export function isEarlier(one: DatedTo, other: DatedTo): boolean {
  const length = Math.min(LENGTHS[one.precision], LENGTHS[other.precision])
  return one.day.slice(0, length) < other.day.slice(0, length)
}

function sexText(sex: string): string {
  return sex === 'male' ? '男' : '女'
}
