import type { PersonLine } from '@dongzhou/contract/registry'
import { Tag } from 'antd'
import { identityText } from '../kit/identity-options.ts'
import { PageLink } from '../kit/navigation.tsx'
import { Card } from '../kit/record-page.tsx'
import type { Likely, LikelyPerson } from './likely.ts'
import { ageText } from './people-columns.tsx'
import { usePeopleById } from './use-people.ts'
import { registerWords } from './words.ts'

interface LikelyPanelProps {
  readonly likely: Likely
  /** Whom the server named when it refused; some may be outside one's scope and stay unnamed. */
  readonly onFile: readonly number[]
}

/** 可能的同一人: beside the form, so that nobody is registered twice. */
export function LikelyPanel({ likely, onFile }: LikelyPanelProps) {
  const same = usePeopleById(onFile)
  const people = [
    ...likely.people,
    ...(same.data ?? []).filter(({ id }) => likely.people.every(({ person }) => person.id !== id)).map(asLikely),
  ]
  return (
    <Card title={registerWords.likely}>
      {people.length === 0 && <p className="quiet">{sayOf(likely)}</p>}
      <ul className="likely" aria-live="polite">
        {people.map((one) => (
          <LikelyLine key={one.person.id} {...one} />
        ))}
      </ul>
    </Card>
  )
}

function asLikely(person: PersonLine): LikelyPerson {
  return { person, band: 'likely', reasons: [registerWords.onFile] }
}

function sayOf({ state }: Likely): string {
  switch (state) {
    case 'idle':
    case 'asking':
      return registerWords.likelyNone
    case 'asked':
      return registerWords.likelyClear
    case 'unknown':
      return registerWords.likelyUnknown
  }
}

function LikelyLine({ person, band, reasons }: LikelyPerson) {
  return (
    <li>
      <span className="row">
        <PageLink to={`/registry/people/${person.id}`}>{person.name}</PageLink>
        <Tag className={band === 'possible' ? '' : 'dispute-mark'}>{registerWords.bands[band]}</Tag>
      </span>
      <span className="small quiet">{describe(person)}</span>
      <span className="small">{reasons.join('；')}</span>
    </li>
  )
}

function describe(person: PersonLine): string {
  return [ageText(person), person.division.name, identityText(person.identities), person.idNumberMasked]
    .filter((part) => part !== '')
    .join(' · ')
}
