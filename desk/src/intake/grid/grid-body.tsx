import type { BatchView, LedgerView, SheetView, StagedRow } from '@dongzhou/contract/intake'
import { useRef, useState } from 'react'
import { EmptyState } from '../../kit/drawn-state.tsx'
import type { LedgerPage } from '../../kit/ledger-types.ts'
import { BulkFix } from './bulk-fix.tsx'
import { FixTrouble } from './fix-trouble.tsx'
import type { GridAsk } from './grid-ask.ts'
import { gridWords } from './grid-words.ts'
import { RowPanel } from './row-panel.tsx'
import { sameTexts } from './same-texts.ts'
import { type GridHandle, SheetGrid } from './sheet-grid.tsx'
import { useGridWork } from './use-grid-work.ts'
import { usePendingCells } from './use-rows.ts'
import { useWalk } from './use-walk.ts'
import { GridPager, WalkBar } from './walk-bar.tsx'

export interface GridBodyProps {
  readonly batch: BatchView
  readonly sheet: SheetView
  readonly ledger: LedgerView | undefined
  readonly ask: GridAsk
  readonly onAsk: (ask: GridAsk) => void
  readonly page: LedgerPage<StagedRow>
  readonly isWaiting: boolean
}

/** The grid and the panel beside it. */
export function GridBody(props: GridBodyProps) {
  const { batch, sheet, ledger, ask, onAsk, page } = props
  const grid = useRef<GridHandle>(null)
  const [mode, setMode] = useState<'look' | 'edit' | 'bulk'>('look')
  const look = () => setMode('look')
  const walk = useWalk({ batch, ask, onAsk, page, onLanded: () => [look(), grid.current?.focus()] })
  const { at } = walk
  const row = page.items.find((one) => one.row === at?.row)
  const same = at ? sameTexts(page.items, at) : []
  const { work, isMutable, fix, decide } = useGridWork(batch, sheet, row)
  const pending = usePendingCells(batch.id, sheet.sheet)
  const onMove: typeof walk.move = (to) => [look(), walk.move(to)]

  if (page.items.length === 0) return <NothingHere {...props} />
  return (
    <div className="grid-split">
      <section className="card grid-main">
        <WalkBar ask={ask} walk={walk} />
        <SheetGrid
          {...{ sheet, ledger, at, pending, onMove }}
          ref={grid}
          rows={page.items}
          isEditing={mode === 'edit' && isMutable}
          isWaiting={props.isWaiting}
          onEdit={(place) => [walk.move(place), setMode('edit')]}
          onEdited={(place, text) => [look(), text !== undefined && fix([place], text)]}
        />
        <GridPager page={ask.page} total={page.total} onPage={(to) => onAsk({ ...ask, page: to, at: undefined })} />
      </section>
      <div className="stack grid-side">
        <FixTrouble work={work} rows={page.items} sheet={sheet} />
        <RowPanel
          {...{ row, at, sheet, ledger, isMutable, onMove }}
          same={same.length}
          isDeciding={work.decideMatch.isBusy}
          onEdit={() => setMode('edit')}
          onChoose={(text) => at && fix([at], text)}
          onSame={() => setMode('bulk')}
          onDecide={decide}
        />
      </div>
      <BulkFix
        isOpen={mode === 'bulk'}
        count={same.length}
        text={(at && row?.cells[at.column]?.trim()) ?? ''}
        column={sheet.columns.find((column) => column.index === at?.column)}
        ledger={ledger}
        onClose={look}
        onFix={(text) => [look(), fix(same, text)]}
      />
    </div>
  )
}

/** Nothing left in this view: that is good news, and the other rows are one step away. */
function NothingHere({ ask, onAsk, page }: GridBodyProps) {
  const isPast = page.total > 0
  const first = { ...ask, page: 1, at: undefined }
  const action = {
    label: isPast ? gridWords.firstPage : gridWords.seeAll,
    onClick: () => onAsk(isPast ? first : { ...first, view: { show: 'all' } }),
  }
  return (
    <section className="card">
      <EmptyState
        title={gridWords.nothing}
        say={gridWords.nothingSay}
        {...(isPast || ask.view.show !== 'all' ? { action } : {})}
      />
    </section>
  )
}
