import { addDays, ageOn, type Day, day, findDayOf, partsOf } from '@dongzhou/terms/day'
import { entitledIdentities, type Identity } from '@dongzhou/terms/identity'
import type { Chance } from './chance.ts'
import type { Service } from './service.ts'

/** The day on which the synthetic bureau is looked at: ages, deaths and entitlements hold on it. */
export const demoDay: Day = day('2025-06-30')

export interface HeldIdentity {
  readonly identity: Identity
  readonly since: Day
  readonly certificate: string | undefined
}

export interface Disability {
  readonly grade: number
  readonly nature: 'war' | 'duty' | 'illness'
}

/** What is already settled about a person when identities are decided. */
export interface Circumstances {
  readonly born: Day
  readonly service: Service | undefined
  readonly livesRural: boolean
  readonly hasWorkerPension: boolean
  readonly died: Day | undefined
}

export interface Standing {
  readonly identities: readonly HeldIdentity[]
  readonly disability: Disability | undefined
}

/** 身份 (identities) of a veteran, one consistent with another and with age, service and pension. */
export function veteranStanding(chance: Chance, of: Circumstances & { readonly service: Service }): Standing {
  const { service } = of
  const disability = chance.happens(service.campaign ? 0.14 : 0.04)
    ? disabilityFor(chance, service.campaign !== undefined)
    : undefined
  const held: HeldIdentity[] = [
    heldFrom('veteran', service.discharged, undefined),
    ...(disability ? [heldFrom('disabled-veteran', service.discharged, `苏军J${chance.digits(6)}`)] : []),
    ...earnedInService(service),
  ]
  if (mayBeIllReturned(of, disability) && chance.happens(0.02))
    held.push(heldFrom('ill-returned-veteran', later(service.discharged, '1980-01-01'), undefined))
  if (service.category === '军官' && ageOn(of.born, demoDay) >= 60 && chance.happens(0.12))
    held.push(heldFrom('retired-cadre', birthdayMonth(of.born, 60), undefined))
  const sixty = ruralVeteranSince(of, held)
  if (sixty && chance.happens(0.94)) held.push(heldFrom('rural-veteran-60', sixty, undefined))
  return { identities: held.filter((it) => hasBegun(it, of.died)), disability }
}

function earnedInService(service: Service): readonly HeldIdentity[] {
  const { discharged } = service
  const held: HeldIdentity[] = []
  // 抚恤优待条例 art. 62: those who enlisted before 31 October 1954 are the 在乡复员军人.
  if (service.enlisted <= '1954-10-31') held.push(heldFrom('demobilised-veteran', discharged, undefined))
  if (service.campaign) held.push(heldFrom('war-participant', later(discharged, '2007-08-01'), undefined))
  if (service.tookPartInNuclearTests)
    held.push(heldFrom('nuclear-test-participant', later(discharged, '2007-08-01'), undefined))
  return held
}

/** 优抚家庭身份: the identity of somebody who is owed something because of a relative. */
export function familyStanding(chance: Chance, of: Circumstances): Standing {
  const age = ageOn(of.born, demoDay)
  const identity = chance.of<Identity>(familyIdentities(age))
  const from =
    identity === 'martyr-child' ? later(birthdayMonth(of.born, 60), '2012-07-01') : sinceWhen(chance, of.born)
  const certificate = identity === 'survivor-of-martyr' ? `苏烈字第${chance.digits(6)}号` : undefined
  const held = heldFrom(identity, from, certificate)
  return {
    identities: hasBegun(held, of.died) ? [held] : [],
    disability: undefined,
  }
}

/** So many days after (or before) a day, but no later than the demonstration and before the person's death. */
export function dayAfter(on: Day, days: number, died: Day | undefined): Day {
  const last = died === undefined ? demoDay : addDays(died, -1)
  const wished = addDays(on, days)
  if (wished > last) return last
  return wished
}

/** Does one of the identities draw regular money (重点优抚对象)? */
export function isEntitled(identities: readonly HeldIdentity[]): boolean {
  return identities.some((it) => entitledIdentities.includes(it.identity))
}

function hasBegun(held: HeldIdentity, died: Day | undefined): boolean {
  return died === undefined ? held.since <= demoDay : held.since < died
}

// 因病 has grades 1 to 6 only (条例 art. 27); light grades are by far the most frequent.
function disabilityFor(chance: Chance, foughtInWar: boolean): Disability {
  const nature = foughtInWar && chance.happens(0.7) ? 'war' : chance.happens(0.75) ? 'duty' : 'illness'
  const grades = nature === 'illness' ? [3, 4, 5, 5, 6, 6, 6] : [2, 3, 4, 5, 6, 6, 7, 7, 8, 8, 8, 9, 9, 9, 10, 10, 10]
  return { grade: chance.of(grades), nature }
}

function mayBeIllReturned(
  of: Circumstances & { readonly service: Service },
  disability: Disability | undefined,
): boolean {
  const { enlisted, category } = of.service
  return disability === undefined && of.livesRural && category === '义务兵' && enlisted >= '1954-11-01'
}

/**
 * 民发〔2011〕110号: enlisted 1954-11-01 to 2011-10-31, home in the countryside, no worker's pension, no other regular
 * allowance; from the month of the sixtieth birthday, not before August 2011.
 */
function ruralVeteranSince(
  of: Circumstances & { readonly service: Service },
  held: readonly HeldIdentity[],
): Day | undefined {
  const { enlisted, category } = of.service
  const fits = enlisted >= '1954-11-01' && enlisted < '2011-11-01' && category === '义务兵'
  if (!fits || !of.livesRural || of.hasWorkerPension || isEntitled(held)) return undefined
  if (ageOn(of.born, demoDay) < 60) return undefined
  return later(birthdayMonth(of.born, 60), '2011-08-01')
}

function familyIdentities(age: number): readonly Identity[] {
  const survivors: readonly Identity[] = [
    'survivor-of-martyr',
    'survivor-of-duty-death',
    'survivor-of-illness-death',
    'survivor-of-illness-death',
  ]
  if (age >= 60) return [...survivors, 'martyr-child', 'martyr-child']
  return age >= 40 && age <= 56 ? ['conscript-family', 'conscript-family', 'serving-family', ...survivors] : survivors
}

function sinceWhen(chance: Chance, born: Day): Day {
  const { year } = partsOf(born)
  return firstOf(chance.between(Math.max(year + 18, 1985), 2024), chance.between(1, 12))
}

// The first of the month after the birthday: by then the age is reached on any calendar.
function birthdayMonth(born: Day, age: number): Day {
  const { year, month } = partsOf(born)
  return month === 12 ? firstOf(year + age + 1, 1) : firstOf(year + age, month + 1)
}

function firstOf(year: number, month: number): Day {
  return findDayOf(year, month, 1) ?? demoDay
}

function heldFrom(identity: Identity, since: Day, certificate: string | undefined): HeldIdentity {
  return { identity, since, certificate }
}

function later(one: Day, other: string): Day {
  return one >= other ? one : day(other)
}
