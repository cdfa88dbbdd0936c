import type { RunLine } from '@dongzhou/contract/payments-views'
import { type Benefit, benefits, isBenefit } from '@dongzhou/terms/benefit'
import { findMonth } from '@dongzhou/terms/month'
import { App, Button, Checkbox } from 'antd'
import { api } from '../api.ts'
import { monthOfDay } from '../benefits/entitlement-month.ts'
import { DivisionPicker } from '../kit/division-picker.tsx'
import { DraftForm } from '../kit/draft-form.tsx'
import { FormField } from '../kit/form.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { Loaded } from '../kit/loaded.tsx'
import { MonthPicker } from '../kit/month-picker.tsx'
import { useOpenPage } from '../kit/navigation.tsx'
import { TextField } from '../kit/text-field.tsx'
import { type DraftWork, useDraft } from '../kit/use-draft.ts'
import { useMe } from '../session/use-session.ts'
import { useLastRun } from './use-runs.ts'
import { runWords } from './words.ts'

interface CreateRunDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** 编制发放批次: the month and the benefits; the last run's are filled in. */
export function CreateRunDialog({ isOpen, onClose }: CreateRunDialogProps) {
  return (
    <FormDialog isOpen={isOpen} title={runWords.createTitle} onClose={onClose} isWide>
      <CreateRun onClose={onClose} />
    </FormDialog>
  )
}

function CreateRun({ onClose }: { readonly onClose: () => void }) {
  return <Loaded query={useLastRun()}>{(last) => <CreateRunForm last={last} onClose={onClose} />}</Loaded>
}

interface RunDraft {
  readonly month: string | undefined
  readonly opening: string | undefined
  readonly benefits: readonly Benefit[]
  readonly division: string | undefined
  readonly note: string
}

type Complaints = { readonly [K in 'month' | 'benefits']?: string }
type Work = DraftWork<RunDraft, undefined, Complaints>

function complaintsOf(draft: RunDraft): Complaints {
  return {
    ...(draft.month === undefined ? { month: runWords.monthWrong } : {}),
    ...(draft.benefits.length === 0 ? { benefits: runWords.benefitsWrong } : {}),
  }
}

function CreateRunForm({ last, onClose }: { readonly last: RunLine | null; readonly onClose: () => void }) {
  const { today, division } = useMe()
  const { message } = App.useApp()
  const open = useOpenPage()
  const now = monthOfDay(today)
  const work = useDraft<RunDraft, undefined, Complaints, { readonly id: number }>({
    first: { month: now, opening: undefined, benefits: last?.benefits ?? [], division: undefined, note: '' },
    seen: undefined,
    complaintsOf,
    run: ({ actionId, draft }) => createRun(actionId, draft),
    onDone: ({ id }) => {
      onClose()
      void message.success(runWords.created)
      open(`/payments/runs/${id}`)
    },
  })
  const { draft, change, complaints } = work
  return (
    <DraftForm work={work} verb={runWords.createVerb} onClose={onClose}>
      <p className="quiet">{runWords.createSay}</p>
      <div className="form-grid">
        <FormField label={runWords.month} hint={runWords.monthHint} complaint={complaints.month}>
          {(id) => (
            <MonthPicker
              id={id}
              value={draft.month}
              latest={now}
              isWrong={complaints.month !== undefined}
              onChange={(month) => change({ month })}
            />
          )}
        </FormField>
        <FormField label={runWords.opening} hint={runWords.openingHint} isOptional>
          {(id) => (
            <MonthPicker
              id={id}
              value={draft.opening}
              latest={draft.month ?? now}
              onChange={(opening) => change({ opening })}
            />
          )}
        </FormField>
        <FormField label={runWords.division} hint={runWords.divisionHint} isOptional>
          {(id) => (
            <DivisionPicker
              id={id}
              within={division.code}
              value={draft.division}
              onChange={(code) => change({ division: code })}
            />
          )}
        </FormField>
        <BenefitField work={work} isFromLast={last !== null} />
        <TextField
          label={runWords.note}
          isOptional
          isWide
          most={200}
          value={draft.note}
          onChange={(note) => change({ note })}
        />
      </div>
    </DraftForm>
  )
}

const all = Object.keys(benefits).filter(isBenefit)

function BenefitField({ work, isFromLast }: { readonly work: Work; readonly isFromLast: boolean }) {
  const { draft, change, complaints } = work
  const isAll = draft.benefits.length === all.length
  return (
    <FormField
      label={runWords.benefits}
      isWide
      complaint={complaints.benefits}
      hint={isFromLast ? runWords.benefitsHint : undefined}
    >
      {(id) => (
        <fieldset id={id} className="pay-benefits">
          <legend className="unseen">{runWords.benefits}</legend>
          <Button type="link" size="small" onClick={() => change({ benefits: isAll ? [] : all })}>
            {isAll ? runWords.none : runWords.all}
          </Button>
          <Checkbox.Group
            value={[...draft.benefits]}
            options={all.map((value) => ({ value, label: benefits[value] }))}
            onChange={(values) => change({ benefits: values.filter(isBenefit) })}
          />
        </fieldset>
      )}
    </FormField>
  )
}

/** The contract takes a month as it is written and gives it on as a number: the client sends what is written. */
function createRun(actionId: string, { month = '', opening, benefits: chosen, division, note }: RunDraft) {
  if (findMonth(month) === undefined) throw new Error('a run without a month')
  return api.payments.createRun({
    actionId,
    month,
    benefits: [...chosen],
    note: note.trim(),
    ...(opening === undefined ? {} : { opening }),
    ...(division === undefined ? {} : { division }),
  })
}
