import { chinaDayOf, factsAsKnownOn, project } from '@dongzhou/engines/registry'
import { type Day, findDay } from '@dongzhou/terms/day'
import type { PersonFact } from './facts.sql.ts'
import type { Person } from './people.sql.ts'

/** A person's file at an instant of our knowledge: what we then held for true, and how old they were on that day. */
export interface PersonAsKnown {
  readonly person: Person
  readonly facts: readonly PersonFact[]
  readonly on: Day
}

/**
 * 按某日所知 (as known on): the facts learnt by a day (to its end, in China) or an instant and not superseded by then, with the header
 * computed from them alone. Undefined when nothing was known yet. Facts that a merge brought over count as this file's own.
 */
export function personAsKnown(
  person: Person,
  facts: readonly PersonFact[],
  asKnownOn: string,
): PersonAsKnown | undefined {
  const instant = findDay(asKnownOn) === undefined ? asKnownOn : `${asKnownOn}T23:59:59.999999+08:00`
  const known = factsAsKnownOn(facts, instant).map((fact) => ({ ...fact, supersededBecause: undefined }))
  if (known.length === 0) return undefined
  const on = chinaDayOf(instant)
  const then = project(known, on)
  return {
    on,
    facts: known,
    person: {
      ...person,
      name: then.name ?? '（当时未登记姓名）',
      sex: then.sex,
      born: then.born?.day,
      bornPrecision: then.born?.precision,
      division: then.divisionCode ?? person.division,
      address: then.address,
      identities: then.identities,
      isAlive: then.isAlive,
      diedOn: then.diedOn?.day,
      disabilityGrade: then.disabilityGrade,
      idNumber: then.idNumber,
      phone: then.phones[0],
      enlistedOn: then.firstEnlisted?.day,
      dischargedOn: then.lastDischarged?.day,
      disputes: then.disputes,
    },
  }
}
