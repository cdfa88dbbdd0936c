import type { OrganisationLine } from '@dongzhou/contract/registry'
import { AutoComplete, Input } from 'antd'
import { useState } from 'react'
import { api } from '../api.ts'
import { DivisionPicker } from '../kit/division-picker.tsx'
import { FormEnd, FormField, PlainForm } from '../kit/form.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { useAction } from '../kit/use-action.ts'
import { useMe } from '../session/use-session.ts'
import { OrganisationConflict } from './organisation-conflict.tsx'
import {
  complaintsOf,
  doubtOf,
  emptyOrganisation,
  entryOf,
  mixedEntry,
  type OrganisationEntry,
  sentEntry,
} from './organisation-entry.ts'
import { organisationWords } from './words.ts'

interface OrganisationDialogProps {
  /** The organisation to correct, as it was when the dialog opened; missing for a new one. */
  readonly correcting?: OrganisationLine | undefined
  readonly onClose: () => void
}

/** 登记单位 and 更正单位. */
export function OrganisationDialog({ correcting, onClose }: OrganisationDialogProps) {
  return (
    <FormDialog isOpen title={correcting ? organisationWords.correct : organisationWords.register} onClose={onClose}>
      <OrganisationForm correcting={correcting} onClose={onClose} />
    </FormDialog>
  )
}

function OrganisationForm({ correcting, onClose }: OrganisationDialogProps) {
  const [entry, setEntry] = useState(correcting ? entryOf(correcting) : emptyOrganisation)
  const [isTold, setTold] = useState(false)
  const send = useSend(correcting, onClose)
  const complaints = isTold ? complaintsOf(entry) : {}

  function submit(): void {
    setTold(true)
    if (Object.keys(complaintsOf(entry)).length === 0) send.act({ entry, version: correcting?.version ?? 0 })
  }

  return (
    <PlainForm onSubmit={submit}>
      <div className="form-grid">
        <OrganisationFields
          entry={entry}
          complaints={complaints}
          phoneOnFile={correcting?.contactPhoneMasked ?? ''}
          onChange={(part) => setEntry({ ...entry, ...part })}
        />
      </div>
      <FormEnd
        verb={correcting ? organisationWords.verbCorrect : organisationWords.verbRegister}
        isBusy={send.isBusy}
        onCancel={onClose}
        complaint={send.trouble?.kind === 'stale' ? undefined : send.trouble?.say}
      />
      {correcting && send.trouble?.kind === 'stale' && (
        <OrganisationConflict
          before={correcting}
          mine={entry}
          onKeep={(now, kept) => send.act({ entry: mixedEntry(entry, entryOf(now), kept), version: now.version })}
          onDrop={onClose}
        />
      )}
    </PlainForm>
  )
}

interface Sending {
  readonly actionId: string
  readonly entry: OrganisationEntry
  readonly version: number
}

function useSend(correcting: OrganisationLine | undefined, onClose: () => void) {
  return useAction(({ actionId, entry, version }: Sending) => {
    if (!correcting) return api.registry.registerOrganisation({ actionId, ...sentEntry(entry) })
    return api.registry.correctOrganisation({ actionId, id: correcting.id, version, ...sentEntry(entry) })
  }, onClose)
}

interface OrganisationFieldsProps {
  readonly entry: OrganisationEntry
  readonly complaints: ReturnType<typeof complaintsOf>
  readonly phoneOnFile: string
  readonly onChange: (part: Partial<OrganisationEntry>) => void
}

function OrganisationFields({ entry, complaints, phoneOnFile, onChange }: OrganisationFieldsProps) {
  const me = useMe()
  const doubt = doubtOf(entry)
  return (
    <>
      <FormField label={organisationWords.name} complaint={complaints.name} isWide>
        {(id) => (
          <Input
            id={id}
            autoFocus
            maxLength={80}
            value={entry.name}
            onChange={(event) => onChange({ name: event.target.value })}
          />
        )}
      </FormField>
      <FormField label={organisationWords.kind} complaint={complaints.kind}>
        {(id) => (
          <AutoComplete
            id={id}
            value={entry.kind}
            maxLength={20}
            options={organisationWords.kinds.map((kind) => ({ value: kind }))}
            onChange={(kind: string) => onChange({ kind })}
          />
        )}
      </FormField>
      <FormField
        label={organisationWords.creditCode}
        hint={doubt ? <span className="risk">{doubt}</span> : organisationWords.creditHint}
        complaint={complaints.creditCode}
        isOptional
      >
        {(id) => (
          <Input
            id={id}
            maxLength={18}
            value={entry.creditCode}
            onChange={(event) => onChange({ creditCode: event.target.value })}
          />
        )}
      </FormField>
      <FormField label={organisationWords.division} complaint={complaints.division} isWide>
        {(id) => (
          <DivisionPicker
            id={id}
            within={me.division.code}
            value={entry.division === '' ? undefined : entry.division}
            onChange={(code) => onChange({ division: code ?? '' })}
          />
        )}
      </FormField>
      <ContactFields entry={entry} phoneOnFile={phoneOnFile} onChange={onChange} />
    </>
  )
}

function ContactFields({ entry, phoneOnFile, onChange }: Omit<OrganisationFieldsProps, 'complaints'>) {
  return (
    <>
      <FormField label={organisationWords.contact} isOptional>
        {(id) => (
          <Input
            id={id}
            maxLength={30}
            value={entry.contactName}
            onChange={(event) => onChange({ contactName: event.target.value })}
          />
        )}
      </FormField>
      <FormField
        label={organisationWords.phone}
        isOptional
        {...(phoneOnFile === '' ? {} : { hint: organisationWords.phoneKept(phoneOnFile) })}
      >
        {(id) => (
          <Input
            id={id}
            maxLength={20}
            value={entry.contactPhone}
            onChange={(event) => onChange({ contactPhone: event.target.value })}
          />
        )}
      </FormField>
    </>
  )
}
