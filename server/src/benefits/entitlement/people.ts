import type { BeneficiaryLine } from '@dongzhou/contract/benefits-views'
import { benefitFactKinds, type PersonFacts, personFactsOf } from '@dongzhou/engines/benefits'
import type { Benefit } from '@dongzhou/terms/benefit'
import type { Day } from '@dongzhou/terms/day'
import { ageOn } from '@dongzhou/terms/day'
import type { DivisionCode } from '@dongzhou/terms/division'
import type { KeptFact } from '@dongzhou/terms/fact'
import { Fault, requireMay } from '../../platform/fault.ts'
import type { Setting } from '../../platform/setting.ts'
import {
  divisionNames,
  listPeopleByIds,
  listPeopleWithFacts,
  type Person,
  type PersonWithFacts,
} from '../../registry/index.ts'
import { mayReadBenefits } from '../policy.ts'

/** Somebody on file as the rules see them, with the facts they were made of. */
export interface Beneficiary {
  readonly id: number
  readonly version: number
  readonly division: DivisionCode
  readonly kept: readonly KeptFact[]
  readonly facts: PersonFacts
}

/** The next page of everybody listed, or of those only who have or had an award, as the rules see them. */
export async function listBeneficiaries(
  setting: Setting,
  page: {
    readonly after: number
    readonly size: number
    readonly holding?: 'award' | undefined
    readonly through?: number | undefined
  },
  asKnownOn?: string,
): Promise<readonly Beneficiary[]> {
  return (await listPeopleWithFacts(setting, { kinds: benefitFactKinds, of: page, asKnownOn })).map(toBeneficiary)
}

/** Some people as the rules see them; those merged or withdrawn are left out. */
export async function listBeneficiariesOf(
  setting: Setting,
  ids: readonly number[],
  asKnownOn?: string,
): Promise<readonly Beneficiary[]> {
  const people = await listPeopleWithFacts(setting, { kinds: benefitFactKinds, of: { ids }, asKnownOn })
  return people.filter(({ isListed }) => isListed).map(toBeneficiary)
}

/** One person as the rules and as the screens see them; the fault says why not. */
export async function getBeneficiary(
  setting: Setting,
  personId: number,
  asKnownOn?: string,
): Promise<Beneficiary & { readonly person: Person }> {
  const [person] = await listPeopleByIds(setting, [personId])
  if (!person) throw new Fault('registry.person-not-found')
  requireMay(mayReadBenefits(setting.clerk, person))
  if (person.mergedInto !== undefined) throw new Fault('registry.person-merged', { mergedInto: person.mergedInto })
  const [found] = await listBeneficiariesOf(setting, [personId], asKnownOn)
  if (!found) throw new Fault('registry.person-not-found')
  return { ...found, person }
}

/** The fact behind an award of the rules: decisions that say the same of a benefit are one award. */
export function awardFactOf(
  kept: readonly KeptFact[],
  facts: PersonFacts,
  award: number,
): KeptFact<'award'> | undefined {
  const asked = facts.awards[award]
  if (!asked) return undefined
  const same = awardFacts(kept).filter(
    ({ value }) => value.benefit === asked.benefit && Number(value.approved.replaceAll('-', '')) === asked.approved,
  )
  return same.find(({ validFrom }) => (validFrom === undefined) === (asked.from === undefined)) ?? same[0]
}

/** The place of an award among the person's awards, by its fact; -1 where there is none. */
export function placeOfAward({ facts, kept }: Pick<Beneficiary, 'facts' | 'kept'>, awardFactId: number): number {
  if (awardFactId === 0) return -1
  return facts.awards.findIndex((_, at) => awardFactOf(kept, facts, at)?.id === awardFactId)
}

/** 待遇核定 of a benefit among the facts of a person. */
export function awardFacts(kept: readonly KeptFact[], benefit?: Benefit): readonly KeptFact<'award'>[] {
  return kept.filter(
    (fact): fact is KeptFact<'award'> =>
      fact.kind === 'award' && (benefit === undefined || fact.value.benefit === benefit),
  )
}

/** People as lists of benefits show them, by id. Those the caller may not see are not among them. */
export async function beneficiaryLines(
  setting: Setting,
  ids: readonly number[],
): Promise<ReadonlyMap<number, BeneficiaryLine>> {
  const people = await listPeopleByIds(setting, [...new Set(ids)])
  const names = await divisionNames(
    setting,
    people.map(({ division }) => division),
  )
  return new Map(people.map((person) => [person.id, beneficiaryLine(person, names, setting.today)]))
}

export function beneficiaryLine(person: Person, names: ReadonlyMap<string, string>, today: Day): BeneficiaryLine {
  return {
    id: person.id,
    name: person.name,
    age: person.born === undefined ? null : ageOn(person.born as Day, (person.diedOn ?? today) as Day),
    isAlive: person.isAlive,
    division: { code: person.division, name: names.get(person.division) ?? person.division },
    identities: person.identities,
  }
}

function toBeneficiary({ id, version, division, facts }: PersonWithFacts): Beneficiary {
  return { id, version, division, kept: facts, facts: personFactsOf(facts) }
}
