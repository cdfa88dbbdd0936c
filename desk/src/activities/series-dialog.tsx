import type { SeriesLine } from '@dongzhou/contract/activities'
import { App, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { api } from '../api.ts'
import { FormEnd, FormField, keepForm, PlainForm } from '../kit/form.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { TextField } from '../kit/text-field.tsx'
import { useAction } from '../kit/use-action.ts'
import { useMe } from '../session/use-session.ts'
import { formWords } from '../words/kit.ts'
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

interface SeriesDraft {
  readonly programme: string
  readonly year: number
  readonly title: string
  readonly aliases: readonly string[]
  readonly planned: number | null
}

function SeriesForm({ series, onClose }: Omit<SeriesDialogProps, 'isOpen'>) {
  const { today } = useMe()
  const { message } = App.useApp()
  const [draft, setDraft] = useState<SeriesDraft>(() => draftOf(series, today))
  const [isSent, setSent] = useState(false)
  const complaints = isSent ? complaintsOf(draft) : {}
  const action = useAction(
    (input: { readonly actionId: string }) => save(input.actionId, draft, series),
    () => {
      onClose()
      void message.success(`已${series ? seriesWords.change : seriesWords.open}`)
    },
  )
  return (
    <PlainForm
      onSubmit={() => {
        setSent(true)
        if (Object.keys(complaintsOf(draft)).length === 0) action.act({})
      }}
    >
      <div className="form-grid">
        {series === undefined && (
          <PlaceInPlan
            draft={draft}
            complaint={complaints.programme}
            today={today}
            onChange={(change) => setDraft({ ...draft, ...change })}
          />
        )}
        <TextField
          label={seriesWords.name}
          value={draft.title}
          most={60}
          isWide
          complaint={complaints.title}
          onChange={(title) => setDraft({ ...draft, title })}
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
              onChange={(planned) => setDraft({ ...draft, planned })}
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
              onChange={(aliases: string[]) => setDraft({ ...draft, aliases })}
            />
          )}
        </FormField>
      </div>
      <FormEnd verb={formWords.save} isBusy={action.isBusy} onCancel={onClose} complaint={action.trouble?.say} />
    </PlainForm>
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

function draftOf(series: SeriesLine | undefined, today: string): SeriesDraft {
  return {
    programme: series?.programme.code ?? '',
    year: series?.year ?? Number(today.slice(0, 4)),
    title: series?.title ?? '',
    aliases: series?.aliases ?? [],
    planned: series?.planned ?? null,
  }
}

function complaintsOf(draft: SeriesDraft): { readonly programme?: string; readonly title?: string } {
  return {
    ...(draft.programme === '' ? { programme: seriesWords.complaintProgramme } : {}),
    ...(draft.title.trim().length < 2 ? { title: seriesWords.complaintTitle } : {}),
  }
}

function save(actionId: string, draft: SeriesDraft, series: SeriesLine | undefined): Promise<unknown> {
  const shape = {
    title: draft.title.trim(),
    aliases: draft.aliases.map((alias) => alias.trim().slice(0, 60)).filter((alias) => alias.length >= 2),
    planned: draft.planned,
  }
  if (series) return api.activities.changeSeries({ actionId, id: series.id, version: series.version, ...shape })
  return api.activities.openSeries({ actionId, programme: draft.programme, year: draft.year, ...shape })
}
