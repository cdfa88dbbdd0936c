import type { PersonFile, RelationView } from '@dongzhou/contract/registry'
import { Button } from 'antd'
import { useState } from 'react'
import { api } from '../api.ts'
import { DayPicker } from '../kit/day-picker.tsx'
import { FormEnd, FormField, PlainForm } from '../kit/form.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { writeDay, writePeriod } from '../kit/format.ts'
import { PageLink } from '../kit/navigation.tsx'
import { Card } from '../kit/record-page.tsx'
import { useAction } from '../kit/use-action.ts'
import { useMe } from '../session/use-session.ts'
import { PersonConflict } from './person-conflict.tsx'
import { RelationDialog } from './relation-dialog.tsx'
import { isOver, relationOrder, relationsText } from './relations.ts'
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
      {ending && <EndDialog {...ending} onClose={() => setEnding(undefined)} />}
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

interface EndDialogProps {
  readonly person: PersonFile
  readonly relation: RelationView
  readonly onClose: () => void
}

/** 终止关系: it ends on a day and stays on file for the time before. */
function EndDialog({ person, relation, onClose }: EndDialogProps) {
  const { today } = useMe()
  const [validTo, setValidTo] = useState<string | undefined>(today)
  const end = useAction(api.registry.endRelation, onClose)
  const what = `${relation.kindName}（${relation.name}）`

  function send(version: number): void {
    if (validTo !== undefined) end.act({ personId: person.id, version, relationId: relation.id, validTo })
  }

  return (
    <FormDialog isOpen title={relationWords.endTitle(what)} onClose={onClose}>
      <PlainForm onSubmit={() => send(person.version)}>
        <p className="quiet">{relationWords.endSay}</p>
        <FormField label={relationWords.endOn}>
          {(id) => <DayPicker id={id} value={validTo} onChange={setValidTo} />}
        </FormField>
        <FormEnd
          verb={relationWords.end}
          isBusy={end.isBusy}
          isDanger
          onCancel={onClose}
          complaint={end.trouble?.kind === 'stale' ? undefined : end.trouble?.say}
        />
        <PersonConflict
          isOpen={end.trouble?.kind === 'stale'}
          person={person}
          label={relationWords.title}
          textOf={relationsText}
          mine={relationWords.endTitle(what)}
          onKeep={(now) => send(now.version)}
          onDrop={onClose}
        />
      </PlainForm>
    </FormDialog>
  )
}
