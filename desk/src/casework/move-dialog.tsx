import type { CaseFile, MoveView } from '@dongzhou/contract/casework-views'
import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { api } from '../api.ts'
import { askAnew } from '../kit/ask-anew.ts'
import { DayPicker } from '../kit/day-picker.tsx'
import { FormEnd, FormField, PlainForm } from '../kit/form.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { TextField } from '../kit/text-field.tsx'
import { useDraft } from '../kit/use-draft.ts'
import { useMe } from '../session/use-session.ts'
import { FaultSay } from './fault-say.tsx'
import { moveWords } from './words.ts'

interface MoveDialogProps {
  readonly file: CaseFile
  /** The way out that was chosen; undefined while none is. */
  readonly move: MoveView | undefined
  readonly onClose: () => void
}

/** 办理: where the case goes, on which day, and the reasons. */
export function MoveDialog({ file, move, onClose }: MoveDialogProps) {
  return (
    <FormDialog isOpen={move !== undefined} title={move?.label ?? ''} onClose={onClose}>
      {move && <MoveForm file={file} move={move} onClose={onClose} />}
    </FormDialog>
  )
}

interface MoveDraft {
  readonly on: string | undefined
  readonly because: string
}

function MoveForm({ file, move, onClose }: MoveDialogProps & { readonly move: MoveView }) {
  const { today } = useMe()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const first: MoveDraft = { on: today, because: '' }
  const work = useDraft({
    first,
    seen: undefined,
    complaintsOf: ({ on, because }) => ({
      ...(on === undefined ? { on: moveWords.wrongDay } : {}),
      ...(move.needsReasons && because.trim() === '' ? { because: moveWords.wrongBecause } : {}),
    }),
    run: ({ actionId, draft }) =>
      api.casework
        .moveCase({
          actionId,
          id: file.id,
          version: file.version,
          move: move.move,
          ...(move.answer === null ? {} : { answer: move.answer }),
          on: draft.on ?? today,
          because: draft.because.trim(),
        })
        .catch(askAnew(queries)),
    onDone: () => {
      onClose()
      void message.success(moveWords.done(move.label))
    },
  })
  const { draft, complaints, change, action } = work
  return (
    <PlainForm onSubmit={work.send}>
      <p>{sayOf(file, move)}</p>
      <FormField label={moveWords.day} complaint={complaints.on}>
        {(id) => (
          <DayPicker
            id={id}
            value={draft.on}
            earliest={file.events.at(-1)?.on}
            latest={today}
            isWrong={complaints.on !== undefined}
            onChange={(on) => change({ on })}
          />
        )}
      </FormField>
      <TextField
        label={moveWords.because}
        value={draft.because}
        most={1000}
        lines={4}
        isOptional={!move.needsReasons}
        {...(move.needsReasons ? { hint: moveWords.becauseHint } : {})}
        complaint={complaints.because}
        onChange={(because) => change({ because })}
      />
      <FaultSay trouble={action.trouble} />
      <FormEnd
        verb={move.label}
        isBusy={action.isBusy}
        isDanger={move.move === 'refuse' || move.move === 'reject'}
        onCancel={onClose}
      />
    </PlainForm>
  )
}

function sayOf({ atName }: CaseFile, { move, toName }: MoveView): string {
  const say = moveWords.say(atName, toName)
  if (move === 'grant') return `${say}${moveWords.grant}`
  return move === 'refuse' ? `${say}${moveWords.refuse}` : say
}
