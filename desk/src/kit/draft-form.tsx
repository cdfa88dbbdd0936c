import { FormEnd, PlainForm } from './form.tsx'
import type { Trouble } from './trouble.ts'
import type { DraftWork } from './use-draft.ts'

interface DraftFormProps<Draft, Seen, Complaints> {
  readonly work: DraftWork<Draft, Seen, Complaints>
  /** The verb on the button: 登记, 更正. */
  readonly verb: string
  readonly onClose: () => void
  /** What is wrong with the form as a whole, where no field can say it. */
  readonly complaint?: string | undefined
  /** Drawn when somebody saved the record meanwhile; a form that only makes new things has none. */
  readonly conflict?: ((trouble: Trouble) => React.ReactNode) | undefined
  readonly children: React.ReactNode
}

/** 填写弹窗 (draft form): fields, the way out and the one action, and the conflict where somebody was faster. */
export function DraftForm<Draft, Seen, Complaints>(props: DraftFormProps<Draft, Seen, Complaints>) {
  const { work, conflict } = props
  const { trouble } = work.action
  const isConflict = trouble?.kind === 'stale' && conflict !== undefined
  return (
    <PlainForm onSubmit={work.send}>
      {props.children}
      {isConflict && conflict(trouble)}
      <FormEnd
        verb={props.verb}
        isBusy={work.action.isBusy}
        onCancel={props.onClose}
        complaint={props.complaint ?? (isConflict ? undefined : trouble?.say)}
      />
    </PlainForm>
  )
}
