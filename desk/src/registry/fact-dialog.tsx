import type { FactView, PersonFile } from '@dongzhou/contract/registry'
import { type FactKind, factKinds, isFactKind } from '@dongzhou/terms/fact'
import { Input, Select } from 'antd'
import { useState } from 'react'
import { api } from '../api.ts'
import { DayPicker } from '../kit/day-picker.tsx'
import { FormEnd, FormField, PlainForm } from '../kit/form.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { useAction } from '../kit/use-action.ts'
import { type FactEntry, type FactTexts, readFact, textsOf } from './fact-entry.ts'
import { FactFields } from './fact-fields.tsx'
import { factFields } from './fact-form.ts'
import { PersonConflict } from './person-conflict.tsx'
import { factGroups, openFacts } from './person-facts.ts'
import { factWords, registerWords } from './words.ts'

interface FactDialogProps {
  readonly person: PersonFile
  /** The fact to correct; missing when something new is put on file. */
  readonly correcting?: FactView | undefined
  /** The kind a new fact begins with; it can be changed. */
  readonly starting?: FactKind | undefined
  readonly onClose: () => void
}

/** 登记事项 and 更正: one fact with its basis. What was there before stays readable. */
export function FactDialog(props: FactDialogProps) {
  const { correcting, onClose } = props
  return (
    <FormDialog
      isOpen
      title={correcting ? factWords.correctTitle(correcting.kindName) : factWords.addTitle}
      onClose={onClose}
    >
      <FactForm {...props} />
    </FormDialog>
  )
}

function FactForm({ person, correcting, starting, onClose }: FactDialogProps) {
  const form = useFactForm(correcting, starting)
  const send = useSendFact(person, correcting, onClose)

  function submit(): void {
    const fact = form.read()
    if (fact) send.act({ seen: person, fact, note: form.note.trim() })
  }

  return (
    <PlainForm onSubmit={submit}>
      <p className="quiet">{correcting ? <NowText fact={correcting} /> : factWords.addSay}</p>
      {!correcting && <KindField kind={form.kind} onKind={form.changeKind} />}
      {form.kind && (
        <>
          <div className="form-grid">
            <FactFields
              fields={factFields[form.kind]}
              texts={form.texts}
              complaints={form.complaints}
              onText={form.changeText}
            />
            <HeldFields form={form} />
            <NoteField form={form} isCorrection={correcting !== undefined} />
          </div>
          <FormEnd
            verb={correcting ? factWords.correctVerb : factWords.addVerb}
            isBusy={send.isBusy}
            onCancel={onClose}
            complaint={send.trouble?.kind === 'stale' ? undefined : send.trouble?.say}
          />
          <PersonConflict
            trouble={send.trouble}
            person={person}
            label={factKinds[form.kind].name}
            textOf={(file) => textInForce(file, form.kind)}
            mine={Object.values(form.texts).join(' ')}
            onKeep={(now) => {
              const fact = form.read()
              if (fact) send.act({ seen: now, fact, note: form.note.trim() })
            }}
            onDrop={onClose}
          />
        </>
      )}
    </PlainForm>
  )
}

function NowText({ fact }: { readonly fact: FactView }) {
  return (
    <>
      {factWords.now}“{fact.text}”。{fact.isSealed ? factWords.sealedHint : factWords.correctSay}
    </>
  )
}

interface FactFormState {
  readonly kind: FactKind | undefined
  readonly texts: FactTexts
  readonly complaints: FactTexts
  readonly held: { readonly from?: string | undefined; readonly to?: string | undefined }
  readonly note: string
  readonly changeKind: (kind: FactKind) => void
  readonly changeText: (key: string, text: string) => void
  readonly changeHeld: (held: FactFormState['held']) => void
  readonly changeNote: (note: string) => void
  /** The fact as filled in; undefined when something is wrong, which is then shown. */
  readonly read: () => FactEntry | undefined
}

