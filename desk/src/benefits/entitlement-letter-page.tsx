import type { Trial } from '@dongzhou/contract/benefits-views'
import type { Benefit } from '@dongzhou/terms/benefit'
import { useAsKnownOn } from '../kit/as-known.tsx'
import { EmptyState } from '../kit/drawn-state.tsx'
import { writeDay } from '../kit/format.ts'
import { HelpLines } from '../kit/help-lines.tsx'
import { Loaded } from '../kit/loaded.tsx'
import { usePageParam, usePageSearch } from '../kit/navigation.tsx'
import { PageTitle } from '../kit/page-title.tsx'
import { Paper, PaperText } from '../kit/paper.tsx'
import { useMe } from '../session/use-session.ts'
import { benefitNamed } from './award-draft.ts'
import { applicationWords, letterWords } from './award-words.ts'
import { monthOfDay, readMonth } from './entitlement-month.ts'
import { SampleSay } from './entitlement-sample.tsx'
import { useTrial } from './use-entitlements.ts'
import './award.css'

/** 说明书: one month of one benefit in sentences, on one page, to be read out or handed over. */
export function EntitlementLetterPage() {
  const personId = Number(usePageParam('personId'))
  const { today } = useMe()
  const { benefit: named, month: text } = usePageSearch()
  const benefit = benefitNamed(named)
  const month = readMonth(typeof text === 'string' ? text : undefined) ?? monthOfDay(today) ?? today
  if (benefit === undefined) return <EmptyState title={applicationWords.noneTitle} />
  return <LetterOf personId={personId} benefit={benefit} month={month} />
}

interface LetterProps {
  readonly personId: number
  readonly benefit: Benefit
  readonly month: string
}

function LetterOf({ personId, benefit, month }: LetterProps) {
  const asKnownOn = useAsKnownOn()
  const trial = useTrial({ personId, benefit, month, asKnownOn })
  const known = asKnownOn === undefined ? '' : `?known=${asKnownOn}`
  const above = [{ title: applicationWords.back, to: `/benefits/people/${personId}${known}` }]
  return (
    <>
      <PageTitle
        title={letterWords.title}
        above={above}
        help={<HelpLines lines={letterWords.help} />}
        primary={{ label: letterWords.print, onClick: () => window.print() }}
      />
      <Loaded query={trial} rows={12}>
        {(it) => <LetterPaper trial={it} />}
      </Loaded>
    </>
  )
}

function LetterPaper({ trial }: { readonly trial: Trial }) {
  const { bureau, today } = useMe()
  return (
    <div className="letter-place">
      <Paper>
        <PaperText as="title">{letterWords.paperTitle}</PaperText>
        {trial.isSample && <SampleSay isShort />}
        {trial.answers.map(({ award, letter }) => (
          <div key={award?.factId ?? 0}>
            {letter.map((sentence) => (
              <PaperText key={sentence} as="text">
                {sentence}
              </PaperText>
            ))}
          </div>
        ))}
        <PaperText as="sign">{bureau.name}</PaperText>
        <PaperText as="sign">{writeDay(today)}</PaperText>
      </Paper>
    </div>
  )
}
