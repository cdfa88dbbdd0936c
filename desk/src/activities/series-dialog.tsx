import type { SeriesLine } from '@dongzhou/contract/activities'
import { App, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { FormEnd, FormField, keepForm, PlainForm } from '../kit/form.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { TextField } from '../kit/text-field.tsx'
import { useAction } from '../kit/use-action.ts'
import { useMe } from '../session/use-session.ts'
import { formWords } from '../words/kit.ts'
import { SeriesConflict } from './series-conflict.tsx'
import { type SeriesDraft, saveSeries, seriesComplaints, seriesDraft } from './series-draft.ts'
import { useProgrammes } from './use-activities.ts'
import { seriesWords } from './words.ts'
import { yearOptions } from './years.ts'

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
  const [draft, setDraft] = useState<SeriesDraft>(() => seriesDraft(series, today))
  const [seen, setSeen] = useState(series)
  const [isSent, setSent] = useState(false)
  const complaints = isSent ? seriesComplaints(draft) : {}
  const action = useAction(
    (input: Sending & { readonly actionId: string }) => saveSeries(input.actionId, input.draft, input.seen),
    () => {
      onClose()
      void message.success(`已${series ? seriesWords.change : seriesWords.open}`)
    },
  )
  const change = (part: Partial<SeriesDraft>) => setDraft({ ...draft, ...part })
  return (
    <PlainForm
      onSubmit={() => {
        setSent(true)
        if (Object.keys(seriesComplaints(draft)).length === 0) action.act({ draft, seen })
      }}
    >
      <SeriesFields draft={draft} isNew={series === undefined} complaints={complaints} onChange={change} />
      <FormEnd
        verb={formWords.save}
        isBusy={action.isBusy}
        onCancel={onClose}
        complaint={action.trouble?.kind === 'stale' ? undefined : action.trouble?.say}
      />
      {seen && action.trouble?.kind === 'stale' && (
        <SeriesConflict
          seen={seen}
          mine={draft}
          onDrop={onClose}
          onKeep={(merged, now) => {
            action.clear()
            setDraft(merged)
            setSeen(now)
            action.act({ draft: merged, seen: now })
          }}
        />
      )}
    </PlainForm>
  )
}

interface Sending {
  readonly draft: SeriesDraft
  /** The series as it was seen; undefined for a new one. */
  readonly seen: SeriesLine | undefined
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
