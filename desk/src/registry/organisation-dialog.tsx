import type { OrganisationLine } from '@dongzhou/contract/registry'
import { AutoComplete, Input } from 'antd'
import { api } from '../api.ts'
import { DivisionPicker } from '../kit/division-picker.tsx'
import { DraftForm } from '../kit/draft-form.tsx'
import { FormField } from '../kit/form.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { type DraftSending, useDraft } from '../kit/use-draft.ts'
import { useMe } from '../session/use-session.ts'
import { OrganisationConflict } from './organisation-conflict.tsx'
import {
  complaintsOf,
  doubtOf,
  emptyOrganisation,
  entryOf,
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
  const work = useDraft({
    first: correcting ? entryOf(correcting) : emptyOrganisation,
    seen: correcting,
    complaintsOf,
    run: saveOrganisation,
    onDone: onClose,
  })
  const { draft, seen } = work
  return (
    <DraftForm
      work={work}
      verb={correcting ? organisationWords.verbCorrect : organisationWords.verbRegister}
      onClose={onClose}
      conflict={
        seen &&
        ((trouble) => (
          <OrganisationConflict trouble={trouble} seen={seen} mine={draft} onKeep={work.resend} onDrop={onClose} />
        ))
      }
    >
      <div className="form-grid">
        <OrganisationFields
          entry={draft}
          complaints={work.complaints}
          phoneOnFile={correcting?.contactPhoneMasked ?? ''}
          onChange={work.change}
        />
      </div>
    </DraftForm>
  )
}

function saveOrganisation({ actionId, draft, seen }: DraftSending<OrganisationEntry, OrganisationLine | undefined>) {
  if (!seen) return api.registry.registerOrganisation({ actionId, ...sentEntry(draft) })
  const { id, version } = seen
  return api.registry.correctOrganisation({ actionId, id, version, ...sentEntry(draft) })
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
