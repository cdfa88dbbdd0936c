import type { DeathListView } from '@dongzhou/contract/payments-deaths'
import { useNavigate } from '@tanstack/react-router'
import { App } from 'antd'
import { api } from '../../api.ts'
import { refusalOf, uploadFile } from '../../intake/upload.ts'
import { DayPicker } from '../../kit/day-picker.tsx'
import { DraftForm } from '../../kit/draft-form.tsx'
import { FormField } from '../../kit/form.tsx'
import { FormDialog } from '../../kit/form-dialog.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { useDraft } from '../../kit/use-draft.ts'
import { useMe } from '../../session/use-session.ts'
import { FileField } from '../file-field.tsx'
import { deathWords } from './death-words.ts'

interface ImportDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** 导入死亡比对名单: the file, who sent it, when it came. */
export function ImportDialog({ isOpen, onClose }: ImportDialogProps) {
  return (
    <FormDialog isOpen={isOpen} title={deathWords.importTitle} onClose={onClose}>
      <ImportForm onClose={onClose} />
    </FormDialog>
  )
}

interface ImportDraft {
  readonly file: File | undefined
  readonly source: string
  readonly receivedOn: string | undefined
}

type Complaints = { readonly [K in keyof ImportDraft]?: string }

function complaintsOf({ file, source, receivedOn }: ImportDraft): Complaints {
  const refusal = file === undefined ? deathWords.fileWrong : refusalOf(file)
  return {
    ...(refusal === undefined ? {} : { file: refusal }),
    ...(source.trim().length < 2 ? { source: deathWords.sourceWrong } : {}),
    ...(receivedOn === undefined ? { receivedOn: deathWords.receivedWrong } : {}),
  }
}

function ImportForm({ onClose }: Pick<ImportDialogProps, 'onClose'>) {
  const { today } = useMe()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const work = useDraft<ImportDraft, undefined, Complaints, DeathListView>({
    first: { file: undefined, source: '', receivedOn: today },
    seen: undefined,
    complaintsOf,
    run: ({ actionId, draft }) => importList(actionId, draft),
    onDone: ({ id, state }) => {
      onClose()
      if (state === 'taken') void message.success(deathWords.imported)
      else void message.warning(deathWords.refusedDone)
      void navigate({ to: '.', search: state === 'taken' ? { list: String(id) } : { view: 'lists' } })
    },
  })
  const { draft, change, complaints } = work
  return (
    <DraftForm work={work} verb={deathWords.import} onClose={onClose}>
      <p className="quiet">{deathWords.importSay}</p>
      <FileField
        file={draft.file}
        onChange={(file) => change({ file })}
        accept=".xlsx,.xls,.csv"
        title={deathWords.drop}
        say={deathWords.dropSay}
        complaint={complaints.file}
      />
      <TextField
        label={deathWords.source}
        hint={deathWords.sourceHint}
        most={60}
        value={draft.source}
        complaint={complaints.source}
        onChange={(source) => change({ source })}
      />
      <FormField label={deathWords.receivedOn} complaint={complaints.receivedOn}>
        {(id) => (
          <DayPicker
            id={id}
            value={draft.receivedOn}
            latest={today}
            isWrong={complaints.receivedOn !== undefined}
            onChange={(receivedOn) => change({ receivedOn })}
          />
        )}
      </FormField>
    </DraftForm>
  )
}

async function importList(actionId: string, { file, source, receivedOn = '' }: ImportDraft): Promise<DeathListView> {
  if (file === undefined) throw new Error('a death list without a file')
  const { fileId } = await uploadFile(file, () => undefined)
  return api.payments.importDeathList({ actionId, fileId, source: source.trim(), receivedOn })
}
