import { NumberOutlined, RedoOutlined, UndoOutlined } from '@ant-design/icons'
import type { ReportFile } from '@dongzhou/contract/reports'
import { App, Button } from 'antd'
import { writeInstant } from '../kit/format.ts'
import type { Trouble } from '../kit/trouble.ts'
import { type Draft, type Edit, isUnsaved } from './draft.ts'
import type { Caret } from './edit-document.ts'
import { countsOf, type ReportNumber } from './report-numbers.ts'
import { reportWords } from './words.ts'

interface ReportBarProps {
  readonly file: ReportFile
  readonly draft: Draft
  readonly numbers: readonly ReportNumber[]
  readonly trouble: Trouble | undefined
  readonly caret: React.RefObject<Caret | undefined>
  readonly onEdit: (edit: Edit) => void
  readonly onInsert: (hasPlace: boolean) => void
  readonly onHead: () => void
}

/** The bar above the paper: one's tools while it is a draft, and where the report and its numbers stand. */
export function ReportBar(props: ReportBarProps) {
  const { file, draft, numbers, trouble } = props
  const { bound, missing, typed, drifted } = countsOf(numbers)
  return (
    <>
      <div className="report-bar card no-print">
        {file.may.write && <Tools {...props} />}
        <span className="report-bar-say">
          <span className="quiet">{reportWords.counts(bound, missing, typed)}</span>
          {file.may.write && (
            <span className={isUnsaved(draft) ? 'risk' : 'quiet'} aria-live="polite">
              {isUnsaved(draft) ? reportWords.unsaved : reportWords.saved}
            </span>
          )}
          {file.finishedAt !== null && <span>{reportWords.finishedSay(writeInstant(file.finishedAt))}</span>}
        </span>
        {trouble && trouble.kind !== 'stale' && (
          <p className="report-bar-line late" role="alert">
            {`${reportWords.saveTrouble}${trouble.say}`}
          </p>
        )}
      </div>
      {drifted > 0 && <p className="report-note report-drift risk no-print">{reportWords.driftSay(drifted)}</p>}
    </>
  )
}

function Tools({ draft, caret, onEdit, onInsert, onHead }: ReportBarProps) {
  const { message } = App.useApp()
  return (
    <span className="row">
      <Button
        size="small"
        icon={<UndoOutlined aria-hidden />}
        disabled={draft.past.length === 0}
        onClick={() => onEdit({ kind: 'undo' })}
      >
        {reportWords.undo}
      </Button>
      <Button
        size="small"
        icon={<RedoOutlined aria-hidden />}
        disabled={draft.future.length === 0}
        onClick={() => onEdit({ kind: 'redo' })}
      >
        {reportWords.redo}
      </Button>
      <Button
        size="small"
        icon={<NumberOutlined aria-hidden />}
        onClick={() => {
          if (!caret.current) void message.info(reportWords.insertAt)
          onInsert(caret.current !== undefined)
        }}
      >
        {reportWords.insert}
      </Button>
      <Button size="small" onClick={onHead}>
        {reportWords.head}
      </Button>
    </span>
  )
}
