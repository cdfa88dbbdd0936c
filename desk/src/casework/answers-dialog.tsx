import type { CaseFile, FieldView } from '@dongzhou/contract/casework-views'
import { App } from 'antd'
import { api } from '../api.ts'
import { DraftConflict } from '../kit/draft-conflict.tsx'
import { DraftForm } from '../kit/draft-form.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import type { Trouble } from '../kit/trouble.ts'
import { useDraft } from '../kit/use-draft.ts'
import { AnswerFields } from './answer-fields.tsx'
import { type AnswerDraft, answerSay, draftOf, givenAnswers } from './answers.ts'
import { FaultSay } from './fault-say.tsx'
import { useCaseNow } from './use-casework.ts'
import { fillWords } from './words.ts'

interface AnswersDialogProps {
  readonly isOpen: boolean
  readonly file: CaseFile
  /** What the step asks. */
  readonly fields: readonly FieldView[]
  readonly onClose: () => void
}

/** 填写: the part of the form that this step asks. */
export function AnswersDialog(props: AnswersDialogProps) {
  return (
    <FormDialog isOpen={props.isOpen} title={fillWords.title} onClose={props.onClose} isWide>
      <AnswersForm {...props} />
    </FormDialog>
  )
}

function AnswersForm({ file, fields, onClose }: AnswersDialogProps) {
  const { message } = App.useApp()
  const work = useDraft({
    first: draftOf(file, fields),
    seen: file,
    complaintsOf: () => ({}),
    run: ({ actionId, draft, seen }) =>
      api.casework.fillCase({
        actionId,
        id: seen.id,
        version: seen.version,
        answers: givenAnswers(draft, draftOf(seen, fields)),
      }),
    onDone: () => {
      onClose()
      void message.success(fillWords.done)
    },
  })
  return (
    <DraftForm
      work={work}
      verb={fillWords.verb}
      onClose={onClose}
      conflict={(trouble) => (
        <AnswersConflict
          trouble={trouble}
          seen={work.seen}
          fields={fields}
          mine={work.draft}
          onKeep={work.resend}
          onDrop={onClose}
        />
      )}
    >
      <div className="form-grid">
        <AnswerFields fields={fields} draft={work.draft} onChange={work.change} />
      </div>
      {work.action.trouble?.kind !== 'stale' && <FaultSay trouble={work.action.trouble} isSaid />}
    </DraftForm>
  )
}

interface ConflictProps {
  readonly trouble: Trouble
  readonly seen: CaseFile
  readonly fields: readonly FieldView[]
  readonly mine: AnswerDraft
  readonly onKeep: (merged: AnswerDraft, now: CaseFile) => void
  readonly onDrop: () => void
}

/** 冲突: somebody saved the case meanwhile. */
function AnswersConflict({ fields, ...props }: ConflictProps) {
  const found = useCaseNow(props.seen.id)
  return (
    <DraftConflict
      {...props}
      now={found}
      parts={fields.map((field) => ({
        key: field.code,
        label: field.label,
        text: (draft: AnswerDraft) => answerSay(field, draft[field.code]),
      }))}
      draftOf={(file) => draftOf(file, fields)}
      versionOf={({ version }) => version}
    />
  )
}
