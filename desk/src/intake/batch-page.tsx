import type { BatchView } from '@dongzhou/contract/intake'
import { useNavigate } from '@tanstack/react-router'
import { writeInstant } from '../kit/format.ts'
import { Loaded } from '../kit/loaded.tsx'
import { useOpenPage, usePageParam, usePageSearch } from '../kit/navigation.tsx'
import { PageTitle } from '../kit/page-title.tsx'
import { AcceptStep } from './accept/accept-step.tsx'
import { ResultStep } from './accept/result-step.tsx'
import { StateMark } from './batch-list.tsx'
import { type StepKey, stepOf } from './batch-steps.ts'
import { RecogniseStep } from './columns/recognise-step.tsx'
import { CheckStep } from './grid/check-step.tsx'
import './intake.css'
import { IntakeHelp } from './intake-help.tsx'
import { useBatch } from './use-batches.ts'
import { intakeWords } from './words.ts'

/** 导入批次: the wizard of one batch. Where one is stands in the address; how far the batch is, the batch says. */
export function BatchPage() {
  const batch = useBatch(usePageParam('batchId'))
  return (
    <Loaded
      query={batch}
      rows={10}
      head={{ title: intakeWords.batchTitle, above: [{ title: intakeWords.title, to: '/intake' }] }}
    >
      {(it) => (
        <>
          <PageTitle
            title={it.fileName}
            above={[{ title: intakeWords.title, to: '/intake' }]}
            note={
              <>
                {`${it.sender} · ${it.createdBy} ${writeInstant(it.createdAt)} · `}
                <StateMark batch={it} />
              </>
            }
            help={<IntakeHelp />}
          />
          <BatchStep batch={it} />
        </>
      )}
    </Loaded>
  )
}

/** What every step is given: the batch, and the ways out of the step. */
export interface StepProps {
  readonly batch: BatchView
  readonly onGo: (step: string) => void
  readonly onLeave: () => void
}

function BatchStep({ batch }: { readonly batch: BatchView }) {
  const navigate = useNavigate()
  const open = useOpenPage()
  const { step: asked } = usePageSearch()
  const props: StepProps = {
    batch,
    onGo: (step) => (step === 'choose' ? open('/intake/new') : void navigate({ to: '.', search: { step } })),
    onLeave: () => open('/intake'),
  }
  return drawn[stepOf(batch, asked)](props)
}

const drawn: { readonly [Key in StepKey]: (props: StepProps) => React.ReactNode } = {
  choose: (props) => <RecogniseStep {...props} />,
  recognise: (props) => <RecogniseStep {...props} />,
  check: (props) => <CheckStep {...props} />,
  accept: (props) => <AcceptStep {...props} />,
  result: (props) => <ResultStep {...props} />,
}
