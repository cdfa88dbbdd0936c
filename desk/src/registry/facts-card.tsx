import type { FactView, PersonFile } from '@dongzhou/contract/registry'
import { type FactKind, factKinds } from '@dongzhou/terms/fact'
import { CorrectButton, FactValue } from './fact-value.tsx'
import { factGroups, openFacts } from './person-facts.ts'
import { personWords } from './words.ts'

interface FactsCardProps {
  readonly person: PersonFile
  /** Missing for those who may only read. */
  readonly onCorrect?: ((fact: FactView) => void) | undefined
}

/** 现在的信息: what counts today, in the parts people look for it. What nobody has said is not listed. */
export function FactsCard({ person, onCorrect }: FactsCardProps) {
  const title = person.asKnownOn === null ? personWords.now : personWords.nowThen
  return (
    <section className="card" aria-label={title}>
      <div className="card-head">
        <h2>{title}</h2>
      </div>
      <div className="card-body fact-groups">
        {factGroups.map((group) => (
          <FactGroup key={group.name} name={group.name} kinds={group.kinds} person={person} onCorrect={onCorrect} />
        ))}
      </div>
    </section>
  )
}

interface FactGroupProps extends FactsCardProps {
  readonly name: string
  readonly kinds: readonly FactKind[]
}

function FactGroup({ name, kinds, person, onCorrect }: FactGroupProps) {
  const known = kinds.filter((kind) => openFacts(person.facts, kind).length > 0)
  return (
    <section className="fact-group">
      <h3>{name}</h3>
      {known.length === 0 && <p className="quiet">{personWords.unknown}</p>}
      <dl className="fact-list">
        {known.map((kind) => (
          <div key={kind} className={person.disputes.includes(kind) ? 'is-disputed' : ''}>
            <dt>{factKinds[kind].name}</dt>
            <dd>
              <ul>
                {openFacts(person.facts, kind).map((fact) => (
                  <li key={fact.id}>
                    <span className="fact-text">
                      <FactValue person={person} fact={fact} />
                    </span>
                    {onCorrect && <CorrectButton fact={fact} onCorrect={onCorrect} />}
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
