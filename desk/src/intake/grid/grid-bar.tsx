import type { BatchView, SheetView } from '@dongzhou/contract/intake'
import { Segmented, Select } from 'antd'
import { writeNumber } from '../../kit/format.ts'
import { countComplaints } from '../batch-steps.ts'
import type { View } from './complaint-walk.ts'
import { type GridAsk, ledgerSheets } from './grid-ask.ts'
import { gridWords } from './grid-words.ts'
import { MarkedBook } from './marked-book.tsx'

interface GridBarProps {
  readonly batch: BatchView
  readonly ask: GridAsk
  readonly onAsk: (ask: GridAsk) => void
}

/** Over the grid: which sheet, which rows, and the workbook to send back. */
export function GridBar({ batch, ask, onAsk }: GridBarProps) {
  const sheets = ledgerSheets(batch)
  const look = (view: View) => onAsk({ ...ask, view, page: 1, at: undefined })
  return (
    <div className="grid-bar">
      {sheets.length > 1 && (
        <Select
          aria-label={gridWords.caption}
          value={ask.sheet}
          options={sheets.map((sheet) => ({ value: sheet.sheet, label: sheet.name }))}
          onChange={(sheet) => onAsk({ ...ask, sheet, page: 1, at: undefined })}
        />
      )}
      {sheets.length > 1 && <span className="quiet small">{gridWords.allSheets}</span>}
      <Segmented
        aria-label={gridWords.views}
        value={ask.view.show === 'kind' ? '' : ask.view.show}
        options={viewOptions(batch, sheets)}
        onChange={(show) => {
          if (show === 'all' || show === 'held' || show === 'warned' || show === 'to-decide') look({ show })
        }}
      />
      <Select
        aria-label={gridWords.kinds}
        className="grid-kinds"
        placeholder={gridWords.kinds}
        allowClear
        value={ask.view.show === 'kind' ? ask.view.code : undefined}
        options={kindOptions(batch)}
        onChange={(code: string | undefined) => look(code === undefined ? { show: 'all' } : { show: 'kind', code })}
      />
      {batch.complaints.length > 0 && <MarkedBook batchId={batch.id} />}
    </div>
  )
}

function viewOptions(batch: BatchView, sheets: readonly SheetView[]) {
  const rows = sheets.reduce((sum, sheet) => sum + sheet.counts.data, 0)
  return [
    { value: 'held', label: counted(gridWords.held, countComplaints(batch, 'held'), '处') },
    { value: 'warned', label: counted(gridWords.warned, countComplaints(batch, 'warned'), '处') },
    { value: 'to-decide', label: counted(gridWords.toDecide, batch.forecast.toDecide, '行') },
    { value: 'all', label: counted(gridWords.all, rows, '行') },
  ]
}

function counted(what: string, count: number, unit: string): string {
  return `${what} ${writeNumber(count)} ${unit}`
}

function kindOptions({ complaints }: BatchView) {
  const byCode = Map.groupBy(complaints, ({ code }) => code)
  return [...byCode].map(([code, same]) => ({
    value: code,
    label: `${same[0]?.name ?? code}（${writeNumber(same.reduce((sum, one) => sum + one.count, 0))}）`,
  }))
}
