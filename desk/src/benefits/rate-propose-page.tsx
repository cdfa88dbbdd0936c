import type { RateLine } from '@dongzhou/contract/benefits-rates'
import { isRateKind, type RateKind } from '@dongzhou/terms/rate'
import { App } from 'antd'
import { useRef, useState } from 'react'
import { api } from '../api.ts'
import { writeDay } from '../kit/format.ts'
import { HelpLines } from '../kit/help-lines.tsx'
import { Loaded } from '../kit/loaded.tsx'
import { useOpenPage, usePageSearch } from '../kit/navigation.tsx'
import { PageTitle, type PageTitleProps } from '../kit/page-title.tsx'
import { Card } from '../kit/record-page.tsx'
import { TextField } from '../kit/text-field.tsx'
import { troubleOf } from '../kit/trouble.ts'
import { useAction } from '../kit/use-action.ts'
import { Wizard } from '../kit/wizard.tsx'
import { useMe } from '../session/use-session.ts'
import { findJurisdiction } from './rate-ask.ts'
import { Complaints } from './rate-card.tsx'
import { foundText } from './rate-complaints.ts'
import { RateEffect } from './rate-effect.tsx'
import { KindFields, PaperFields } from './rate-fields.tsx'
import { proposeWords } from './rate-form-words.ts'
import { RateSheet } from './rate-sheet.tsx'
import { kindWords } from './rate-words.ts'
import { type RateFormWork, useRateForm } from './use-rate-form.ts'
import { type RateDraftSent, useRate } from './use-rates.ts'

/** 录入标准, or 更正 of one: one document, its figures, what speaks against them, whom they touch. */
export function RateProposePage() {
  const { kind: named, jurisdiction, correct } = usePageSearch()
  const kind = typeof named === 'string' && isRateKind(named) ? named : undefined
  const id = typeof correct === 'string' && /^\d+$/.test(correct) ? Number(correct) : undefined
  const detail = useRate(id)
  const place = findJurisdiction(jurisdiction) ?? 'county'
  if (id === undefined) return <ProposePage kind={kind} jurisdiction={place} correcting={undefined} />
  return (
    <Loaded query={detail} rows={12} head={headOf(kind, true)}>
      {({ rate }) => <ProposePage kind={rate.kind} jurisdiction={rate.jurisdiction} correcting={rate} />}
    </Loaded>
  )
}

function headOf(kind: RateKind | undefined, isCorrection: boolean): PageTitleProps {
  return {
    title: isCorrection ? proposeWords.correctTitle : proposeWords.title,
    above: [{ title: kindWords.above, to: kind === undefined ? '/benefits/rates' : `/benefits/rates/kinds/${kind}` }],
    help: <HelpLines lines={proposeWords.help} />,
  }
}

interface ProposeProps {
  readonly kind: RateKind | undefined
  readonly jurisdiction: RateLine['jurisdiction']
  readonly correcting: RateLine | undefined
}

const steps = [
  { key: 'fill', title: proposeWords.steps.fill },
  { key: 'effect', title: proposeWords.steps.effect },
]

function ProposePage({ kind, jurisdiction, correcting }: ProposeProps) {
  const { today } = useMe()
  const openPage = useOpenPage()
  const [step, setStep] = useState<'fill' | 'effect'>('fill')
  const [isTried, setTried] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const work = useRateForm({ kind, jurisdiction, correcting, today })
  const { form, drafts } = work
  const needsReason = correcting !== undefined || work.found.held > 0
  const isUnexplained = needsReason && form.reason.trim().length < 2
  const isReady = work.isChecked && work.found.refused === 0 && !isUnexplained
  const submit = useSubmit(() => openPage(`/benefits/rates/kinds/${form.kind ?? ''}?jurisdiction=${form.jurisdiction}`))

  function go(): void {
    setTried(true)
    if (step === 'fill' && !isReady) requestAnimationFrame(() => showFirstComplaint(place.current))
    else if (step === 'fill') setStep('effect')
    else if (step === 'effect' && drafts !== undefined) submit.act({ drafts: [...drafts], reason: form.reason.trim() })
  }

  return (
    <>
      <PageTitle {...headOf(kind, correcting !== undefined)} />
      <Wizard
        steps={steps}
        current={step}
        onGo={() => setStep('fill')}
        {...(hintOf(work, step) === undefined ? {} : { hint: hintOf(work, step) ?? '' })}
        next={{
          label: step === 'fill' ? proposeWords.next : proposeWords.submit(drafts?.length ?? 0),
          onClick: go,
          isBusy: submit.isBusy || (isTried && work.isChecking),
        }}
      >
        <div ref={place}>
          {step === 'fill' || drafts === undefined ? (
            <FillStep work={work} isTried={isTried} correcting={correcting} needsReason={needsReason} />
          ) : (
            <EffectStep drafts={drafts} trouble={submit.trouble?.say} />
          )}
        </div>
      </Wizard>
    </>
  )
}

