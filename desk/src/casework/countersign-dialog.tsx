import type { CaseFile } from '@dongzhou/contract/casework-views'
import { useQueryClient } from '@tanstack/react-query'
import { App, Radio } from 'antd'
import { api } from '../api.ts'
import { askAnew } from '../kit/ask-anew.ts'
import { FormEnd, FormField, PlainForm } from '../kit/form.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { TextField } from '../kit/text-field.tsx'
import { useDraft } from '../kit/use-draft.ts'
import { FaultSay } from './fault-say.tsx'
import { handWords } from './words.ts'

interface CountersignProps {
  readonly isOpen: boolean
  readonly file: CaseFile
  readonly onClose: () => void
}

/** 会签: the word of one's own section, with its reasons. */
export function CountersignDialog(props: CountersignProps) {
  return (
    <FormDialog isOpen={props.isOpen} title={handWords.countersign} onClose={props.onClose}>
      <CountersignForm {...props} />
    </FormDialog>
  )
}

interface CountersignDraft {
  readonly agrees: boolean | undefined
  readonly because: string
}

function CountersignForm({ file, onClose }: CountersignProps) {
  const { message } = App.useApp()
  const queries = useQueryClient()
  const first: CountersignDraft = { agrees: undefined, because: '' }
  const work = useDraft({
    first,
    seen: undefined,
    complaintsOf: ({ agrees, because }) => ({
      ...(agrees === undefined ? { agrees: handWords.wrongOpinion } : {}),
      ...(because.trim().length < 2 ? { because: handWords.wrongBecause } : {}),
    }),
    run: ({ actionId, draft }) =>
      api.casework
        .countersign({
          actionId,
          id: file.id,
          version: file.version,
          agrees: draft.agrees === true,
          because: draft.because.trim(),
        })
        .catch(askAnew(queries)),
    onDone: () => {
      onClose()
      void message.success(handWords.countersigned)
    },
  })
  const { draft, complaints, change, action } = work
  return (
    <PlainForm onSubmit={work.send}>
      <p>{handWords.countersignSay}</p>
      <FormField label={handWords.opinion} complaint={complaints.agrees}>
        {(id) => (
          <Radio.Group
            id={id}
            value={draft.agrees}
            options={[
              { value: true, label: handWords.agrees },
              { value: false, label: handWords.differs },
            ]}
            onChange={(event) => change({ agrees: event.target.value === true })}
          />
        )}
      </FormField>
      <TextField
        label={handWords.because}
        value={draft.because}
        most={1000}
        lines={3}
        hint={handWords.becauseHint}
        complaint={complaints.because}
        onChange={(because) => change({ because })}
      />
      <FaultSay trouble={action.trouble} />
      <FormEnd verb={handWords.countersign} isBusy={action.isBusy} onCancel={onClose} />
    </PlainForm>
  )
}
