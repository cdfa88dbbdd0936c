import type { BoardLine } from '@dongzhou/contract/plan'
import { App, InputNumber } from 'antd'
import { api } from '../api.ts'
import { DayPicker } from '../kit/day-picker.tsx'
import { DraftForm } from '../kit/draft-form.tsx'
import { FormField } from '../kit/form.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { TextField } from '../kit/text-field.tsx'
import { type DraftSending, useDraft } from '../kit/use-draft.ts'
import { useMe } from '../session/use-session.ts'
import { TargetConflict } from './target-conflict.tsx'
import { type TargetComplaints, type TargetDraft, targetComplaints, targetDraft, targetOf } from './target-draft.ts'
import { targetWords } from './words.ts'

interface TargetDialogProps {
  readonly line: BoardLine
  readonly year: number
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** 调整目标: a new number, and the document it stands in. */
export function TargetDialog(props: TargetDialogProps) {
  return (
    <FormDialog isOpen={props.isOpen} title={targetWords.title} onClose={props.onClose}>
      <TargetForm {...props} />
    </FormDialog>
  )
}

function TargetForm({ line, year, onClose }: TargetDialogProps) {
  const { today } = useMe()
  const { message } = App.useApp()
  const { indicator } = line
  const work = useDraft({
    first: targetDraft(line, year, today),
    seen: line,
    complaintsOf: (draft): TargetComplaints => targetComplaints(draft, year),
    run: ({ actionId, draft, seen }: DraftSending<TargetDraft, BoardLine>) =>
      api.plan.setTarget({
        actionId,
        year,
        indicator: indicator.code,
        version: seen.targetVersion,
        ...targetOf(draft, indicator.unit),
      }),
    onDone: () => {
      onClose()
      void message.success(targetWords.done)
    },
  })
  const { draft, seen } = work
  return (
    <DraftForm
      work={work}
      verb={targetWords.verb}
      onClose={onClose}
      conflict={(trouble) => (
        <TargetConflict trouble={trouble} year={year} seen={seen} mine={draft} onKeep={work.resend} onDrop={onClose} />
      )}
    >
      <p>{targetWords.say(indicator.name, year)}</p>
      <TargetFields
        draft={draft}
        year={year}
        unit={indicator.unit}
        complaints={work.complaints}
        onChange={work.change}
      />
    </DraftForm>
  )
}

interface SpanFieldsProps {
  readonly draft: TargetDraft
  readonly year: number
  readonly complaint: string | undefined
  readonly onChange: (part: Partial<TargetDraft>) => void
}

function SpanFields({ draft, year, complaint, onChange }: SpanFieldsProps) {
  const bounds = { earliest: `${year}-01-01`, latest: `${year}-12-31`, isWrong: complaint !== undefined }
  return (
    <>
      <FormField label={targetWords.from} complaint={complaint}>
        {(id) => <DayPicker id={id} value={draft.from} {...bounds} onChange={(from) => onChange({ from })} />}
      </FormField>
      <FormField label={targetWords.to}>
        {(id) => <DayPicker id={id} value={draft.to} {...bounds} onChange={(to) => onChange({ to })} />}
      </FormField>
    </>
  )
}

interface TargetFieldsProps {
  readonly draft: TargetDraft
  readonly year: number
  readonly unit: string
  readonly complaints: TargetComplaints
  readonly onChange: (part: Partial<TargetDraft>) => void
}

function TargetFields({ draft, year, unit, complaints, onChange }: TargetFieldsProps) {
  const { today } = useMe()
  return (
    <div className="form-grid">
      <FormField label={targetWords.value} hint={targetWords.valueHint} isWide>
        {(id) => (
          <InputNumber
            controls={false}
            id={id}
            min={0}
            precision={unit === '元' || unit === '万元' ? 2 : 0}
            suffix={unit}
            value={draft.value ?? null}
            onChange={(value) => onChange({ value: value ?? undefined })}
          />
        )}
      </FormField>
      <SpanFields draft={draft} year={year} complaint={complaints.span} onChange={onChange} />
      <TextField
        label={targetWords.document}
        value={draft.document}
        most={100}
        isWide
        hint={targetWords.documentHint}
        complaint={complaints.document}
        onChange={(document) => onChange({ document })}
      />
      <FormField label={targetWords.decidedOn} complaint={complaints.decidedOn}>
        {(id) => (
          <DayPicker id={id} value={draft.decidedOn} latest={today} onChange={(decidedOn) => onChange({ decidedOn })} />
        )}
      </FormField>
      <TextField
        label={targetWords.reason}
        value={draft.reason}
        most={300}
        isWide
        complaint={complaints.reason}
        onChange={(reason) => onChange({ reason })}
      />
    </div>
  )
}
