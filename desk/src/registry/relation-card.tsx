import type { PersonFile, RelationView } from '@dongzhou/contract/registry'
import { Button } from 'antd'
import { useState } from 'react'
import { writeDay, writePeriod } from '../kit/format.ts'
import { PageLink } from '../kit/navigation.tsx'
import { Card } from '../kit/record-page.tsx'
import { useMe } from '../session/use-session.ts'
import { EndRelationDialog } from './end-relation-dialog.tsx'
import { RelationDialog } from './relation-dialog.tsx'
import { isOver, relationOrder } from './relations.ts'
import { relationWords } from './words.ts'

/** 家庭与代办: who belongs to this person, and who acts for them. Those who act stand first. */
export function RelationCard({ person }: { readonly person: PersonFile }) {
  const { today } = useMe()
  const [adding, setAdding] = useState<PersonFile>()
  const [ending, setEnding] = useState<{ readonly person: PersonFile; readonly relation: RelationView }>()
  const mayWrite = person.may.write && person.mergedInto === null
  const add = (
    <Button type="link" size="small" onClick={() => setAdding(person)}>
      {relationWords.add}
    </Button>
  )
  return (
    <Card title={relationWords.title} extra={mayWrite && add}>
      {person.relations.length === 0 && <p className="quiet">{relationWords.none}</p>}
      <ul className="relations">
        {relationOrder(person.relations, today).map((relation) => (
          <RelationLine
            key={relation.id}
            relation={relation}
            isOver={isOver(relation, today)}
            {...(mayWrite ? { onEnd: () => setEnding({ person, relation }) } : {})}
          />
        ))}
      </ul>
      {adding && <RelationDialog person={adding} onClose={() => setAdding(undefined)} />}
      {ending && (
        <EndRelationDialog
          person={ending.person}
          relation={{ id: ending.relation.id, what: `${ending.relation.kindName}（${ending.relation.name}）` }}
          today={today}
          onClose={() => setEnding(undefined)}
        />
      )}
    </Card>
  )
}

interface RelationLineProps {
  readonly relation: RelationView
  readonly isOver: boolean
  readonly onEnd?: () => void
}

function RelationLine({ relation, isOver: over, onEnd }: RelationLineProps) {
  const period = periodOf(relation)
  return (
    <li className={over ? 'is-over' : ''}>
      <span className="relation-kind quiet">{relation.kindName}</span>
      <span className="relation-who">
        {relation.personId === null ? (
          relation.name
        ) : (
          <PageLink to={`/registry/people/${relation.personId}`}>{relation.name}</PageLink>
        )}
        {period !== undefined && <span className="small quiet">{period}</span>}
      </span>
      {onEnd && relation.validTo === null && (
        <Button
          type="link"
          size="small"
          aria-label={`${relationWords.endTitle(relation.kindName)}：${relation.name}`}
          onClick={onEnd}
        >
          {relationWords.end}
        </Button>
      )}
    </li>
  )
}

function periodOf({ validFrom, validTo }: RelationView): string | undefined {
  if (validFrom === null && validTo === null) return undefined
  if (validFrom === null) return `${writeDay(validTo ?? undefined)}${relationWords.ended}`
  return validTo === null ? `${writeDay(validFrom)}起` : writePeriod(dayIn(validFrom), dayIn(validTo))
}

function dayIn(text: string) {
  return text as Parameters<typeof writePeriod>[0]
}
