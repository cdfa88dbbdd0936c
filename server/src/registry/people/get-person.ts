import type { PersonFile } from '@dongzhou/contract/registry'
import { factKinds } from '@dongzhou/terms/fact'
import { mayAt } from '../../platform/clerk.ts'
import { Fault, requireMay } from '../../platform/fault.ts'
import type { Setting } from '../../platform/setting.ts'
import { divisionNames } from '../divisions/divisions.sql.ts'
import { mayReadPerson } from '../policy.ts'
import { presentFact, presentPerson, presentRelation } from '../present.ts'
import { listFactsOf, type PersonFact } from './facts.sql.ts'
import { findHouseholdOf, listMembers } from './households.sql.ts'
import { findPerson, type Person } from './people.sql.ts'
import { type PersonAsKnown, personAsKnown } from './person-as-known.ts'
import { listRelations } from './relations.sql.ts'

export interface GetPerson {
  readonly id: number
  readonly asKnownOn?: string | undefined
}

/** 一人一档: everything on file about a person; with `asKnownOn`, what was known then, for reading only. */
export async function getPerson(setting: Setting, { id, asKnownOn }: GetPerson): Promise<PersonFile> {
  const person = await findPerson(setting, id)
  if (!person) throw new Fault('registry.person-not-found')
  requireMay(mayReadPerson(setting.clerk, person))
  const facts = await listFactsOf(setting, [id], 'all')
  if (asKnownOn !== undefined) return fileAsKnown(setting, person, facts, asKnownOn)
  return {
    ...(await presentFile(setting, { person, facts, on: setting.today })),
    relations: (await listRelations(setting, id)).map(presentRelation),
    household: await presentHousehold(setting, id),
    asKnownOn: null,
    may: {
      write: mayAt(setting.clerk, 'registry.write', person.division) === 'yes',
      open: mayAt(setting.clerk, 'registry.open', person.division) === 'yes',
    },
  }
}

async function fileAsKnown(
  setting: Setting,
  person: Person,
  facts: readonly PersonFact[],
  asKnownOn: string,
): Promise<PersonFile> {
  const known = personAsKnown(person, facts, asKnownOn)
  if (!known) throw new Fault('registry.not-known-then')
  const file = await presentFile(setting, known)
  return { ...file, relations: [], household: null, asKnownOn, may: { write: false, open: false } }
}

async function presentFile(setting: Setting, { person, facts, on }: PersonAsKnown) {
  const names = await divisionNames(setting, [person.division, ...facts.flatMap(divisionsIn)])
  return {
    ...presentPerson(person, names, on),
    version: person.version,
    address: person.address ?? null,
    enlistedOn: person.enlistedOn ?? null,
    dischargedOn: person.dischargedOn ?? null,
    diedOn: person.diedOn ?? null,
    facts: facts.toSorted(byKindThenTime).map((fact) => presentFact(fact, names)),
    mergedInto: person.mergedInto ?? null,
  }
}

async function presentHousehold(setting: Setting, personId: number): Promise<PersonFile['household']> {
  const id = await findHouseholdOf(setting, personId)
  if (id === undefined) return null
  const members = await listMembers(setting, id)
  return { id, members: members.map((member) => ({ ...member, validFrom: member.validFrom ?? null })) }
}

function divisionsIn(fact: PersonFact): readonly string[] {
  return 'division' in fact.value && fact.value.division !== undefined ? [fact.value.division] : []
}

const kindOrder = new Map(Object.keys(factKinds).map((kind, at) => [kind, at]))

function byKindThenTime(one: PersonFact, other: PersonFact): number {
  return (kindOrder.get(one.kind) ?? 0) - (kindOrder.get(other.kind) ?? 0) || other.id - one.id
}
