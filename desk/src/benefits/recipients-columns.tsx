import type { BeneficiaryLine } from '@dongzhou/contract/benefits-views'
import { Tag } from 'antd'
import { nothing } from '../kit/format.ts'
import { identityText } from '../kit/identity-options.ts'
import type { LedgerColumn } from '../kit/ledger-types.ts'
import { columnWidths } from '../kit/theme.ts'
import { recipientWords } from './recipients-words.ts'

interface OfPerson {
  readonly person: BeneficiaryLine
}

/** Whom a line is about: name, age and place, the same in every list of benefits. */
export function personColumns<Row extends OfPerson>(): readonly LedgerColumn<Row>[] {
  return [
    {
      key: 'name',
      title: recipientWords.name,
      width: columnWidths.name,
      render: ({ person }) => (
        <span title={person.name}>
          {person.name} {!person.isAlive && <Tag>{recipientWords.dead}</Tag>}
        </span>
      ),
    },
    {
      key: 'age',
      title: recipientWords.age,
      width: columnWidths.age,
      isNumber: true,
      render: ({ person }) => ageText(person),
    },
    {
      key: 'division',
      title: recipientWords.division,
      width: columnWidths.division,
      render: ({ person }) => <span title={person.division.name}>{person.division.name}</span>,
    },
  ]
}

/** The same for a drawer. */
export function personFacts(person: BeneficiaryLine) {
  return [
    { label: recipientWords.age, value: ageText(person) },
    { label: recipientWords.division, value: person.division.name },
    { label: recipientWords.identity, value: identityText(person.identities) },
  ].filter(({ value }) => value !== '')
}

function ageText({ age }: BeneficiaryLine): string {
  return age === null ? nothing : `${age} ${recipientWords.years}`
}
