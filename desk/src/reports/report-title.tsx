import type { ReportFile } from '@dongzhou/contract/reports'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { writeDay } from '../kit/format.ts'
import { HelpLines } from '../kit/help-lines.tsx'
import { useOpenPage } from '../kit/navigation.tsx'
import { PageTitle } from '../kit/page-title.tsx'
import { CutOffDialog } from './cut-off-dialog.tsx'
import { type Draft, isUnsaved } from './draft.ts'
import { ExportButton } from './export-button.tsx'
import { FinishDialog, ReopenDialog } from './finish-dialog.tsx'
import { listWords, reportWords, stateNames } from './words.ts'

interface ReportTitleProps {
  readonly file: ReportFile
  readonly draft: Draft
  readonly isSaving: boolean
  readonly onSave: () => void
}

/** The head of a report's page, with everything one can do to the report as a whole. */
export function ReportTitle({ file, draft, isSaving, onSave }: ReportTitleProps) {
  const [open, setOpen] = useState<'cut-off' | 'finish' | 'reopen'>()
  const close = () => setOpen(undefined)
  const unsaved = isUnsaved(draft)
  return (
    <>
      <PageTitle
        title={draft.document.title}
        note={`${stateNames[file.state]} · 截至${writeDay(file.cutOff)}`}
        above={[{ title: listWords.title, to: '/reports' }]}
        help={<HelpLines lines={reportWords.help} />}
        actions={
          <>
            <MoreButton file={file} isUnsaved={unsaved} onOpen={setOpen} />
            {file.may.export && <ExportButton id={file.id} isUnsaved={unsaved} />}
          </>
        }
        {...(file.may.write
          ? { primary: { label: reportWords.save, onClick: onSave, isDisabled: !unsaved || isSaving } }
          : {})}
      />
      <CutOffDialog isOpen={open === 'cut-off'} file={file} onClose={close} />
      <FinishDialog isOpen={open === 'finish'} file={file} onClose={close} />
      <ReopenDialog isOpen={open === 'reopen'} file={file} onClose={close} />
    </>
  )
}

interface MoreButtonProps {
  readonly file: ReportFile
  readonly isUnsaved: boolean
  readonly onOpen: (what: 'cut-off' | 'finish' | 'reopen') => void
}

// What works on the saved report waits until everything is saved, and says so.
function MoreButton({ file, isUnsaved: unsaved, onOpen }: MoreButtonProps) {
  const open = useOpenPage()
  const waits = unsaved ? { disabled: true, title: reportWords.saveFirst } : {}
  const items = [
    { key: 'compare', label: reportWords.compare, onClick: () => open(`/reports/${file.id}/compare`) },
    ...(file.may.write
      ? [{ key: 'cut-off', label: reportWords.cutOff, ...waits, onClick: () => onOpen('cut-off') }]
      : []),
    { key: 'print', label: reportWords.print, onClick: () => window.print() },
    ...(file.may.finish
      ? [{ key: 'finish', label: reportWords.finish, ...waits, onClick: () => onOpen('finish') }]
      : []),
    ...(file.may.reopen ? [{ key: 'reopen', label: reportWords.reopen, onClick: () => onOpen('reopen') }] : []),
  ]
  return (
    <Dropdown trigger={['click']} menu={{ items }}>
      <Button>{reportWords.more}</Button>
    </Dropdown>
  )
}