/** What stops the next step may stand far above its button: it is brought into sight, and its field gets the keyboard. */
function showFirstComplaint(place: HTMLElement | null): void {
  const complaint = place?.querySelector('.form-field > [role="alert"], .rate-says .late, .rate-says .is-refused')
  complaint?.scrollIntoView({ block: 'center' })
  const field = complaint?.closest('.form-field') ?? complaint?.closest('tr')?.previousElementSibling
  field?.querySelector<HTMLElement>('input, textarea, button')?.focus({ preventScroll: true })
}

function useSubmit(onDone: () => void) {
  const { message } = App.useApp()
  return useAction(
    (input: { readonly actionId: string; readonly drafts: RateDraftSent[]; readonly reason: string }) =>
      api.benefits.proposeRates(input),
    ({ ids }) => {
      void message.success(proposeWords.done(ids.length))
      onDone()
    },
  )
}

function hintOf({ isChecked, isChecking, found }: RateFormWork, step: 'fill' | 'effect'): string | undefined {
  if (step === 'effect') return undefined
  if (isChecking) return proposeWords.checking
  return isChecked ? foundText(found) : proposeWords.checkLater
}

interface FillProps {
  readonly work: RateFormWork
  readonly isTried: boolean
  readonly correcting: RateLine | undefined
  readonly needsReason: boolean
}

function FillStep({ work, isTried, correcting, needsReason }: FillProps) {
  const { form, found } = work
  const complaints = work.complaintsOf(isTried)
  const fields = { form, complaints, onChange: work.change }
  return (
    <div className="stack">
      <div className="rate-cards">
        <Card title={proposeWords.what}>
          <KindFields {...fields} onKind={work.setKind} isFixed={correcting !== undefined} />
          {work.isAsBefore && form.unit !== 'choice' && <p className="quiet small">{proposeWords.copied}</p>}
        </Card>
        <Card title={proposeWords.paper}>
          <div className="stack">
            <PaperFields {...fields} />
            <Complaints complaints={[...found.byField.values()].flat()} />
          </div>
        </Card>
      </div>
      {form.kind === undefined ? (
        <p className="quiet">{proposeWords.kindSay}</p>
      ) : (
        <>
          <RateSheet
            form={form}
            kind={form.kind}
            keys={work.keys}
            before={work.before}
            found={found}
            onValue={work.setValue}
          />
          <p className={complaints.values === undefined ? 'quiet small' : 'late'}>
            {complaints.values ?? (work.keys.length > 1 ? proposeWords.blank : '')}
          </p>
        </>
      )}
      {needsReason && <ReasonCard work={work} isTried={isTried} correcting={correcting} />}
      {work.trouble !== null && (
        <p className="late" role="alert">
          {troubleOf(work.trouble).say}
        </p>
      )}
    </div>
  )
}

function ReasonCard({ work, isTried, correcting }: Omit<FillProps, 'needsReason'>) {
  const { reason } = work.form
  return (
    <div className="card">
      <div className="card-body rate-form">
        <TextField
          label={correcting === undefined ? proposeWords.reason : proposeWords.reasonCorrect}
          value={reason}
          most={300}
          isWide
          hint={proposeWords.reasonSay}
          complaint={isTried && reason.trim().length < 2 ? proposeWords.needed.reason : undefined}
          onChange={(text) => work.change({ reason: text })}
        />
      </div>
    </div>
  )
}

interface EffectStepProps {
  readonly drafts: readonly RateDraftSent[]
  readonly trouble: string | undefined
}

function EffectStep({ drafts, trouble }: EffectStepProps) {
  const [first] = drafts
  return (
    <Card title={`${first?.document ?? ''}，${proposeWords.beforeOn(writeDay(first?.validFrom))}`}>
      <RateEffect asked={{ drafts }} />
      {trouble !== undefined && (
        <p className="late" role="alert">
          {trouble}
        </p>
      )}
    </Card>
  )
}
