import type { SeriesLine } from '@dongzhou/contract/activities'
import { App, InputNumber, Select } from 'antd'
import { DraftForm } from '../kit/draft-form.tsx'
import { FormField, keepForm } from '../kit/form.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { TextField } from '../kit/text-field.tsx'
import { useDraft } from '../kit/use-draft.ts'
import { yearOptions } from '../kit/year-options.ts'
import { useMe } from '../session/use-session.ts'
import { formWords } from '../words/kit.ts'
import { SeriesConflict } from './series-conflict.tsx'
import { type SeriesDraft, saveSeries, seriesComplaints, seriesDraft } from './series-draft.ts'
import { useProgrammes } from './use-activities.ts'
import { seriesWords } from './words.ts'

interface SeriesDialogProps {
  /** The series to change; undefined opens a new one. */
  readonly series: SeriesLine | undefined
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** 开设系列、修改系列. The programme and the year of a series stay what they were. */
export function SeriesDialog({ series, isOpen, onClose }: SeriesDialogProps) {
  return (
    <FormDialog isOpen={isOpen} title={series ? seriesWords.change : seriesWords.open} onClose={onClose}>
      <SeriesForm series={series} onClose={onClose} />
    </FormDialog>
  )
}

function SeriesForm({ series, onClose }: Omit<SeriesDialogProps, 'isOpen'>) {
  const { today } = useMe()
  const { message } = App.useApp()
  const work = useDraft({
    first: seriesDraft(series, today),
    seen: series,
    complaintsOf: seriesComplaints,
    run: saveSeries,
    onDone: () => {
      onClose()
      void message.success(`已${series ? seriesWords.change : seriesWords.open}`)
    },
  })
  const { seen } = work
  return (
    <DraftForm
      work={work}
      verb={formWords.save}
      onClose={onClose}
      conflict={
        seen &&
        ((trouble) => (
          <SeriesConflict trouble={trouble} seen={seen} mine={work.draft} onKeep={work.resend} onDrop={onClose} />
        ))
      }
    >
      <SeriesFields
        draft={work.draft}
        isNew={series === undefined}
        complaints={work.complaints}
        onChange={work.change}
      />
    </DraftForm>
  )
}

interface SeriesFieldsProps {
  readonly draft: SeriesDraft
  readonly isNew: boolean
  readonly complaints: ReturnType<typeof seriesComplaints>
  readonly onChange: (part: Partial<SeriesDraft>) => void
}

function SeriesFields({ draft, isNew, complaints, onChange }: SeriesFieldsProps) {
  const { today } = useMe()
  return (
    <div className="form-grid">
      {isNew && <PlaceInPlan draft={draft} complaint={complaints.programme} today={today} onChange={onChange} />}
      <TextField
        label={seriesWords.name}
        value={draft.title}
        most={60}
        isWide
        complaint={complaints.title}
        onChange={(title) => onChange({ title })}
      />
      <FormField label={seriesWords.planned} isOptional hint={seriesWords.plannedHint}>
        {(id) => (
          <InputNumber
            controls={false}
            id={id}
            min={0}
            max={100_000}
            precision={0}
            suffix="场"
            value={draft.planned}
            onChange={(planned) => onChange({ planned })}
          />
        )}
      </FormField>
      <FormField label={seriesWords.aliases} isOptional isWide>
        {(id) => (
          <Select
            id={id}
            mode="tags"
            open={false}
            suffixIcon={null}
            onInputKeyDown={keepForm}
            maxCount={20}
            placeholder={seriesWords.aliasesHint}
            value={[...draft.aliases]}
            onChange={(aliases: string[]) => onChange({ aliases })}
          />
        )}
      </FormField>
    </div>
  )
}

interface PlaceInPlanProps {
  readonly draft: SeriesDraft
  readonly complaint: string | undefined
  readonly today: string
  readonly onChange: (change: Partial<SeriesDraft>) => void
}

function PlaceInPlan({ draft, complaint, today, onChange }: PlaceInPlanProps) {
  const programmes = useProgrammes().data ?? []
  return (
    <>
      <FormField label={seriesWords.programme} complaint={complaint} isWide>
        {(id) => (
          <Select
            id={id}
            showSearch={{ optionFilterProp: 'label' }}
            value={draft.programme === '' ? null : draft.programme}
            onChange={(programme: string) => onChange({ programme })}
            options={programmes.map(({ code, name }) => ({ value: code, label: name }))}
            {...(complaint === undefined ? {} : { status: 'error' as const })}
          />
        )}
      </FormField>
      <FormField label={seriesWords.year}>
        {(id) => (
          <Select
            id={id}
            value={String(draft.year)}
            onChange={(year: string) => onChange({ year: Number(year) })}
            options={[...yearOptions(today)]}
          />
        )}
      </FormField>
    </>
  )
}
