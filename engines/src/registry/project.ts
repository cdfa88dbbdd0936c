import { plainIdNumber, plainPhone } from '@dongzhou/terms/agreement'
import type { DatedTo, Day } from '@dongzhou/terms/day'
import type { DivisionCode } from '@dongzhou/terms/division'
import type { FactKind, FactValues, KeptFact } from '@dongzhou/terms/fact'
import type { Sex } from '@dongzhou/terms/id-number'
import type { Identity } from '@dongzhou/terms/identity'
import { disputedKinds } from './disputes.ts'
import { nameKeys } from './name-keys.ts'
import { earliestOf, latestOf, mostExact } from './service-dates.ts'
import { byPreference, holdsOn, ofKind, openFacts } from './standing.ts'

/** 名册投影 (projection): the columns that lists filter and sort by, computed from a person's facts and from nothing else. */
export interface Projection {
  readonly name: string | undefined
  readonly pinyin: string
  readonly initials: string
  readonly sex: Sex | undefined
  readonly born: DatedTo | undefined
  readonly divisionCode: DivisionCode | undefined
  readonly address: string | undefined
  readonly identities: readonly Identity[]
  readonly isAlive: boolean
  readonly diedOn: DatedTo | undefined
  readonly disabilityGrade: number | undefined
  readonly disabilityNature: FactValues['disability']['nature'] | undefined
  readonly idNumber: string | undefined
  readonly phones: readonly string[]
  readonly firstEnlisted: DatedTo | undefined
  readonly lastDischarged: DatedTo | undefined
  readonly disputes: readonly FactKind[]
}

/**
 * Projects a person's facts for a day; without a day, what holds with no end in sight. Superseded facts count for nothing.
 * Service dates are history and death stays true, so neither is limited to facts that hold on the day.
 */
export function project(facts: readonly KeptFact[], today?: Day): Projection {
  const open = openFacts(facts).toSorted(byPreference)
  const holding = open.filter((fact) => holdsOn(fact, today))
  const name = ofKind(holding, 'name')[0]?.value.name
  const keys = nameKeys(name ?? '')
  const disability = ofKind(holding, 'disability')[0]?.value
  const services = ofKind(open, 'service').map((fact) => fact.value)
  const diedOn = diedBy(open, today)
  return {
    name,
    pinyin: keys.pinyin,
    initials: keys.initials,
    sex: ofKind(holding, 'sex')[0]?.value.sex,
    born: exactestDate(ofKind(holding, 'birth').map((fact) => fact.value)),
    ...placeOf(holding),
    identities: distinct(
      ofKind(holding, 'identity').map((fact) => fact.value.identity),
      String,
    ).toSorted(),
    isAlive: diedOn === undefined,
    diedOn,
    disabilityGrade: disability?.grade,
    disabilityNature: disability?.nature,
    idNumber: shown(ofKind(holding, 'id-number')[0]?.value.idNumber, plainIdNumber),
    phones: distinct(
      ofKind(holding, 'phone').map((fact) => fact.value.phone),
      plainPhone,
    ),
    firstEnlisted: earliestOf(services.flatMap((service) => service.enlisted ?? [])),
    lastDischarged: latestOf(services.flatMap((service) => service.discharged ?? [])),
    disputes: disputedKinds(open),
  }
}

// Somebody whose death is known only to the year counts as dead for that whole year: whoever asks then already knows of it.
function diedBy(open: readonly KeptFact[], today: Day | undefined): DatedTo | undefined {
  const died = exactestDate(ofKind(open, 'death').map((fact) => fact.value))
  return died && (today === undefined || died.day <= today) ? died : undefined
}

// The dates come preferred first; one that says the same more exactly takes the place of the preferred one.
function exactestDate(dates: readonly DatedTo[]): DatedTo | undefined {
  const [first] = dates
  if (!first) return undefined
  const { day, precision } = mostExact(first, dates)
  return { day, precision }
}

// The address goes with the division it was told with: one of another place would send a visitor wrong.
function placeOf(holding: readonly KeptFact[]): Pick<Projection, 'divisionCode' | 'address'> {
  const residence = ofKind(holding, 'residence')[0]?.value
  if (residence) return { divisionCode: residence.division, address: residence.address }
  const registered = ofKind(holding, 'household-registration').map((fact) => fact.value)
  const household = registered.find((value) => value.division !== undefined) ?? registered[0]
  return { divisionCode: household?.division, address: household?.address }
}

function shown(text: string | undefined, plain: (text: string) => string): string | undefined {
  return text === undefined ? undefined : plain(text)
}

function distinct<T extends string>(texts: readonly T[], plain: (text: T) => string): readonly T[] {
  const seen = new Map<string, T>()
  for (const text of texts) if (!seen.has(plain(text))) seen.set(plain(text), text)
  return [...seen.values()]
}
