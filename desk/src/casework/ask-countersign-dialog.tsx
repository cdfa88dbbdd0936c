import type { CaseFile } from '@dongzhou/contract/casework-views'
import { type Section, sections } from '@dongzhou/terms/role'
import { useQueryClient } from '@tanstack/react-query'
import { App, Checkbox } from 'antd'
import { api } from '../api.ts'
import { askAnew } from '../kit/ask-anew.ts'
import { FormEnd, FormField, PlainForm } from '../kit/form.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { TextField } from '../kit/text-field.tsx'
import { useDraft } from '../kit/use-draft.ts'
import { useMe } from '../session/use-session.ts'
import { FaultSay } from './fault-say.tsx'
import { handWords } from './words.ts'

interface AskCountersignProps {
  readonly isOpen: boolean
  readonly file: CaseFile
  readonly onClose: () => void
}

/** 送会签: which sections are asked for their word, and why. */
export function AskCountersignDialog(props: AskCountersignProps) {
  return (
    <FormDialog isOpen={props.isOpen} title={handWords.ask} onClose={props.onClose}>
      <AskForm {...props} />
    </FormDialog>
  )
}

interface AskDraft {
  readonly sections: readonly Section[]
  readonly because: string
}

function AskForm({ file, onClose }: AskCountersignProps) {
  const { section: own } = useMe()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const first: AskDraft = { sections: [], because: '' }
  const work = useDraft({
    first,
    seen: undefined,
    complaintsOf: (draft) => ({
      ...(draft.sections.length === 0 ? { sections: handWords.wrongSections } : {}),
      ...(draft.because.trim().length < 2 ? { because: handWords.wrongBecause } : {}),
    }),
    run: ({ actionId, draft }) =>
      api.casework
        .askCountersign({
          actionId,
          id: file.id,
          version: file.version,
          sections: [...draft.sections],
          because: draft.because.trim(),
        })
        .catch(askAnew(queries)),
    onDone: () => {
      onClose()
      void message.success(handWords.asked)
    },
  })
  const { draft, complaints, change, action } = work
  const others = Object.entries(sections).filter(([code]) => code !== own)
  return (
    <PlainForm onSubmit={work.send}>
      <p>{handWords.askSay}</p>
      <FormField label={handWords.sections} complaint={complaints.sections}>
        {() => (
          <Checkbox.Group
            aria-label={handWords.sections}
            value={[...draft.sections]}
            options={others.map(([value, label]) => ({ value, label }))}
            onChange={(chosen) => change({ sections: chosen.map(String).filter(isSection) })}
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
      <FormEnd verb={handWords.ask} isBusy={action.isBusy} onCancel={onClose} />
    </PlainForm>
  )
}

function isSection(text: string): text is Section {
  return Object.hasOwn(sections, text)
}
