import type { PairingFile } from '@dongzhou/contract/visits'
import { InputNumber, Radio, Select } from 'antd'
import { DayPicker } from '../kit/day-picker.tsx'
import { FormField } from '../kit/form.tsx'
import { PersonPicker } from '../kit/person-picker.tsx'
import { TextField } from '../kit/text-field.tsx'
import { useMe } from '../session/use-session.ts'
import { OrganisationPicker } from './organisation-picker.tsx'
import type { PairComplaints, PairDraft } from './pair-draft.ts'
import { useSchemes } from './use-visits.ts'
import { pairingLabels, pairingWords } from './words.ts'

interface PairFieldsProps {
  readonly draft: PairDraft
  readonly complaints: PairComplaints
  /** What is being confirmed: who belongs to whom stands already. */
  readonly proposal: PairingFile | undefined
  readonly onChange: (part: Partial<PairDraft>) => void
}

/** Which organisation looks after whom, under which scheme, and since when. */
export function PairFields({ draft, complaints, proposal, onChange }: PairFieldsProps) {
  return (
    <>
      {proposal === undefined && <WhoFields draft={draft} complaints={complaints} onChange={onChange} />}
      {proposal === undefined && (
        <FormField label={pairingLabels.isConfirmed}>
          {(id) => (
            <Radio.Group
              id={id}
              value={draft.isConfirmed}
              onChange={(event) => onChange({ isConfirmed: event.target.value === true })}
              options={[
                { value: true, label: pairingLabels.confirmed },
                { value: false, label: pairingLabels.proposed },
              ]}
            />
          )}
        </FormField>
      )}
      {draft.isConfirmed && <ConfirmedOn draft={draft} complaints={complaints} onChange={onChange} />}
    </>
  )
}

type OpenFieldsProps = Omit<PairFieldsProps, 'proposal'>

function WhoFields({ draft, complaints, onChange }: OpenFieldsProps) {
  const schemes = useSchemes({ page: 1, size: 100 })
  return (
    <>
      <FormField label={pairingWords.scheme} complaint={complaints.schemeId} isWide>
        {(id) => (
          <Select
            id={id}
            placeholder={pairingLabels.schemeHint}
            loading={schemes.isPending}
            notFoundContent={<p className="quiet">{pairingLabels.schemeNone}</p>}
            value={draft.schemeId ?? null}
            onChange={(schemeId: number) => onChange({ schemeId })}
            options={(schemes.data?.items ?? []).map(({ id: value, title, year }) => ({
              value,
              label: `${title}（${year}年）`,
            }))}
            {...(complaints.schemeId === undefined ? {} : { status: 'error' as const })}
          />
        )}
      </FormField>
      <FormField label={pairingWords.person} complaint={complaints.person}>
        {(id) => (
          <PersonPicker
            id={id}
            value={draft.person}
            isWrong={complaints.person !== undefined}
            onChange={(person) => onChange({ person })}
          />
        )}
      </FormField>
      <FormField label={pairingWords.organisation} complaint={complaints.organisation}>
        {(id) => (
          <OrganisationPicker
            id={id}
            value={draft.organisation}
            isWrong={complaints.organisation !== undefined}
            onChange={(organisation) => onChange({ organisation })}
          />
        )}
      </FormField>
    </>
  )
}

function ConfirmedOn({ draft, complaints, onChange }: OpenFieldsProps) {
  const { today } = useMe()
  return (
    <FormField label={pairingWords.confirmedOn} complaint={complaints.confirmedOn}>
      {(id) => (
        <DayPicker
          id={id}
          value={draft.confirmedOn}
          latest={today}
          isWrong={complaints.confirmedOn !== undefined}
          onChange={(confirmedOn) => onChange({ confirmedOn })}
        />
      )}
    </FormField>
  )
}

/** Whom to call at the organisation, and how often it means to visit. */
export function ContactFields({ draft, proposal, onChange }: PairFieldsProps) {
  const masked = proposal?.contactPhoneMasked ?? ''
  return (
    <>
      <FormField label={pairingWords.planned} isOptional hint={pairingWords.plannedHint}>
        {(id) => (
          <InputNumber
            controls={false}
            id={id}
            min={0}
            max={366}
            precision={0}
            suffix={pairingLabels.times}
            value={draft.plannedVisits ?? null}
            onChange={(plannedVisits) => onChange({ plannedVisits: plannedVisits ?? undefined })}
          />
        )}
      </FormField>
      <TextField
        label={pairingWords.contact}
        value={draft.contactName}
        most={30}
        isOptional
        onChange={(contactName) => onChange({ contactName })}
      />
      <TextField
        label={pairingWords.phone}
        value={draft.contactPhone}
        most={20}
        isOptional
        onChange={(contactPhone) => onChange({ contactPhone })}
        {...(masked === '' ? {} : { hint: pairingLabels.phoneAgain(masked) })}
      />
      <TextField
        label={pairingWords.remark}
        value={draft.remark}
        most={300}
        lines={2}
        isWide
        isOptional
        onChange={(remark) => onChange({ remark })}
      />
    </>
  )
}
