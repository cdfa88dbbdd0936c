import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import type { Trial, TrialAnswer } from '@dongzhou/contract/benefits-views'
import { type Benefit, benefits } from '@dongzhou/terms/benefit'
import { Button, Drawer } from 'antd'
import { writeDay } from '../kit/format.ts'
import { Loaded } from '../kit/loaded.tsx'
import { PageLink } from '../kit/navigation.tsx'
import { sizes } from '../kit/theme.ts'
import { movedMonth, writeMonth } from './entitlement-month.ts'
import { SampleSay } from './entitlement-sample.tsx'
import { Verdict } from './entitlement-verdict.tsx'
import { timelineWords, verdictWords } from './entitlement-words.ts'
import { useTrial } from './use-entitlements.ts'
import './entitlement-verdict.css'

/** The stretch that is looked at, by one of its months. */
export interface Opened {
  readonly benefit: Benefit
  readonly month: string
}

interface DrawerProps {
  readonly opened: Opened | undefined
  readonly personId: number
  readonly asKnownOn: string | undefined
  readonly onMonth: (month: string) => void
  readonly onClose: () => void
}

/** 依据: what a month's answer is made of, beside the timeline, and the months before and after one step away. */
export function EntitlementDrawer({ opened, personId, asKnownOn, onMonth, onClose }: DrawerProps) {
  return (
    <Drawer
      open={opened !== undefined}
      onClose={onClose}
      size={sizes.drawer}
      mask={false}
      title={opened && benefits[opened.benefit]}
      extra={opened && <MonthSteps month={opened.month} onMonth={onMonth} />}
      footer={opened && <LetterLink opened={opened} personId={personId} asKnownOn={asKnownOn} />}
    >
      {opened && <MonthAnswer opened={opened} personId={personId} asKnownOn={asKnownOn} />}
    </Drawer>
  )
}

function MonthSteps({ month, onMonth }: { readonly month: string; readonly onMonth: (month: string) => void }) {
  return (
    <span className="row month-steps">
      <Button
        type="text"
        icon={<LeftOutlined aria-hidden />}
        aria-label={verdictWords.before}
        onClick={() => onMonth(movedMonth(month, -1))}
      />
      <span aria-live="polite">{writeMonth(month)}</span>
      <Button
        type="text"
        icon={<RightOutlined aria-hidden />}
        aria-label={verdictWords.after}
        onClick={() => onMonth(movedMonth(month, 1))}
      />
    </span>
  )
}

type AnswerProps = Pick<DrawerProps, 'personId' | 'asKnownOn'> & { readonly opened: Opened }

function LetterLink({ opened, personId, asKnownOn }: AnswerProps) {
  const known = asKnownOn === undefined ? '' : `&known=${asKnownOn}`
  return (
    <PageLink to={`/benefits/people/${personId}/letter?benefit=${opened.benefit}&month=${opened.month}${known}`}>
      {verdictWords.printLetter}
    </PageLink>
  )
}

function MonthAnswer({ opened, personId, asKnownOn }: AnswerProps) {
  const trial = useTrial({ personId, ...opened, asKnownOn })
  return (
    <Loaded query={trial} rows={8}>
      {(it) => <TrialAnswers trial={it} />}
    </Loaded>
  )
}

/** Every decision of the benefit has its own answer; without one there is the answer of the conditions. */
export function TrialAnswers({ trial }: { readonly trial: Trial }) {
  return (
    <div className="stack">
      {trial.isSample && <SampleSay isShort />}
      {trial.answers.map((answer, at) => (
        <Answer
          key={answer.award?.factId ?? 0}
          answer={answer}
          personId={trial.person.id}
          title={trial.answers.length > 1 ? verdictWords.answers(at + 1) : undefined}
        />
      ))}
      <p className="small quiet">{verdictWords.rule(trial.version)}</p>
    </div>
  )
}

interface AnswerCardProps {
  readonly answer: TrialAnswer
  readonly personId: number
  readonly title: string | undefined
}

function Answer({ answer, personId, title }: AnswerCardProps) {
  const { award, due, qualifies, facts } = answer
  // Without a decision nothing is due, which says little: whether the conditions are met says more.
  const shown = award === null ? qualifies : due
  return (
    <section className="stack answer">
      {title !== undefined && <h3>{title}</h3>}
      {award !== null && (
        <p className="small quiet">{timelineWords.award(writeDay(award.approved), award.document ?? '')}</p>
      )}
      <Verdict verdict={shown} personId={personId} isConditions={award === null} />
      {facts.length > 0 && (
        <div className="verdict-part">
          <h4>{verdictWords.facts}</h4>
          <ul className="verdict-facts">
            {facts.map((fact) => (
              <li key={fact.id}>
                <span>
                  {fact.kindName}：{fact.text}
                </span>
                <span className="small quiet">{fact.source}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}
