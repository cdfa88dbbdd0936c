import type { SheetView, StagedRow } from '@dongzhou/contract/intake'
import { Button } from 'antd'
import { StaleDialog } from '../../kit/stale.tsx'
import type { AllBatchWork, FixCells } from '../use-batch-work.ts'
import { gridWords } from './grid-words.ts'

interface FixTroubleProps {
  readonly work: AllBatchWork
  /** As they stand now: after a conflict they were asked anew. */
  readonly rows: readonly StagedRow[]
  readonly sheet: SheetView
}

/** A correction that was not kept: why, and what can be done with what was typed. */
export function FixTrouble({ work, rows, sheet }: FixTroubleProps) {
  const { fixCells, decideMatch } = work
  const failed = fixCells.trouble ? fixCells : decideMatch
  if (failed.trouble === undefined) return null
  if (fixCells.trouble?.kind === 'stale' && fixCells.given) {
    return <Conflict given={fixCells.given} work={work} rows={rows} sheet={sheet} />
  }
  return (
    <section className="card grid-panel" role="alert">
      <p className="late">
        <strong>{gridWords.failed}</strong>：{failed.trouble.say}
      </p>
      <div className="row">
        {failed.trouble.kind === 'offline' && <Button onClick={failed.again}>{gridWords.again}</Button>}
        <Button type="text" onClick={failed.clear}>
          {gridWords.drop}
        </Button>
      </div>
    </section>
  )
}

function Conflict({ given, work, rows, sheet }: FixTroubleProps & { readonly given: FixCells }) {
  const keyOf = ({ row, column }: { readonly row: number; readonly column: number }) => `${row}.${column}`
  return (
    <StaleDialog
      isOpen
      fields={given.cells.map((cell) => ({
        key: keyOf(cell),
        label: `${gridWords.rowOnly(cell.row)} ${sheet.columns.find(({ index }) => index === cell.column)?.title ?? ''}`,
        before: '',
        mine: cell.text,
        theirs: rows.find(({ row }) => row === cell.row)?.cells[cell.column] ?? '',
      }))}
      onDrop={work.fixCells.clear}
      onKeep={(mine) => {
        const kept = given.cells.filter((cell) => mine.includes(keyOf(cell)))
        if (kept.length === 0) work.fixCells.clear()
        else work.fixCells.act({ ...given, cells: kept })
      }}
    />
  )
}
