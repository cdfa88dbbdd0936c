import { Input } from 'antd'
import { FormField } from '../kit/form.tsx'
import type { Trouble } from '../kit/trouble.ts'
import { Wizard } from '../kit/wizard.tsx'
import { stateWords } from '../words/kit.ts'
import type { StepProps } from './run-page.tsx'
import { openSteps, type StepKey, stepAfter, steps } from './run-steps.ts'
import { stepHelp, stepHelpWords } from './step-help.ts'
import { pageWords } from './words.ts'

interface StepFrameProps extends StepProps {
  readonly current: StepKey
  /** The step's own action while it is still to be done; without one the button leads on to the next step that is open. */
  readonly action?:
    | { readonly label: string; readonly onClick: () => void; readonly isDisabled: boolean; readonly isBusy: boolean }
    | undefined
  /** Why it cannot be done, beside the button. */
  readonly hint?: string | undefined
  readonly trouble?: Trouble | undefined
  readonly children: React.ReactNode
}

/** One step of a run in the wizard's frame: its action at the foot, or the way on where it is done. */
export function StepFrame(props: StepFrameProps) {
  const { run, current, action, hint, trouble, onGo, onLeave, children } = props
  const after = stepAfter(run, current)
  const next = action ?? (after === undefined ? undefined : { onClick: () => onGo(after) })
  return (
    <Wizard
      steps={steps}
      current={current}
      onGo={onGo}
      onLeave={onLeave}
      reached={openSteps(run).at(-1) ?? current}
      {...(next === undefined ? {} : { next })}
      {...(hint === undefined || hint === '' ? {} : { hint })}
    >
      <div className="stack">
        <StepIntro step={current} />
        {children}
        {trouble && (
          <p className="late" role="alert">
            {trouble.kind === 'stale' ? stateWords.staleAgain : trouble.say}
          </p>
        )}
      </div>
    </Wizard>
  )
}

/** 这一步: what it is, who may do it, what happens next; more is in the help. */
function StepIntro({ step }: { readonly step: StepKey }) {
  const { what, who, next } = stepHelp[step]
  return (
    <div className="pay-step-help no-print">
      <p>{what}</p>
      <p className="small quiet">
        {stepHelpWords.who(who)}
        <br />
        {stepHelpWords.next(next)}
      </p>
    </div>
  )
}

interface NoteFieldProps {
  readonly value: string
  readonly onChange: (note: string) => void
}

/** 意见: what whoever signs wants to have kept beside the signature. */
export function NoteField({ value, onChange }: NoteFieldProps) {
  return (
    <div className="pay-form">
      <FormField label={pageWords.note}>
        {(id) => (
          <Input
            id={id}
            value={value}
            maxLength={200}
            placeholder={pageWords.noteHint}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </FormField>
    </div>
  )
}
