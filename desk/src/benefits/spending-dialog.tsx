import type { Spending } from '@dongzhou/contract/benefits'
import { type Benefit, benefits } from '@dongzhou/terms/benefit'
import { useQuery } from '@tanstack/react-query'
import { App, InputNumber } from 'antd'
import { api, orpc } from '../api.ts'
import { DayPicker } from '../kit/day-picker.tsx'
import { DraftConflict } from '../kit/draft-conflict.tsx'
import { DraftForm } from '../kit/draft-form.tsx'
import type { DraftPart } from '../kit/draft-merge.ts'
import { FormField } from '../kit/form.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { writeMoney } from '../kit/format.ts'
import { TextField } from '../kit/text-field.tsx'
import type { Trouble } from '../kit/trouble.ts'
import { type DraftSending, useDraft } from '../kit/use-draft.ts'
import { useMe } from '../session/use-session.ts'
import {
  type AppropriationComplaints,
  type AppropriationDraft,
  appropriationComplaints,
  appropriationDraft,
  appropriationOf,
  type SeenAppropriation,
  seenAppropriation,
} from './spending-draft.ts'
import { appropriationWords } from './spending-words.ts'

interface DialogProps {
  readonly spending: Spending
  /** Of one benefit; the whole year's when missing. */
  readonly benefit: Benefit | undefined
  readonly onClose: () => void
}

/** 登记资金安排: what was set aside, and the paper it stands in. */
export function AppropriationDialog(props: DialogProps) {
  const { spending, benefit } = props
  const title = appropriationWords.title(spending.year, benefit && benefits[benefit])
  return (
    <FormDialog isOpen title={title} onClose={props.onClose}>
      <AppropriationForm {...props} />
    </FormDialog>
  )
}

function AppropriationForm({ spending, benefit, onClose }: DialogProps) {
  const { today } = useMe()
  const { message } = App.useApp()
  const { year } = spending
  const seen = seenAppropriation(spending, benefit)
  const work = useDraft({
    first: appropriationDraft(seen, today),
    seen,
    complaintsOf: (draft): AppropriationComplaints => appropriationComplaints(draft),
    run: ({ actionId, draft, seen: { version } }: DraftSending<AppropriationDraft, SeenAppropriation>) =>
      api.benefits.setAppropriation({
        actionId,
        year,
        version,
        ...(benefit === undefined ? {} : { benefit }),
        ...appropriationOf(draft),
      }),
    onDone: () => {
      onClose()
      void message.success(appropriationWords.done)
    },
  })
  const conflict = (trouble: Trouble) => (
    <Conflict
      trouble={trouble}
      year={year}
      benefit={benefit}
      seen={work.seen}
      mine={work.draft}
      onKeep={work.resend}
      onDrop={onClose}
    />
  )
  return (
    <DraftForm work={work} verb={appropriationWords.verb} onClose={onClose} conflict={conflict}>
      <p>{appropriationWords.say}</p>
      <Fields draft={work.draft} complaints={work.complaints} onChange={work.change} />
    </DraftForm>
  )
}

interface ConflictProps extends Omit<DialogProps, 'spending' | 'onClose'> {
  readonly trouble: Trouble
  readonly year: number
  readonly seen: SeenAppropriation
  readonly mine: AppropriationDraft
  readonly onKeep: (merged: AppropriationDraft, now: SeenAppropriation) => void
  readonly onDrop: () => void
}

/** 冲突: somebody wrote down another amount meanwhile. */
function Conflict({ year, benefit, ...props }: ConflictProps) {
  const spending = useQuery({ ...orpc.benefits.getSpending.queryOptions({ input: { year } }), staleTime: 0 })
  const now = spending.data && seenAppropriation(spending.data, benefit)
  return (
    <DraftConflict
      {...props}
      now={{ data: now, isFetching: spending.isFetching }}
      parts={parts}
      draftOf={(seen) => appropriationDraft(seen, undefined)}
      versionOf={({ version }) => version}
    />
  )
}

const parts: readonly DraftPart<AppropriationDraft>[] = [
  {
    key: 'amount',
    label: appropriationWords.amount,
    text: ({ amount }) => (amount === undefined ? appropriationWords.none : writeMoney(Math.round(amount * 100))),
  },
]

interface FieldsProps {
  readonly draft: AppropriationDraft
  readonly complaints: AppropriationComplaints
  readonly onChange: (part: Partial<AppropriationDraft>) => void
}

function Fields({ draft, complaints, onChange }: FieldsProps) {
  const { today } = useMe()
  return (
    <div className="form-grid">
      <FormField label={appropriationWords.amount} hint={appropriationWords.amountHint}>
        {(id) => (
          <InputNumber
            id={id}
            controls={false}
            min={0}
            max={99_999_999_999}
            precision={2}
            suffix="元"
            value={draft.amount ?? null}
            onChange={(amount) => onChange({ amount: amount ?? undefined })}
          />
        )}
      </FormField>
      <FormField label={appropriationWords.decidedOn} complaint={complaints.decidedOn}>
        {(id) => (
          <DayPicker id={id} value={draft.decidedOn} latest={today} onChange={(decidedOn) => onChange({ decidedOn })} />
        )}
      </FormField>
      <TextField
        label={appropriationWords.document}
        value={draft.document}
        most={60}
        isWide
        hint={appropriationWords.documentHint}
        complaint={complaints.document}
        onChange={(document) => onChange({ document })}
      />
      <TextField
        label={appropriationWords.reason}
        value={draft.reason}
        most={200}
        isWide
        hint={appropriationWords.reasonHint}
        complaint={complaints.reason}
        onChange={(reason) => onChange({ reason })}
      />
    </div>
  )
}
