import { InputNumber, Select } from 'antd'
import { DayPicker } from '../kit/day-picker.tsx'
import { DivisionPicker } from '../kit/division-picker.tsx'
import { FormField, keepForm } from '../kit/form.tsx'
import { TextField } from '../kit/text-field.tsx'
import { useMay, useMe } from '../session/use-session.ts'
import type { Counting, EventComplaints, EventDraft } from './event-draft.ts'
import { ProofFile } from './proof-file.tsx'
import { SeriesPicker } from './series-picker.tsx'
import { useSeries } from './use-activities.ts'
import { countingHints, countings, eventWords, formLabels } from './words.ts'

export interface FieldsProps {
  readonly draft: EventDraft
  readonly onChange: (change: Partial<EventDraft>) => void
  readonly complaints: EventComplaints
  /** Of what was or is recorded as held. */
  readonly hasEvidence: boolean
}

/** What, where and when: asked of every event. */
export function PlacedFields({ draft, onChange, complaints, hasEvidence }: FieldsProps) {
  const me = useMe()
  return (
    <>
      <SeriesField draft={draft} complaint={complaints.seriesId} onChange={onChange} />
      <TextField
        label={eventWords.name}
        value={draft.title}
        most={100}
        isWide
        hint={formLabels.titleHint}
        complaint={complaints.title}
        onChange={(title) => onChange({ title })}
      />
      <FormField label={hasEvidence ? formLabels.dayHeld : formLabels.dayPlanned} complaint={complaints.day}>
        {(id) => (
          <DayPicker
            id={id}
            value={draft.day}
            latest={hasEvidence ? me.today : undefined}
            isWrong={complaints.day !== undefined}
            onChange={(day) => onChange({ day })}
          />
        )}
      </FormField>
      <FormField label={eventWords.division} complaint={complaints.division}>
        {(id) => (
          <DivisionPicker
            id={id}
            within={me.division.code}
            value={draft.division}
            isWrong={complaints.division !== undefined}
            onChange={(division) => onChange({ division })}
          />
        )}
      </FormField>
      <TextField
        label={eventWords.place}
        value={draft.place}
        most={100}
        isOptional
        onChange={(place) => onChange({ place })}
      />
      <TextField
        label={eventWords.host}
        value={draft.host}
        most={60}
        isOptional
        onChange={(host) => onChange({ host })}
      />
      <FormField label={eventWords.partners} isOptional isWide>
        {(id) => (
          <Select
            id={id}
            mode="tags"
            open={false}
            suffixIcon={null}
            onInputKeyDown={keepForm}
            maxCount={30}
            placeholder={formLabels.partnersHint}
            value={[...draft.partners]}
            onChange={(names: string[]) => onChange({ partners: named(names) })}
          />
        )}
      </FormField>
    </>
  )
}

interface SeriesFieldProps extends Pick<FieldsProps, 'draft' | 'onChange'> {
  readonly complaint: string | undefined
}

/** A series is of one year: an event of another year is taken, but not in silence. */
function SeriesField({ draft, complaint, onChange }: SeriesFieldProps) {
  const series = useSeries(draft.seriesId).data
  const isOtherYear = series !== undefined && draft.day !== undefined && !draft.day.startsWith(String(series.year))
  return (
    <FormField
      label={eventWords.series}
      complaint={complaint}
      isWide
      {...(isOtherYear ? { hint: <span className="risk">{formLabels.otherYear(series.year)}</span> } : {})}
    >
      {(id) => (
        <SeriesPicker
          id={id}
          value={draft.seriesId}
          isWrong={complaint !== undefined}
          onChange={(seriesId) => onChange({ seriesId })}
        />
      )}
    </FormField>
  )
}

/** How many came, how they were counted, and what proves it. */
export function EvidenceFields({ draft, onChange, complaints }: FieldsProps) {
  const mayUpload = useMay('intake.write')
  const isCounted = draft.counting !== 'not-counted'
  return (
    <>
      <FormField
        label={eventWords.counting}
        complaint={complaints.counting}
        {...(draft.counting === undefined ? {} : { hint: countingHints[draft.counting] })}
      >
        {(id) => (
          <Select
            id={id}
            {...(complaints.counting === undefined ? {} : { status: 'error' as const })}
            value={draft.counting ?? null}
            onChange={(counting: Counting) => onChange({ counting })}
            options={Object.entries(countings).map(([value, label]) => ({ value, label }))}
          />
        )}
      </FormField>
      <FormField label={eventWords.attendance} complaint={complaints.attendance}>
        {(id) => (
          <InputNumber
            controls={false}
            id={id}
            min={0}
            max={10_000_000}
            precision={0}
            suffix={formLabels.attendanceUnit}
            disabled={!isCounted}
            value={isCounted ? (draft.attendance ?? null) : null}
            onChange={(attendance) => onChange({ attendance: attendance ?? undefined })}
            {...(complaints.attendance === undefined ? {} : { status: 'error' as const })}
          />
        )}
      </FormField>
      <TextField
        label={eventWords.proof}
        value={draft.proof}
        most={300}
        isWide
        isOptional
        hint={formLabels.proofHint}
        onChange={(proof) => onChange({ proof })}
      />
      {mayUpload && <ProofFile value={draft.proofFileId} onChange={(proofFileId) => onChange({ proofFileId })} />}
    </>
  )
}

/** Names as they can be kept: trimmed, each once, none longer than the server takes. */
function named(names: readonly string[]): readonly string[] {
  return [...new Set(names.map((name) => name.trim().slice(0, 60)).filter((name) => name !== ''))]
}
