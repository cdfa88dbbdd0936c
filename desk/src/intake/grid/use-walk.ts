import type { BatchView, StagedRow } from '@dongzhou/contract/intake'
import { App } from 'antd'
import { useState } from 'react'
import { writeNumber } from '../../kit/format.ts'
import type { LedgerPage } from '../../kit/ledger-types.ts'
import { useShortcut } from '../../kit/shortcuts.ts'
import { nextStop, type Place, stopsOf } from './complaint-walk.ts'
import { type GridAsk, ledgerSheets } from './grid-ask.ts'
import { gridWords } from './grid-words.ts'
import { seekOnPages } from './use-rows.ts'

interface Walking {
  readonly batch: BatchView
  readonly ask: GridAsk
  readonly onAsk: (ask: GridAsk) => void
  readonly page: LedgerPage<StagedRow>
  /** After n or p: the grid takes the keyboard again. */
  readonly onLanded: () => void
}

export interface Walk {
  readonly at: Place | undefined
  readonly stops: readonly Place[]
  readonly move: (to: Place) => void
  readonly go: (direction: 'next' | 'previous') => void
}

/** n and p: over the page, then over the pages behind it. The cell one lands on is in the address, so it can be sent. */
export function useWalk({ batch, ask, onAsk, page, onLanded }: Walking): Walk {
  const [at, setAt] = useState(ask.at)
  const { message } = App.useApp()
  const stops = stopsOf(page.items, ask.view)

  function land(on: Pick<GridAsk, 'sheet' | 'page'>, to: Place): void {
    setAt(to)
    onAsk({ ...ask, sheet: on.sheet, page: on.page, at: to })
    onLanded()
  }
  async function seek(direction: 'next' | 'previous'): Promise<void> {
    const sheets = ledgerSheets(batch).map(({ sheet }) => sheet)
    const found = await seekOnPages({ batchId: batch.id, ask, total: page.total, sheets, direction })
    if (found.kind === 'found') land(found, found.at)
    else if (found.kind === 'far') void message.info(gridWords.far(writeNumber(found.rows)))
    else void message.info(direction === 'next' ? gridWords.end : gridWords.begin)
  }
  function go(direction: 'next' | 'previous'): void {
    const stop = nextStop(stops, at, direction)
    if (stop) land(ask, stop)
    else void seek(direction)
  }
  useShortcut('n', () => go('next'))
  useShortcut('p', () => go('previous'))
  return { at, stops, move: setAt, go }
}
