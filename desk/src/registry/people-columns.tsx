import type { PersonLine } from '@dongzhou/contract/registry'
import { Tag } from 'antd'
import { nothing } from '../kit/format.ts'
import { identityText } from '../kit/identity-options.ts'
import type { LedgerColumn } from '../kit/ledger-types.ts'
import { PageLink } from '../kit/navigation.tsx'
import { columnWidths } from '../kit/theme.ts'
import { peopleWords, personWords } from './words.ts'

/** The columns of 人员, in the order a clerk tells two people of one name apart. */
export const peopleColumns: readonly LedgerColumn<PersonLine>[] = [
  { key: 'name', title: personWords.name, width: columnWidths.name, render: (row) => <NameCell person={row} /> },
  { key: 'sex', title: personWords.sex, width: columnWidths.sex, render: (row) => sexText(row.sex) },
  { key: 'age', title: personWords.age, width: columnWidths.age, isNumber: true, render: ageText },
  { key: 'identities', title: personWords.identities, width: columnWidths.identity, render: identitiesOf },
  { key: 'division', title: personWords.division, width: columnWidths.division, render: (row) => row.division.name },
  {
    key: 'idNumber',
    title: personWords.idNumber,
    width: columnWidths.idNumber,
    render: (row) => row.idNumberMasked || nothing,
  },
  { key: 'phone', title: personWords.phone, width: columnWidths.phone, render: (row) => row.phoneMasked || nothing },
  {
    key: 'disability',
    title: personWords.disability,
    width: columnWidths.count,
    render: (row) => (row.disabilityGrade === null ? nothing : `${row.disabilityGrade}级`),
    isOptional: true,
  },
  {
    key: 'born',
    title: personWords.born,
    width: columnWidths.day,
    render: (row) => row.born ?? nothing,
    isOptional: true,
  },
  { key: 'state', title: personWords.state, width: columnWidths.state, render: stateText, isOptional: true },
]

export function sexText(sex: PersonLine['sex']): string {
  if (sex === null) return nothing
  return sex === 'male' ? personWords.male : personWords.female
}

/** Years, of the dead those they reached. */
export function ageText(person: Pick<PersonLine, 'age'>): string {
  return person.age === null ? nothing : `${person.age} ${peopleWords.years}`
}

function identitiesOf(person: PersonLine): React.ReactNode {
  const text = identityText(person.identities)
  return text === '' ? nothing : <span title={text}>{text}</span>
}

function stateText(person: PersonLine): string {
  return person.isAlive ? peopleWords.alive : peopleWords.dead
}

/** The name opens the file; what must be known before anything else stands beside it. */
function NameCell({ person }: { readonly person: PersonLine }) {
  return (
    <>
      <PageLink to={`/registry/people/${person.id}`}>{person.name}</PageLink>
      {!person.isAlive && <span className="quiet small"> {personWords.dead}</span>}
      {person.disputes.length > 0 && (
        <Tag className="dispute-mark" title={personWords.disputes}>
          待裁定
        </Tag>
      )}
    </>
  )
}
