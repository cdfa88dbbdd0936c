import type { BatchView } from '@dongzhou/contract/intake'
import { Button } from 'antd'
import { useState } from 'react'
import { EmptyState } from '../../kit/drawn-state.tsx'
import { Loaded } from '../../kit/loaded.tsx'
import { Wizard } from '../../kit/wizard.tsx'
import { useMay } from '../../session/use-session.ts'
import type { StepProps } from '../batch-page.tsx'
import { steps } from '../batch-steps.ts'
import { JobCard } from '../job-card.tsx'
import { useBatchWork } from '../use-batch-work.ts'
import { useLedgers } from '../use-batches.ts'
import { chooseWords, intakeWords, recogniseWords } from '../words.ts'
import { SheetCard } from './sheet-card.tsx'

/** 看识别: what each sheet and each column was taken for, and why; a clerk has the last word. */
export function RecogniseStep(props: StepProps) {
  const { batch, onGo, onLeave } = props
  if (batch.state === 'refused') return <RefusedStep {...props} />
  const isReading = batch.state === 'reading'
  return (
    <Wizard steps={steps} current="recognise" onGo={onGo} onLeave={onLeave} {...(isReading ? {} : nextOf(props))}>
      <div className="stack">
        {isReading && <JobCard batch={batch} say="正在读取并逐行核对。可以离开，读完后从台账导入里继续。" mayStop />}
        {batch.fault !== null && <FaultCard batch={batch} say={batch.fault} onChoose={() => onGo('choose')} />}
        <Sheets {...props} />
      </div>
    </Wizard>
  )
}

/** Where one goes on to: the complaints if there are any, else straight to accepting. */
function nextOf({ batch, onGo }: StepProps) {
  if (batch.state === 'accepting' || batch.state === 'withdrawing' || batch.state === 'withdrawn') {
    return { next: { label: intakeWords.seeResult, onClick: () => onGo('result') } }
  }
  if (!batch.sheets.some((sheet) => sheet.ledger !== null)) {
    return { next: { onClick: () => undefined, isDisabled: true }, hint: recogniseWords.noLedger }
  }
  return { next: { label: recogniseWords.toCheck, onClick: () => onGo('check') } }
}

function Sheets({ batch }: StepProps) {
  const ledgers = useLedgers()
  const isMutable = useMay('intake.write') && batch.state === 'staged' && batch.forecast.done === 0
  if (batch.sheets.length === 0) return batch.state === 'reading' ? null : <EmptyState title={recogniseWords.nothing} />
  return (
    <Loaded query={ledgers}>
      {(kinds) => (
        <>
          {batch.state === 'accepted' && <p className="quiet">{recogniseWords.settled}</p>}
          {batch.sheets.map((sheet) => (
            // After a re-reading the sheet has a new version: what was drafted against the old one is gone.
            <SheetCard
              key={`${sheet.sheet} ${batch.version}`}
              batch={batch}
              sheet={sheet}
              ledgers={kinds}
              isMutable={isMutable}
            />
          ))}
        </>
      )}
    </Loaded>
  )
}

interface FaultCardProps {
  readonly batch: BatchView
  readonly say: string
  readonly onChoose: () => void
}

/** The reading broke off: the file is still there and can be read again, as far as it was recognised. */
function FaultCard({ batch, say, onChoose }: FaultCardProps) {
  const { changeMapping } = useBatchWork(batch.id)
  const sheet = batch.sheets.find((one) => one.ledger !== null)
  const mayRead = useMay('intake.write') && batch.state === 'staged'
  return (
    <section className="card intake-fault" role="alert">
      <p className="late">{changeMapping.trouble?.say ?? say}</p>
      <span className="row">
        {mayRead && sheet && (
          <Button
            type="primary"
            loading={changeMapping.isBusy}
            onClick={() => changeMapping.act({ sheet: sheet.sheet, ledger: sheet.ledger ?? '', columns: [] })}
          >
            {recogniseWords.rereadNow}
          </Button>
        )}
        <Button onClick={onChoose}>{chooseWords.refusedNext}</Button>
      </span>
    </section>
  )
}

/** The file could not be read as a spreadsheet: the sentence says what to do with it. */
function RefusedStep({ batch, onGo, onLeave }: StepProps) {
  const [isAsked, setAsked] = useState(false)
  return (
    <Wizard
      steps={steps}
      current="choose"
      onGo={onGo}
      onLeave={onLeave}
      next={{
        label: chooseWords.refusedNext,
        isBusy: isAsked,
        onClick: () => {
          setAsked(true)
          onGo('choose')
        },
      }}
    >
      <section className="card intake-refused" role="alert">
        <h2>{chooseWords.refusedTitle}</h2>
        <p>{batch.refusal}</p>
        <p className="quiet">{chooseWords.safe}</p>
      </section>
    </Wizard>
  )
}
