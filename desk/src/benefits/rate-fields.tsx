import { needsBase, unitsOf } from '@dongzhou/engines/benefits'
import {
  type Jurisdiction,
  jurisdictions,
  type RateKind,
  type RateUnit,
  rateKinds,
  rateUnits,
} from '@dongzhou/terms/rate'
import { Select } from 'antd'
import { DayPicker } from '../kit/day-picker.tsx'
import { FormField } from '../kit/form.tsx'
import { TextField } from '../kit/text-field.tsx'
import { useMe } from '../session/use-session.ts'
import type { RateForm, RateFormComplaints } from './rate-form.ts'
import { proposeWords } from './rate-form-words.ts'
import { groupOrder } from './rate-kinds.ts'
import { roundings, roundingText } from './rate-value.ts'
import { rateGroups } from './rate-words.ts'

interface FieldsProps {
  readonly form: RateForm
  readonly complaints: RateFormComplaints
  readonly onChange: (part: Partial<RateForm>) => void
}

interface KindFieldsProps extends FieldsProps {
  /** Another kind or jurisdiction begins the figures anew. */
  readonly onKind: (kind: RateKind, jurisdiction: Jurisdiction) => void
  /** A correction stays what it corrects. */
  readonly isFixed: boolean
}

/** What is entered: kind, whose it is, and how it is measured. */
export function KindFields({ form, complaints, onChange, onKind, isFixed }: KindFieldsProps) {
  const { kind } = form
  return (
    <div className="form-grid">
      <FormField label={proposeWords.kind} complaint={complaints.kind} isWide>
        {(id) => (
          <Select
            id={id}
            disabled={isFixed}
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={proposeWords.kindChoose}
            value={kind ?? null}
            options={kindOptions}
            onChange={(chosen: RateKind | null) => chosen !== null && onKind(chosen, form.jurisdiction)}
          />
        )}
      </FormField>
      <FormField label={proposeWords.jurisdiction}>
        {(id) => (
          <Select
            id={id}
            disabled={isFixed}
            value={form.jurisdiction}
            options={jurisdictionOptions}
            onChange={(place: Jurisdiction) =>
              kind === undefined ? onChange({ jurisdiction: place }) : onKind(kind, place)
            }
          />
        )}
      </FormField>
      {kind !== undefined && <MeasureFields form={form} kind={kind} complaints={complaints} onChange={onChange} />}
    </div>
  )
}

function MeasureFields({ form, kind, complaints, onChange }: FieldsProps & { readonly kind: RateKind }) {
  const { unit } = form
  const units = unitsOf(kind)
  const isMeasured = unit !== 'choice' && unit !== 'date'
  const isBased = needsBase(kind, unit)
  return (
    <>
      {units.length > 1 && (
        <FormField label={proposeWords.unit}>
          {(id) => (
            <Select
              id={id}
              value={unit}
              options={units.map((value) => ({ value, label: rateUnits[value] }))}
              onChange={(chosen: RateUnit) => onChange({ unit: chosen, base: undefined, values: {} })}
            />
          )}
        </FormField>
      )}
      {isBased && (
        <FormField label={proposeWords.base} complaint={complaints.base}>
          {(id) => (
            <Select
              id={id}
              placeholder={proposeWords.baseChoose}
              value={form.base ?? null}
              options={baseOptions}
              onChange={(base: RateKind | null) => onChange({ base: base ?? undefined })}
            />
          )}
        </FormField>
      )}
      {isMeasured && (
        <FormField label={proposeWords.rounding} hint={proposeWords.roundingSay}>
          {(id) => (
            <Select
              id={id}
              value={form.rounding}
              options={roundingOptions}
              onChange={(rounding: string) => onChange({ rounding })}
            />
          )}
        </FormField>
      )}
    </>
  )
}

/** The paper it stands in, and from when it counts. */
export function PaperFields({ form, complaints, onChange }: FieldsProps) {
  const { today } = useMe()
  return (
    <div className="form-grid">
      <TextField
        label={proposeWords.document}
        value={form.document}
        most={100}
        hint={proposeWords.documentHint}
        complaint={complaints.document}
        onChange={(document) => onChange({ document })}
      />
      <FormField label={proposeWords.announcedOn} complaint={complaints.announcedOn}>
        {(id) => (
          <DayPicker
            id={id}
            value={form.announcedOn}
            latest={today}
            onChange={(announcedOn) => onChange({ announcedOn })}
          />
        )}
      </FormField>
      <FormField label={proposeWords.validFrom} hint={proposeWords.validFromSay} complaint={complaints.validFrom}>
        {(id) => <DayPicker id={id} value={form.validFrom} onChange={(validFrom) => onChange({ validFrom })} />}
      </FormField>
      <FormField label={proposeWords.validTo} hint={proposeWords.validToSay} complaint={complaints.validTo} isOptional>
        {(id) => <DayPicker id={id} value={form.validTo} onChange={(validTo) => onChange({ validTo })} />}
      </FormField>
      <TextField
        label={proposeWords.source}
        value={form.source}
        most={300}
        isWide
        hint={proposeWords.sourceHint}
        complaint={complaints.source}
        onChange={(source) => onChange({ source })}
      />
    </div>
  )
}

const kindOptions = groupOrder.map((group) => ({
  label: rateGroups[group],
  options: (Object.keys(rateKinds) as RateKind[])
    .filter((kind) => rateKinds[kind].group === group)
    .map((value) => ({ value, label: rateKinds[value].name })),
}))

const baseOptions = (Object.keys(rateKinds) as RateKind[])
  .filter((kind) => rateKinds[kind].group === 'index')
  .map((value) => ({ value, label: rateKinds[value].name }))

const jurisdictionOptions = (Object.keys(jurisdictions) as Jurisdiction[]).map((value) => ({
  value,
  label: jurisdictions[value],
}))

const roundingOptions = [...roundings].map(([value, rounding]) => ({ value, label: roundingText(rounding) }))
