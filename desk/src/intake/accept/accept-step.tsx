import type { BatchView } from '@dongzhou/contract/intake'
import { writeCount } from '../../kit/format.ts'
import { PageLink } from '../../kit/navigation.tsx'
import { Consequences, Wizard } from '../../kit/wizard.tsx'
import { useMay } from '../../session/use-session.ts'
import type { StepProps } from '../batch-page.tsx'
import { countComplaints, readyCount, steps } from '../batch-steps.ts'
import { useBatchWork } from '../use-batch-work.ts'
import { acceptWords } from './accept-words.ts'

/** 确认接收: what will happen, in words and numbers, before anything does. */
export function AcceptStep({ batch, onGo, onLeave }: StepProps) {
  const { acceptBatch } = useBatchWork(batch.id, () => onGo('result'))
  const mayAccept = useMay('intake.write')
  const ready = readyCount(batch)
  const hint = ready === 0 ? acceptWords.nothing : mayAccept ? acceptWords.job : acceptWords.notYours
  return (
    <Wizard
      steps={steps}
      current="accept"
      onGo={onGo}
      onLeave={onLeave}
      hint={hint}
      next={{
        label: ready === 0 ? acceptWords.accept : acceptWords.acceptCount(readyWords(batch)),
        isDisabled: ready === 0 || !mayAccept,
        isBusy: acceptBatch.isBusy,
        onClick: () => acceptBatch.act({}),
      }}
    >
      <div className="stack">
        <p className="late complaint" role="alert">
          {acceptBatch.trouble?.kind === 'stale' ? acceptWords.stale : acceptBatch.trouble?.say}
        </p>
        <Consequences will={willOf(batch)} willNot={willNotOf(batch)} takeBack={acceptWords.takeBack} />
      </div>
    </Wizard>
  )
}

function readyWords({ forecast }: BatchView): string {
  const people = forecast.newPeople + forecast.changedPeople + forecast.unchangedPeople
  const parts = [
    people > 0 && writeCount(people, '人'),
    forecast.newRecords > 0 && writeCount(forecast.newRecords, '条'),
  ].filter((part) => part !== false)
  return parts.join('、')
}

function willOf(batch: BatchView): readonly React.ReactNode[] {
  const { forecast } = batch
  const will = [
    forecast.newPeople > 0 && acceptWords.newPeople(writeCount(forecast.newPeople, '人')),
    forecast.changedPeople > 0 &&
      acceptWords.changedPeople(writeCount(forecast.changedPeople, '人'), writeCount(forecast.changedFacts, '项')),
    forecast.newRecords > 0 && acceptWords.newRecords(writeCount(forecast.newRecords, '条')),
  ].filter((sentence) => sentence !== false)
  const warned = countComplaints(batch, 'warned')
  if (will.length === 0) return [acceptWords.nothingNew]
  return warned === 0 ? will : [...will, acceptWords.warned(writeCount(warned, '个').replace(' 个', ' 处'))]
}

function willNotOf({ forecast, id }: BatchView): readonly React.ReactNode[] {
  const check = (show: string, label: string) => (
    <PageLink to={`/intake/batches/${id}`} search={{ step: 'check', show }}>
      {label}
    </PageLink>
  )
  const left: React.ReactNode[] = []
  if (forecast.unchangedPeople > 0) left.push(acceptWords.unchanged(writeCount(forecast.unchangedPeople, '人')))
  if (forecast.held > 0)
    left.push(
      <>
        {acceptWords.held(writeCount(forecast.held, '行'))}
        {check('held', acceptWords.goOn)}
      </>,
    )
  if (forecast.toDecide > 0)
    left.push(
      <>
        {acceptWords.toDecide(writeCount(forecast.toDecide, '行'))}
        {check('to-decide', acceptWords.goDecide)}
      </>,
    )
  if (forecast.done > 0) left.push(acceptWords.done(writeCount(forecast.done, '行')))
  return left
}
