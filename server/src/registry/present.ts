import type { FactView, OrganisationLine, PersonLine, RelationView } from '@dongzhou/contract/registry'
import { ageOn, type Day, dayText, type Precision } from '@dongzhou/terms/day'
import { type Fact, type FactSource, factKinds } from '@dongzhou/terms/fact'
import { yuanText } from '@dongzhou/terms/fen'
import { maskIdNumber, maskPhone } from '@dongzhou/terms/id-number'
import { identities } from '@dongzhou/terms/identity'
import { unreachable } from '@dongzhou/terms/unreachable'
import type { Organisation } from './organisations/organisations.sql.ts'
import type { PersonFact } from './people/facts.sql.ts'
import type { Person } from './people/people.sql.ts'
import type { Relation, RelationCode } from './people/relations.sql.ts'

export type DivisionNames = ReadonlyMap<string, string>

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
  const { sealed, name } = factKinds[fact.kind]
  return {
    id: fact.id,
    kind: fact.kind,
    kindName: name,
    text: factText(fact, names),
    isSealed: sealed,
    value: sealed ? null : { ...fact.value },
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

/** A fact in words, sensitive ones masked: what screens may show. The trail holds neither: it names facts by number. */
export function factText(fact: Fact, names: DivisionNames = new Map()): string {
  switch (fact.kind) {
    case 'id-number':
      return maskIdNumber(fact.value.idNumber)
    case 'phone':
      return maskPhone(fact.value.phone)
    case 'bank-account':
      return `${fact.value.bank} ${maskTail(fact.value.account)}`
    case 'health':
      return '（健康信息，须申请查看）'
    default:
      return clearText(fact, names)
  }
}

/** A fact in words, in clear. Only for what is not sensitive, or has been opened for a purpose. */
export function clearText(fact: Fact, names: DivisionNames = new Map()): string {
  switch (fact.kind) {
    case 'name':
      return fact.value.name
    case 'id-number':
      return fact.value.idNumber
    case 'sex':
      return fact.value.sex === 'male' ? '男' : '女'
    case 'birth':
    case 'death':
      return dayText(fact.value.day, fact.value.precision)
    case 'ethnicity':
      return fact.value.ethnicity
    case 'political-status':
    case 'marital-status':
      return fact.value.status
    case 'education':
      return fact.value.level
    case 'residence':
      return [names.get(fact.value.division) ?? fact.value.division, fact.value.address].filter(Boolean).join(' ')
    case 'phone':
      return fact.value.phone
    case 'identity':
      return joined(identities[fact.value.identity], fact.value.certificate && `证书 ${fact.value.certificate}`)
    case 'bank-account':
      return `${fact.value.bank} ${fact.value.account}（户名 ${fact.value.holder}）`
    case 'income':
      return `${yuanText(fact.value.yearly)} 元/年`
    case 'health':
      return fact.value.finding
    default:
      return lifeText(fact, names)
  }
}

type LifeFact = Extract<
  Fact,
  {
    readonly kind:
      | 'household-registration'
      | 'service'
      | 'disability'
      | 'merit'
      | 'employment'
      | 'hardship'
      | 'pension-insurance'
  }
>

function lifeText(fact: LifeFact, names: DivisionNames): string {
  switch (fact.kind) {
    case 'household-registration':
      return joined(
        fact.value.kind === 'rural' ? '农村' : '城镇',
        fact.value.division && (names.get(fact.value.division) ?? fact.value.division),
        fact.value.address,
      )
    case 'service':
      return serviceText(fact.value)
    case 'disability':
      return `${fact.value.grade}级（${natures[fact.value.nature]}）`
    case 'merit':
      return joined(fact.value.class, fact.value.year && `${fact.value.year}年`)
    case 'employment':
      return joined(fact.value.state, fact.value.employer)
    case 'hardship':
    case 'pension-insurance':
      return fact.value.kind
    default:
      return unreachable(fact)
  }
}

const natures = { war: '因战', duty: '因公', illness: '因病' } as const

function serviceText(value: Extract<Fact, { kind: 'service' }>['value']): string {
  const { enlisted, discharged } = value
  const from = enlisted ? dayText(enlisted.day, enlisted.precision) : '入伍时间不详'
  const to = discharged ? dayText(discharged.day, discharged.precision) : '退役时间不详'
  return joined(`${from}—${to}`, value.category, value.rank)
}

function joined(...parts: readonly (string | false | 0 | undefined)[]): string {
  return parts.filter(Boolean).join('，')
}

function maskTail(account: string): string {
  return `${'*'.repeat(Math.max(account.length - 4, 0))}${account.slice(-4)}`
}

/** 来源 in words: where a value came from. */
export function sourceText(source: FactSource): string {
  switch (source.kind) {
    case 'ledger':
      return `台账“${source.sheet}”第${source.row}行`
    case 'clerk':
      return `经办登记：${source.note}`
    case 'visit':
      return '走访记录'
    case 'case':
      return '办件决定'
    case 'person':
      return `本人陈述：${source.note}`
    case 'derived':
      return `由${factKinds[source.from].name}推得`
    default:
      return unreachable(source)
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
