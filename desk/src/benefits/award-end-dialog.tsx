import type { Timeline, TimelineLine } from '@dongzhou/contract/benefits-views'
import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { api } from '../api.ts'
import { askAnew } from '../kit/ask-anew.ts'
import { FormEnd, FormField, PlainForm } from '../kit/form.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { MonthPicker } from '../kit/month-picker.tsx'
import { TextField } from '../kit/text-field.tsx'
import { type DraftSending, useDraft } from '../kit/use-draft.ts'
import { type EndComplaints, type EndDraft, endComplaints } from './award-draft.ts'
import { endWords } from './award-words.ts'

interface EndProps {
  readonly timeline: Timeline
  readonly line: TimelineLine
  readonly onClose: () => void
}

/** 终止待遇: says what it stops and what will be asked back, and asks for the paper. */
export function AwardEndDialog(props: EndProps) {
  return (
    <FormDialog isOpen title={endWords.title(props.line.benefitName)} onClose={props.onClose}>
      <EndForm {...props} />
    </FormDialog>
  )
}

function EndForm({ timeline, line, onClose }: EndProps) {
  const { message } = App.useApp()
  const queries = useQueryClient()
  const { person, version, now } = timeline
  const work = useDraft({
    first: firstDraft(now),
    seen: version,
    complaintsOf: (draft): EndComplaints => endComplaints(draft),
    run: async ({ actionId, draft }: DraftSending<EndDraft, number>) => {
      const { lastMonth } = draft
      if (lastMonth === undefined || line.award === null) return
      const said = { lastMonth, document: draft.document.trim(), because: draft.because.trim() }
      await api.benefits
        .endAward({ actionId, personId: person.id, version, factId: line.award.factId, ...said })
        .catch(askAnew(queries))
    },
    onDone: () => {
      onClose()
      void message.success(endWords.done)
    },
  })
  const { draft, complaints } = work
  return (
    <PlainForm onSubmit={work.send}>
      <p>{endWords.say(person.name, line.benefitName)}</p>
      <FormField label={endWords.lastMonth} complaint={complaints.lastMonth}>
        {(id) => <MonthPicker id={id} value={draft.lastMonth} onChange={(lastMonth) => work.change({ lastMonth })} />}
      </FormField>
      <TextField
        label={endWords.document}
        value={draft.document}
        most={60}
        hint={endWords.documentHint}
        complaint={complaints.document}
        onChange={(document) => work.change({ document })}
      />
      <TextField
        label={endWords.because}
        value={draft.because}
        most={200}
        hint={endWords.becauseHint}
        complaint={complaints.because}
        onChange={(because) => work.change({ because })}
      />
      <FormEnd
        verb={endWords.verb}
        isDanger
        leave={endWords.leave}
        isBusy={work.action.isBusy}
        onCancel={onClose}
        trouble={work.action.trouble}
      />
    </PlainForm>
  )
}

function firstDraft(lastMonth: string): EndDraft {
  return { lastMonth, document: '', because: '' }
}
