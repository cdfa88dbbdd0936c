import type { PersonFile } from '@dongzhou/contract/registry'
import { Input, Segmented, Select } from 'antd'
import { useState } from 'react'
import { api } from '../api.ts'
import { DayPicker } from '../kit/day-picker.tsx'
import { FormEnd, FormField, PlainForm } from '../kit/form.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { type PersonChoice, PersonPicker } from '../kit/person-picker.tsx'
import { useAction } from '../kit/use-action.ts'
import { PersonConflict } from './person-conflict.tsx'
import { relationsText } from './relations.ts'
import { registerWords, relationWords } from './words.ts'

interface RelationDialogProps {
  readonly person: PersonFile
  readonly onClose: () => void
}

/** 登记关系: the other side is somebody on file, or a name only. */
export function RelationDialog(props: RelationDialogProps) {
  return (
    <FormDialog isOpen title={relationWords.add} onClose={props.onClose}>
      <RelationForm {...props} />
    </FormDialog>
  )
}

type Kind = keyof typeof relationWords.kinds

interface RelationEntry {
  readonly kind: Kind | undefined
  readonly isOnFile: boolean
  readonly other: PersonChoice | undefined
  readonly name: string
  readonly since: string | undefined
  readonly note: string
}

const emptyEntry: RelationEntry = {
  kind: undefined,
  isOnFile: true,
  other: undefined,
  name: '',
  since: undefined,
  note: '',
}

function RelationForm({ person, onClose }: RelationDialogProps) {
  const [entry, setEntry] = useState(emptyEntry)
  const [isTold, setTold] = useState(false)
  const add = useAction(api.registry.addRelation, onClose)
  const complaints = isTold ? complaintsOf(entry) : {}
  const change = (part: Partial<RelationEntry>): void => setEntry({ ...entry, ...part })

  function send(version: number): void {
    setTold(true)
    const { kind, since } = entry
    if (kind === undefined || Object.keys(complaintsOf(entry)).length > 0) return
    const who = entry.isOnFile ? { otherPersonId: entry.other?.id ?? 0 } : { otherName: entry.name.trim() }
    const note = entry.note.trim()
    add.act({ personId: person.id, version, kind, ...who, ...(since === undefined ? {} : { validFrom: since }), note })
  }

  return (
    <PlainForm onSubmit={() => send(person.version)}>
      <FormField label={relationWords.kind} hint={relationWords.kindHint} complaint={complaints.kind}>
        {(id) => (
          <Select
            id={id}
            autoFocus
            value={entry.kind ?? null}
            options={kinds}
            onChange={(kind: Kind) => change({ kind })}
          />
        )}
      </FormField>
      <WhoField entry={entry} change={change} complaint={complaints.who} ownId={person.id} />
      <FormField label={relationWords.since} isOptional>
        {(id) => <DayPicker id={id} value={entry.since} onChange={(since) => change({ since })} />}
      </FormField>
      <FormField label={relationWords.basis} hint={relationWords.basisHint} complaint={complaints.note}>
        {(id) => (
          <Input
            id={id}
            value={entry.note}
            maxLength={200}
            onChange={(event) => change({ note: event.target.value })}
          />
        )}
      </FormField>
      <FormEnd
        verb={relationWords.verb}
        isBusy={add.isBusy}
        onCancel={onClose}
        complaint={add.trouble?.kind === 'stale' ? undefined : add.trouble?.say}
      />
      <PersonConflict
        trouble={add.trouble}
        person={person}
        label={relationWords.title}
        textOf={relationsText}
        mine={mineText(entry)}
        onKeep={(now) => send(now.version)}
        onDrop={onClose}
      />
    </PlainForm>
  )
}

// The first to be joined becomes the head by himself: 户主 is not entered.
const kinds = Object.entries(relationWords.kinds)
  .filter(([value]) => value !== 'household-head')
  .map(([value, label]) => ({ value, label }))

function mineText({ kind, isOnFile, other, name }: RelationEntry): string {
  const who = isOnFile ? (other?.name ?? '') : name.trim()
  return kind === undefined ? who : `${relationWords.kinds[kind]}：${who}`
}

interface RelationComplaints {
  readonly kind?: string
  readonly who?: string
  readonly note?: string
}

function complaintsOf(entry: RelationEntry): RelationComplaints {
  const isNamed = entry.isOnFile ? entry.other !== undefined : entry.name.trim() !== ''
  return {
    ...(entry.kind === undefined ? { kind: relationWords.needKind } : {}),
    ...(isNamed ? {} : { who: relationWords.needWho }),
    ...(entry.note.trim().length < 2 ? { note: registerWords.basisNeeded } : {}),
  }
}

interface WhoFieldProps {
  readonly entry: RelationEntry
  readonly change: (part: Partial<RelationEntry>) => void
  readonly complaint: string | undefined
  readonly ownId: number
}

function WhoField({ entry, change, complaint, ownId }: WhoFieldProps) {
  return (
    <FormField label={relationWords.who} complaint={complaint}>
      {(id) => (
        <>
          <div>
            <Segmented
              aria-label={relationWords.who}
              size="small"
              options={[relationWords.onFile, relationWords.byName]}
              value={entry.isOnFile ? relationWords.onFile : relationWords.byName}
              onChange={(value) => change({ isOnFile: value === relationWords.onFile })}
            />
          </div>
          {entry.isOnFile ? (
            <PersonPicker id={id} value={entry.other} without={ownId} onChange={(other) => change({ other })} />
          ) : (
            <Input
              id={id}
              placeholder={relationWords.name}
              maxLength={50}
              value={entry.name}
              onChange={(event) => change({ name: event.target.value })}
            />
          )}
        </>
      )}
    </FormField>
  )
}
