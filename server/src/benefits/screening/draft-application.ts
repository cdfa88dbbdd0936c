import type { ApplicationDraft } from '@dongzhou/contract/benefits-views'
import { explain, factsAsked, type PersonFacts, type Question } from '@dongzhou/engines/benefits'
import { type Day, dayText } from '@dongzhou/terms/day'
import type { FactKind, KeptFact } from '@dongzhou/terms/fact'
import { maskIdNumber, maskPhone } from '@dongzhou/terms/id-number'
import { identities } from '@dongzhou/terms/identity'
import type { Month } from '@dongzhou/terms/month'
import { type Person, presentFact } from '../../registry/index.ts'
import type { Beneficiary } from '../entitlement/people.ts'
import { placeWithAddress } from './place-with-address.ts'

/** What a draft is filled in from. */
export interface DraftMatter {
  readonly beneficiary: Beneficiary
  readonly person: Person
  readonly question: Question
  /** The month it would pay from: the running one, or the one in which the conditions will be met. */
  readonly month: Month
  readonly today: Day
  readonly names: ReadonlyMap<string, string>
}

/** 申请草稿: the application filled in from the file, so that whoever brings it to somebody asks nothing that is known. */
export function draftApplication({
  beneficiary,
  person,
  question,
  month,
  today,
  names,
}: DraftMatter): ApplicationDraft {
  const { id, version, kept, facts } = beneficiary
  const asked = factsAsked(question, facts, { award: -1, ask: 'qualifies' }, month)
  return {
    personId: id,
    version,
    benefit: question.rule.benefit,
    approved: today,
    from: null,
    years: null,
    expected: expectedAmount(question, facts, month, today),
    fields: [...personFields(person, names), ...factFields(id, kept, asked, names)],
  }
}

/** What an award approved today would bring in its first month; undefined where something is missing. */
function expectedAmount(question: Question, facts: PersonFacts, month: Month, today: Day): number | null {
  const { benefit } = question.rule
  const approved = Number(today.replaceAll('-', ''))
  const asIfAwarded = { ...facts, awards: [...facts.awards, { benefit, approved, from: month }] }
  const verdict = explain(question, asIfAwarded, { award: facts.awards.length, ask: 'decides' }, month)
  return verdict.kind === 'entitled' ? verdict.amount : null
}

function personFields(person: Person, names: ReadonlyMap<string, string>): ApplicationDraft['fields'] {
  const file = '一人一档'
  const field = (label: string, text: string | undefined, kind: FactKind) =>
    text === undefined || text === '' ? [] : [{ label, text, source: file, kind }]
  return [
    ...field('姓名', person.name, 'name'),
    ...field('性别', person.sex && (person.sex === 'male' ? '男' : '女'), 'sex'),
    ...field('出生日期', person.born && dayText(person.born as Day, (person.bornPrecision ?? 'day') as 'day'), 'birth'),
    ...field('身份证号', person.idNumber && maskIdNumber(person.idNumber), 'id-number'),
    ...field('联系电话', person.phone && maskPhone(person.phone), 'phone'),
    ...field('居住地', placeText(person, names), 'residence'),
    ...field('身份', person.identities.map((identity) => identities[identity]).join('、'), 'identity'),
  ]
}

function placeText({ division, address }: Person, names: ReadonlyMap<string, string>): string {
  return placeWithAddress(names.get(division) ?? division, address ?? '')
}

const TOLD_ABOVE: ReadonlySet<FactKind> = new Set(['birth', 'identity'])

// What the rule asked for, with who told us: the same facts that the decision will stand on.
function factFields(
  personId: number,
  kept: readonly KeptFact[],
  asked: readonly FactKind[],
  names: ReadonlyMap<string, string>,
): ApplicationDraft['fields'] {
  return kept
    .filter(({ kind }) => asked.includes(kind) && !TOLD_ABOVE.has(kind))
    .map((fact) => {
      const { kindName, text, source } = presentFact({ ...fact, personId, supersededBecause: undefined }, names)
      return { label: kindName, text, source, kind: fact.kind }
    })
}
