import { Button, Steps } from 'antd'
import { wizardWords } from '../words/kit.ts'
import './wizard.css'

/** One step, named by what the person does: 上传台账, 核对表头. */
export interface WizardStep {
  readonly key: string
  readonly title: string
}

interface WizardProps {
  readonly steps: readonly WizardStep[]
  readonly current: string
  /** Steps that may be gone back to; the coming ones are reached by finishing this one. */
  readonly onGo: (key: string) => void
  readonly children: React.ReactNode
  /** The verb of this step's button: 下一步, or on the last what will be done: 接收 412 人. */
  readonly next?: {
    readonly label?: string
    readonly onClick: () => void
    readonly isDisabled?: boolean
    readonly isBusy?: boolean
  }
  /** Leaves; everything is kept on the server and resumed from the list. */
  readonly onLeave?: () => void
  /** The furthest step that is open already, where it lies beyond the one that is looked at: up to it one may jump. */
  readonly reached?: string
  /** Why the next step is not open yet, in words, beside its button. */
  readonly hint?: string
}

/** 办理向导 (wizard): steps one can leave and resume; nothing is written before the last says what will happen. */
export function Wizard({ steps, current, onGo, children, next, onLeave, reached, hint }: WizardProps) {
  const at = Math.max(
    steps.findIndex((step) => step.key === current),
    0,
  )
  const open = Math.max(
    at,
    steps.findIndex((step) => step.key === reached),
  )
  const before = steps[at - 1]
  return (
    <div className="wizard">
      <nav className="card wizard-steps no-print" aria-label={wizardWords.steps}>
        <Steps
          size="small"
          current={at}
          responsive={false}
          items={steps.map((step, index) => ({
            key: step.key,
            title: step.title,
            disabled: index > open,
            // Looking back at an early step does not undo the later ones.
            ...(index > at && index < open ? { status: 'finish' as const } : {}),
          }))}
          onChange={(index) => {
            const step = steps[index]
            if (step && index !== at && index <= open) onGo(step.key)
          }}
        />
        <span className="wizard-where small quiet" aria-hidden>
          {`第 ${at + 1} 步，共 ${steps.length} 步：${steps[at]?.title ?? ''}`}
        </span>
      </nav>
      <section className="wizard-body" aria-label={steps[at]?.title}>
        {children}
      </section>
      <footer className="wizard-foot no-print">
        {onLeave && (
          <Button type="text" title={wizardWords.leaveSay} onClick={onLeave}>
            {wizardWords.leave}
          </Button>
        )}
        {hint !== undefined && <span className="quiet wizard-hint">{hint}</span>}
        <span className="row wizard-go">
          {before && <Button onClick={() => onGo(before.key)}>{wizardWords.back}</Button>}
          {next && (
            <Button
              type="primary"
              onClick={next.onClick}
              disabled={next.isDisabled ?? false}
              loading={next.isBusy ?? false}
            >
              {next.label ?? wizardWords.next}
            </Button>
          )}
        </span>
      </footer>
    </div>
  )
}

interface ConsequencesProps {
  /** What will be done, each a whole sentence with its numbers: 新增 412 人. */
  readonly will: readonly React.ReactNode[]
  /** What will be left alone, where somebody might fear for it. */
  readonly willNot?: readonly React.ReactNode[]
  /** How it can be taken back; the general sentence when the page gives none. */
  readonly takeBack?: string
}

/** The last step: says in words what will happen, before anything does. */
export function Consequences({ will, willNot = [], takeBack = wizardWords.reversible }: ConsequencesProps) {
  return (
    <div className="card consequences">
      <h2>{wizardWords.willHappen}</h2>
      <Sentences items={will} />
      {willNot.length > 0 && (
        <>
          <h2>{wizardWords.willNot}</h2>
          <Sentences items={willNot} />
        </>
      )}
      <p className="quiet">{takeBack}</p>
    </div>
  )
}

function Sentences({ items }: { readonly items: readonly React.ReactNode[] }) {
  return (
    <ul>
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sentences have no identity of their own and never move
        <li key={index}>{item}</li>
      ))}
    </ul>
  )
}
