import type { BatchView, SheetView, StagedRow } from '@dongzhou/contract/intake'
import { useShortcut } from '../../kit/shortcuts.ts'
import { useMay } from '../../session/use-session.ts'
import { type AllBatchWork, useBatchWork } from '../use-batch-work.ts'
import { type Place, waitsForDecision } from './complaint-walk.ts'
import type { Decide } from './match-card.tsx'

export interface GridWork {
  readonly work: AllBatchWork
  readonly isMutable: boolean
  readonly fix: (places: readonly Place[], text: string) => void
  readonly decide: Decide
}

/** What a clerk does in the grid: corrects cells, and says who is the same person; y and x say it of the row one is on. */
export function useGridWork(batch: BatchView, sheet: SheetView, row: StagedRow | undefined): GridWork {
  const work = useBatchWork(batch.id)
  const isMutable = useMay('intake.write') && (batch.state === 'staged' || batch.state === 'accepted')
  const decide: Decide = (personId, decided) => {
    if (row && isMutable) work.decideMatch.act({ sheet: sheet.sheet, row: row.row, personId, decided })
  }
  function decideFirst(decided: 'same' | 'different'): void {
    const open = row && waitsForDecision(row) ? row.matches.find((match) => match.decided === null) : undefined
    if (open && !work.decideMatch.isBusy) decide(open.personId, decided)
  }
  useShortcut('y', () => decideFirst('same'))
  useShortcut('x', () => decideFirst('different'))
  return {
    work,
    isMutable,
    decide,
    fix: (places, text) =>
      work.fixCells.act({ sheet: sheet.sheet, cells: places.map((place) => ({ ...place, text })) }),
  }
}