function useFactForm(correcting: FactView | undefined, starting: FactKind | undefined): FactFormState {
  const [kind, setKind] = useState<FactKind | undefined>(correcting?.kind ?? starting)
  const [texts, setTexts] = useState<FactTexts>(correcting ? textsOf(correcting.kind, correcting.value) : {})
  const [held, setHeld] = useState<FactFormState['held']>({
    from: correcting?.validFrom ?? undefined,
    to: correcting?.validTo ?? undefined,
  })
  const [note, setNote] = useState('')
  const [isTold, setTold] = useState(false)
  const reading = kind === undefined ? undefined : readFact(kind, texts, held)
  const complaints = reading?.kind === 'wrong' ? reading.complaints : {}
  const noteComplaint = note.trim().length < 2 ? { note: registerWords.basisNeeded } : {}
  return {
    kind,
    texts,
    held,
    note,
    complaints: isTold ? { ...complaints, ...noteComplaint } : {},
    changeKind: (next) => {
      setKind(next)
      setTexts({})
      setTold(false)
    },
    changeText: (key, text) => setTexts({ ...texts, [key]: text }),
    changeHeld: setHeld,
    changeNote: setNote,
    read: () => {
      setTold(true)
      return reading?.kind === 'fact' && note.trim().length >= 2 ? reading.fact : undefined
    },
  }
}

interface Sending {
  readonly seen: PersonFile
  readonly fact: FactEntry
  readonly note: string
}

function useSendFact(person: PersonFile, correcting: FactView | undefined, onClose: () => void) {
  return useAction(({ actionId, seen, fact, note }: Sending & { readonly actionId: string }) => {
    const about = { actionId, personId: person.id, version: seen.version, fact }
    if (!correcting) return api.registry.recordFact({ ...about, note })
    return api.registry.correctFact({ ...about, factId: factToCorrect(seen, correcting), because: note })
  }, onClose)
}

/** Where a colleague has corrected the same fact meanwhile, their value is the one to correct now. */
function factToCorrect(seen: PersonFile, correcting: FactView): number {
  const inForce = openFacts(seen.facts, correcting.kind)
  return (inForce.find(({ id }) => id === correcting.id) ?? inForce[0] ?? correcting).id
}

function textInForce(person: PersonFile, kind: FactKind | undefined): string {
  return openFacts(person.facts, kind)
    .map((fact) => fact.text)
    .join('；')
}

const kindOptions = factGroups.map((group) => ({
  label: group.name,
  options: group.kinds.map((kind) => ({ value: kind, label: factKinds[kind].name })),
}))

function KindField({
  kind,
  onKind,
}: {
  readonly kind: FactKind | undefined
  readonly onKind: (kind: FactKind) => void
}) {
  return (
    <FormField label={factWords.kind}>
      {(id) => (
        <Select
          id={id}
          autoFocus
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={factWords.kindHint}
          value={kind ?? null}
          options={kindOptions}
          onChange={(value: string) => {
            if (isFactKind(value)) onKind(value)
          }}
        />
      )}
    </FormField>
  )
}

function HeldFields({ form }: { readonly form: FactFormState }) {
  const { held, changeHeld } = form
  const { validTo: wrongEnd } = form.complaints
  return (
    <>
      <FormField label={factWords.validFrom} isOptional hint={factWords.periodHint}>
        {(id) => <DayPicker id={id} value={held.from} onChange={(from) => changeHeld({ ...held, from })} />}
      </FormField>
      <FormField label={factWords.validTo} isOptional complaint={wrongEnd}>
        {(id) => <DayPicker id={id} value={held.to} onChange={(to) => changeHeld({ ...held, to })} />}
      </FormField>
    </>
  )
}

function NoteField({ form, isCorrection }: { readonly form: FactFormState; readonly isCorrection: boolean }) {
  const { note: complaint } = form.complaints
  return (
    <FormField
      label={isCorrection ? factWords.because : factWords.basis}
      hint={factWords.basisHint}
      complaint={complaint}
      isWide
    >
      {(id) => (
        <Input id={id} value={form.note} maxLength={200} onChange={(event) => form.changeNote(event.target.value)} />
      )}
    </FormField>
  )
}
