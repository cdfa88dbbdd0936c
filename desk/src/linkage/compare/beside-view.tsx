import type { Beside, PairLine } from '@dongzhou/contract/linkage'
import { Button } from 'antd'
import { useState } from 'react'
import { Band } from '../pair-list.tsx'
import { compareWords, pairWords } from '../words.ts'
import { DifferentDialog } from './different-dialog.tsx'
import { KindTable } from './kind-table.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import { type Choices, type SideKey, suggestedKeep, withChosen } from './merge-draft.ts'
import { SideHeads } from './side-heads.tsx'

interface BesideViewProps {
  readonly beside: Omit<Beside, 'mayDecide'> & { readonly mayDecide: boolean }
  /** The pair of the queue; without one the two were picked by hand, and there is nothing to say 不是同一人 about. */
  readonly pair?: PairLine
}

/** Two files side by side: who is kept, what stands, and the two verdicts. */
export function BesideView({ beside, pair }: BesideViewProps) {
  const [keep, setKeep] = useState<SideKey>(() => suggestedKeep(beside.kinds))
  const [choices, setChoices] = useState<Choices>({})
  const [dialog, setDialog] = useState<'merge' | 'different'>()
  const { first, second, mayDecide } = beside
  const isHidden = first.person === null || second.person === null
  return (
    <div className="stack">
      <section className="card compare-why">
        {beside.band !== null && <Band pair={{ band: beside.band }} />}
        <span>{isHidden ? pairWords.hidden : beside.reasons.join('；')}</span>
        {pair?.because && <span className="quiet">{`${pairWords.because}：${pair.because}`}</span>}
      </section>
      <section className="card compare">
        <SideHeads beside={beside} keep={keep} onKeep={mayDecide ? setKeep : undefined} />
        <KindTable
          kinds={beside.kinds}
          choices={choices}
          {...(mayDecide ? { onChoose: (kind, id) => setChoices(withChosen(choices, kind, id)) } : {})}
        />
      </section>
      {mayDecide ? (
        <footer className="compare-foot no-print">
          {pair && <Button onClick={() => setDialog('different')}>{compareWords.different}</Button>}
          <Button type="primary" onClick={() => setDialog('merge')}>
            {compareWords.merge}
          </Button>
        </footer>
      ) : (
        (pair === undefined || pair.state === 'open') && <p className="quiet">{pairWords.cannot}</p>
      )}
      <MergeDialog
        isOpen={dialog === 'merge'}
        beside={beside}
        keep={keep}
        choices={choices}
        onClose={() => setDialog(undefined)}
      />
      {pair && <DifferentDialog isOpen={dialog === 'different'} pair={pair} onClose={() => setDialog(undefined)} />}
    </div>
  )
}
