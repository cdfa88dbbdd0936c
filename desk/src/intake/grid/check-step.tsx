import type { BatchView } from '@dongzhou/contract/intake'
import { useNavigate } from '@tanstack/react-router'
import { writeNumber } from '../../kit/format.ts'
import { Loaded } from '../../kit/loaded.tsx'
import { usePageSearch } from '../../kit/navigation.tsx'
import { Wizard } from '../../kit/wizard.tsx'
import type { StepProps } from '../batch-page.tsx'
import { countComplaints, steps } from '../batch-steps.ts'
import { useLedgers } from '../use-batches.ts'
import { type GridAsk, ledgerSheets, readGridAsk, writeGridAsk } from './grid-ask.ts'
import { GridBar } from './grid-bar.tsx'
import { GridBody } from './grid-body.tsx'
import { gridWords } from './grid-words.ts'
import './grid.css'
import { useRows } from './use-rows.ts'

/** 核对问题: the sheet as it is, page by page, with its complaints on their cells. */
export function CheckStep({ batch, onGo, onLeave }: StepProps) {
  const search = usePageSearch()
  const navigate = useNavigate()
  const ask = readGridAsk(search, batch)
  const change = (next: GridAsk) =>
    void navigate({ to: '.', search: writeGridAsk(next), replace: next.page === ask.page, resetScroll: false })
  return (
    <Wizard
      steps={steps}
      current="check"
      onGo={onGo}
      onLeave={onLeave}
      hint={hintOf(batch)}
      next={{ label: gridWords.toAccept, onClick: () => onGo('accept') }}
    >
      <div className="stack">
        <GridBar batch={batch} ask={ask} onAsk={change} />
        <Rows batch={batch} ask={ask} onAsk={change} />
      </div>
    </Wizard>
  )
}

interface RowsProps {
  readonly batch: BatchView
  readonly ask: GridAsk
  readonly onAsk: (ask: GridAsk) => void
}

function Rows({ batch, ask, onAsk }: RowsProps) {
  const rows = useRows(batch.id, ask)
  const ledgers = useLedgers()
  const sheet = ledgerSheets(batch).find((one) => one.sheet === ask.sheet)
  return (
    <Loaded query={ledgers} rows={12}>
      {(kinds) => (
        <Loaded query={rows} rows={12}>
          {(page) =>
            sheet && (
              <GridBody
                key={`${ask.sheet} ${JSON.stringify(ask.view)}`}
                batch={batch}
                sheet={sheet}
                ledger={kinds.find((kind) => kind.code === sheet.ledger)}
                ask={ask}
                onAsk={onAsk}
                page={page}
                isWaiting={rows.isPlaceholderData}
              />
            )
          }
        </Loaded>
      )}
    </Loaded>
  )
}

/** What is still open, and that it need not hold the rest up. */
function hintOf(batch: BatchView): string {
  const held = countComplaints(batch, 'held')
  const parts = [
    held > 0 && gridWords.heldPlaces(writeNumber(held)),
    batch.forecast.toDecide > 0 && gridWords.decidePlaces(writeNumber(batch.forecast.toDecide)),
  ].filter((part) => part !== false)
  return parts.length === 0 ? gridWords.clear : gridWords.hint(parts.join('、'))
}
