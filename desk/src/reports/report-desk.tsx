import type { ReportFile } from '@dongzhou/contract/reports'
import { markTyped } from '@dongzhou/engines/reports'
import { useEffect, useMemo, useRef, useState } from 'react'
import { usePageSearch } from '../kit/navigation.tsx'
import { PaperDesk } from '../kit/paper.tsx'
import { useShortcut } from '../kit/shortcuts.ts'
import { newId } from './block-menu.tsx'
import { type Draft, type Edit, isUnsaved } from './draft.ts'
import { type Caret, stretchAt, stretchOf } from './edit-document.ts'
import { HeadDialog } from './head-dialog.tsx'
import { replaceInline } from './inlines.ts'
import { InsertDialog } from './insert-dialog.tsx'
import { Inspector } from './inspector.tsx'
import { LeaveGuard } from './leave-guard.tsx'
import { originOf, sayOf } from './number-origin.ts'
import { ReportPaper } from './paper-text.tsx'
import { ReportBar } from './report-bar.tsx'
import { ReportConflict } from './report-conflict.tsx'
import { numbersOf, type ReportNumber } from './report-numbers.ts'
import { ReportTitle } from './report-title.tsx'
import { bringIntoSight } from './sight.ts'
import type { Pen } from './stretch-field.tsx'
import { useReportDraft, useSaving } from './use-report-draft.ts'
import { useReportSearch } from './use-report-search.ts'
import { useProgrammes } from './use-reports.ts'

/** The report as one works on it: title and actions, the bar, the paper, the inspector, and the dialogs over them. */
export function ReportDesk({ file }: { readonly file: ReportFile }) {
  const [draft, edit] = useReportDraft(file)
  const saving = useSaving(file.id, edit)
  const caret = useRef<Caret>(undefined)
  const [open, setOpen] = useState<'head' | 'insert' | 'bind'>()
  const shown = useShown(file, draft)
  const choice = useChoice(shown.numbers)
  const pen = usePen(edit, choice.choose, caret, shown.numbers)
  const isEditing = file.may.write
  const save = () => {
    if (isEditing && isUnsaved(draft)) saving.act({ version: draft.version, document: draft.document })
  }
  useShortcut('mod+s', save)
  const { chosen } = choice
  const close = () => setOpen(undefined)
  return (
    <>
      <ReportTitle file={file} draft={draft} isSaving={saving.isBusy} onSave={save} />
      <ReportBar
        file={file}
        draft={draft}
        numbers={shown.numbers}
        trouble={saving.trouble}
        onEdit={edit}
        onInsert={(hasPlace) => hasPlace && setOpen('insert')}
        caret={caret}
        onHead={() => setOpen('head')}
      />
      <PaperDesk
        chosen={
          chosen && originOf(chosen, isEditing && chosen.standing === 'typed' ? () => setOpen('bind') : undefined)
        }
        tools={
          <Inspector
            report={file}
            numbers={shown.numbers}
            chosen={chosen}
            onChoose={choice.chooseAndShow}
            onJump={(id) => bringIntoSight(id, true)}
            onSet={isEditing ? (figure) => edit({ kind: 'set-figure', figure }) : undefined}
          />
        }
      >
        <ReportPaper
          document={shown.document}
          numbers={shown.numbers}
          chosen={chosen?.id}
          caret={draft.caret}
          pen={pen}
          onEdit={isEditing ? edit : undefined}
          onHead={isEditing ? () => setOpen('head') : undefined}
        />
      </PaperDesk>
      <HeadDialog isOpen={open === 'head'} document={draft.document} onEdit={edit} onClose={close} />
      <InsertDialog
        isOpen={open === 'insert' || open === 'bind'}
        report={file}
        instead={open === 'bind' ? chosen?.shown : undefined}
        onClose={close}
        onInsert={(figure) => {
          close()
          if (open === 'insert' && caret.current) edit({ kind: 'insert', at: caret.current, figure })
          const at = open === 'bind' && chosen ? stretchOf(shown.document, chosen.id) : undefined
          if (at && chosen) {
            edit({ kind: 'put', at, inlines: replaceInline(stretchAt(shown.document, at), chosen.id, figure) })
          }
          choice.choose(figure.id)
        }}
      />
      {saving.trouble?.kind === 'stale' && <ReportConflict draft={draft} saving={saving} onEdit={edit} />}
      <LeaveGuard isUnsaved={isEditing && isUnsaved(draft)} />
    </>
  )
}

/** The draft with its hand-written numbers marked, and all its numbers in reading order. */
function useShown(file: ReportFile, draft: Draft) {
  const programmes = useProgrammes()
  return useMemo(() => {
    const document = markTyped(draft.document)
    const indicators = programmes.data?.flatMap((programme) => programme.indicators) ?? []
    return { document, numbers: numbersOf(document, file.figures, indicators) }
  }, [draft.document, file.figures, programmes.data])
}

/** The chosen number, kept in the address so that a colleague sees the same one. */
function useChoice(numbers: readonly ReportNumber[]) {
  const { figure } = usePageSearch()
  const change = useReportSearch()
  const first = useRef(figure)
  useEffect(() => {
    // Opened by a colleague's link: the number it names comes into sight once.
    if (typeof first.current === 'string') bringIntoSight(first.current, false)
  }, [])
  const choose = (id: string) => change({ figure: id, rows: undefined })
  return {
    chosen: numbers.find(({ id }) => id === figure),
    choose,
    chooseAndShow: (id: string) => {
      choose(id)
      bringIntoSight(id, false)
    },
  }
}

/** The pen stays one object while what it does follows the page. */
function usePen(
  edit: (edit: Edit) => void,
  choose: (id: string) => void,
  caret: React.RefObject<Caret | undefined>,
  numbers: readonly ReportNumber[],
): Pen {
  return useMemo(
    () => ({
      onWrite: (at, inlines) => edit({ kind: 'write', at, inlines }),
      onSplit: (at, offset) => edit({ kind: 'split', at, offset, id: newId() }),
      onJoin: (at) => edit({ kind: 'join', at }),
      onUndo: () => edit({ kind: 'undo' }),
      onRedo: () => edit({ kind: 'redo' }),
      onChoose: choose,
      onCaret: (at) => {
        caret.current = at
      },
      sayOf: (id) => sayOf(numbers.find((number) => number.id === id)),
    }),
    [edit, choose, caret, numbers],
  )
}
