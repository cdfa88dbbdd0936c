import type { PersonFile } from '@dongzhou/contract/registry'
import { useState } from 'react'
import { api } from '../api.ts'
import { DayPicker } from '../kit/day-picker.tsx'
import { FormEnd, FormField, PlainForm } from '../kit/form.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { useAction } from '../kit/use-action.ts'
import { PersonConflict } from './person-conflict.tsx'
import { relationsText } from './relations.ts'
import { relationWords } from './words.ts'

interface EndRelationDialogProps {
  readonly person: PersonFile
  /** `what` names the relation in the title: 配偶（张三）. */
  readonly relation: { readonly id: number; readonly what: string }
  readonly today: string
  readonly onClose: () => void
}

/** 终止关系: it ends on a day and stays on file for the time before. */
export function EndRelationDialog({ person, relation, today, onClose }: EndRelationDialogProps) {
  const [validTo, setValidTo] = useState<string | undefined>(today)
  const end = useAction(api.registry.endRelation, onClose)
  const { what } = relation

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
          trouble={end.trouble}
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
