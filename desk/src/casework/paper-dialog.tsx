import type { CaseFile, PaperView } from '@dongzhou/contract/casework-views'
import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { api } from '../api.ts'
import { uploadFile } from '../intake/upload.ts'
import { askAnew } from '../kit/ask-anew.ts'
import { AttachField } from '../kit/attach-field.tsx'
import { FormEnd, PlainForm } from '../kit/form.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { useAction } from '../kit/use-action.ts'
import { useMay } from '../session/use-session.ts'
import { FaultSay } from './fault-say.tsx'
import { paperWords, scanWords } from './words.ts'

interface PaperDialogProps {
  readonly file: CaseFile
  readonly paper: PaperView | undefined
  readonly onClose: () => void
}

/** 登记收到: a paper seen at the counter, with its scan where there is one. */
export function PaperDialog({ file, paper, onClose }: PaperDialogProps) {
  return (
    <FormDialog isOpen={paper !== undefined} title={paperWords.title(paper?.name ?? '')} onClose={onClose}>
      {paper && <PaperForm file={file} paper={paper} onClose={onClose} />}
    </FormDialog>
  )
}

function PaperForm({ file, paper, onClose }: PaperDialogProps & { readonly paper: PaperView }) {
  const { message } = App.useApp()
  const queries = useQueryClient()
  // The server takes files from those who bring in ledgers; a village station only records that it saw the paper.
  const mayUpload = useMay('intake.write')
  const [scan, setScan] = useState<string>()
  const action = useAction(
    (input: { readonly actionId: string; readonly fileId: string | null }) =>
      api.casework
        .receivePaper({ ...input, id: file.id, version: file.version, paper: paper.code })
        .catch(askAnew(queries)),
    () => {
      onClose()
      void message.success(paperWords.done)
    },
  )
  return (
    <PlainForm onSubmit={() => action.act({ fileId: scan ?? null })}>
      <p>{paperWords.say}</p>
      {mayUpload && <AttachField words={scanWords} upload={uploadFile} value={scan} onChange={setScan} />}
      <FaultSay trouble={action.trouble} />
      <FormEnd verb={paperWords.verb} isBusy={action.isBusy} onCancel={onClose} />
    </PlainForm>
  )
}
