import type { FactView, OrganisationLine, PersonLine, RelationView } from '@dongzhou/contract/registry'
import { ageOn, type Day, dayText, type Precision } from '@dongzhou/terms/day'
import { factKinds, holdsSealed, partsOfValue } from '@dongzhou/terms/fact'
import { maskIdNumber, maskPhone } from '@dongzhou/terms/id-number'
import type { Organisation } from './organisations/organisations.sql.ts'
import type { PersonFact } from './people/facts.sql.ts'
import type { Person } from './people/people.sql.ts'
import type { Relation, RelationCode } from './people/relations.sql.ts'
import { type DivisionNames, factText, sourceText } from './present-fact.ts'

/** A person as a list may show them: an explicit allow-list, numbers masked. */
export function presentPerson(person: Person, names: DivisionNames, today: Day): PersonLine {
  return {
    id: person.id,
    name: person.name,
    sex: person.sex ?? null,
    age: person.born === undefined ? null : ageOn(person.born as Day, (person.diedOn ?? today) as Day),
    born: person.born === undefined ? null : dayText(person.born as Day, (person.bornPrecision ?? 'day') as Precision),
    division: { code: person.division, name: names.get(person.division) ?? person.division },
    identities: person.identities,
    isAlive: person.isAlive,
    idNumberMasked: person.idNumber === undefined ? '' : maskIdNumber(person.idNumber),
    phoneMasked: person.phone === undefined ? '' : maskPhone(person.phone),
    disabilityGrade: person.disabilityGrade ?? null,
    disputes: person.disputes,
  }
}

export function presentFact(fact: PersonFact, names: DivisionNames): FactView {
  const { sealed: isWhollySealed, name } = factKinds[fact.kind]
  return {
    id: fact.id,
    kind: fact.kind,
    kindName: name,
    text: factText(fact, names),
    isSealed: holdsSealed(fact),
    value: isWhollySealed ? null : { ...partsOfValue(fact).open },
    validFrom: fact.validFrom ?? null,
    validTo: fact.validTo ?? null,
    certainty: fact.certainty,
    source: sourceText(fact.source),
    sourceKind: fact.source.kind,
    recordedAt: fact.recordedAt,
    supersededAt: fact.supersededAt ?? null,
    supersededBecause: fact.supersededBecause ?? null,
  }
}

const relationNames: Readonly<Record<RelationCode, string>> = {
  spouse: '配偶',
  parent: '父母',
  child: '子女',
  sibling: '兄弟姐妹',
  guardian: '监护人',
  payee: '代领人',
  'household-head': '户主',
  'household-member': '户内成员',
}

export function presentRelation(relation: Relation): RelationView {
  return {
    id: relation.id,
    kind: relation.kind,
    kindName: relationNames[relation.kind],
    name: relation.name,
    personId: relation.otherPersonId ?? null,
    validFrom: relation.validFrom ?? null,
    validTo: relation.validTo ?? null,
  }
}

export function presentOrganisation(organisation: Organisation, names: DivisionNames): OrganisationLine {
  return {
    id: organisation.id,
    version: organisation.version,
    name: organisation.name,
    kind: organisation.kind,
    creditCode: organisation.creditCode ?? null,
    division: { code: organisation.division, name: names.get(organisation.division) ?? organisation.division },
    contactName: organisation.contactName ?? null,
    contactPhoneMasked: organisation.contactPhone === undefined ? '' : maskPhone(organisation.contactPhone),
  }
}
