import { App } from 'antd'
import { DraftForm } from './draft-form.tsx'
import { FormDialog } from './form-dialog.tsx'
import { TextField } from './text-field.tsx'
import { useDraft } from './use-draft.ts'

interface BecauseDialogProps {
  readonly isOpen: boolean
  readonly title: string
  /** What will happen, in words. */
  readonly say: string
  readonly label: string
  readonly hint: string
  readonly wrong: string
  readonly verb: string
  readonly done: string
  readonly onClose: () => void
  readonly run: (sending: { readonly actionId: string; readonly because: string }) => Promise<unknown>
}

/** 写明原因 (a step that takes a written reason): the consequence, the reason, the verb. */
export function BecauseDialog(props: BecauseDialogProps) {
  return (
    <FormDialog isOpen={props.isOpen} title={props.title} onClose={props.onClose}>
      <BecauseForm {...props} />
    </FormDialog>
  )
}

function BecauseForm({ say, label, hint, wrong, verb, done, onClose, run }: BecauseDialogProps) {
  const { message } = App.useApp()
  const work = useDraft({
    first: { because: '' },
    seen: undefined,
    complaintsOf: ({ because }): { readonly because?: string } => (because.trim().length < 2 ? { because: wrong } : {}),
    run: ({ actionId, draft }) => run({ actionId, because: draft.because.trim() }),
    onDone: () => {
      onClose()
      void message.success(done)
    },
  })
  return (
    <DraftForm work={work} verb={verb} onClose={onClose}>
      <p>{say}</p>
      <TextField
        label={label}
        hint={hint}
        most={200}
        lines={2}
        value={work.draft.because}
        complaint={work.complaints.because}
        onChange={(because) => work.change({ because })}
      />
    </DraftForm>
  )
}
