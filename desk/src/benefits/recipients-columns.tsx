import type { BeneficiaryLine } from '@dongzhou/contract/benefits-views'
import { nothing } from '../kit/format.ts'
import { identityText } from '../kit/identity-options.ts'
import type { LedgerColumn } from '../kit/ledger-types.ts'
import { columnWidths } from '../kit/theme.ts'
import { recipientWords } from './recipients-words.ts'

interface OfPerson {
  readonly person: BeneficiaryLine
}

/** Whom a line is about: name and place, the same in every list of benefits; all that is shown fits a small office screen. */
export function personColumns<Row extends OfPerson>(): readonly LedgerColumn<Row>[] {
  return [
    {
      key: 'name',
      title: recipientWords.name,
      width: columnWidths.name,
      render: ({ person }) => (
        <span title={person.name}>
          {person.name}
          {!person.isAlive && <span className="quiet">{recipientWords.late}</span>}
        </span>
      ),
    },
    {
      key: 'age',
      title: recipientWords.age,
      width: columnWidths.age,
      isNumber: true,
      isOptional: true,
      render: ({ person }) => ageText(person),
    },
    {
      key: 'division',
      title: recipientWords.division,
      width: columnWidths.phone,
      render: ({ person }) => <span title={person.division.name}>{person.division.name}</span>,
    },
  ]
}

/** The same for a drawer. */
export function personFacts(person: BeneficiaryLine) {
  return [
    { label: person.isAlive ? recipientWords.age : recipientWords.dead, value: ageText(person) },
    { label: recipientWords.division, value: person.division.name },
    { label: recipientWords.identity, value: identityText(person.identities) },
  ].filter(({ value }) => value !== '')
}

function ageText({ age }: BeneficiaryLine): string {
  return age === null ? nothing : `${age} ${recipientWords.years}`
}
