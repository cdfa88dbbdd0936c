import type { Beside, PairSide } from '@dongzhou/contract/linkage'
import { identities } from '@dongzhou/terms/identity'
import { Radio } from 'antd'
import { PageLink } from '../../kit/navigation.tsx'
import { compareWords } from '../words.ts'
import type { SideKey } from './merge-draft.ts'

interface SideHeadsProps {
  readonly beside: Pick<Beside, 'first' | 'second'>
  readonly keep: SideKey
  readonly onKeep: ((keep: SideKey) => void) | undefined
}

/** Who the two are, and whose file is kept. */
export function SideHeads({ beside, keep, onKeep }: SideHeadsProps) {
  return (
    <div className="compare-heads">
      {(['first', 'second'] as const).map((key) => (
        <div key={key} className={onKeep && keep === key ? 'compare-head is-kept' : 'compare-head'}>
          <SideHead side={beside[key]} />
          {onKeep && (
            <Radio name="keep" checked={keep === key} onChange={() => onKeep(key)}>
              {compareWords.keep}
            </Radio>
          )}
        </div>
      ))}
    </div>
  )
}

function SideHead({ side: { name, person } }: { readonly side: PairSide }) {
  if (person === null) return <h2>{name}</h2>
  const parts = [
    person.isAlive ? person.age !== null && compareWords.age(person.age) : compareWords.dead,
    person.idNumberMasked,
    person.division.name,
    person.identities.map((identity) => identities[identity]).join('、'),
  ].filter((part) => part !== false && part !== '')
  return (
    <div>
      <h2>
        <PageLink to={`/registry/people/${person.id}`}>{name}</PageLink>
      </h2>
      <p className="quiet">{parts.join(' · ')}</p>
    </div>
  )
}
