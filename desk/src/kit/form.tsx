import { Button } from 'antd'
import { useId } from 'react'
import { formWords, stateWords, words } from '../words/kit.ts'
import './form.css'
import type { Trouble } from './trouble.ts'

interface FormFieldProps {
  readonly label: string
  /** What is expected, or where a filled-in value comes from. */
  readonly hint?: React.ReactNode
  /** What is wrong with it, and what to do. */
  readonly complaint?: string | undefined
  readonly isOptional?: boolean
  readonly isWide?: boolean
  readonly children: (id: string) => React.ReactNode
}

/** One field of a form: its name above, help and complaint below, all tied together for screen readers. */
export function FormField({ label, hint, complaint, isOptional, isWide, children }: FormFieldProps) {
  const id = useId()
  return (
    <div className={isWide ? 'form-field is-wide' : 'form-field'}>
      <label htmlFor={id}>
        {label}
        {isOptional && <span className="quiet small form-optional">{formWords.optional}</span>}
      </label>
      {children(id)}
      {hint !== undefined && complaint === undefined && <span className="quiet small">{hint}</span>}
      {complaint !== undefined && (
        <span className="late small" role="alert">
          {complaint}
        </span>
      )}
    </div>
  )
}

interface FormEndProps {
  /** The verb on the button: 登记, 更正. */
  readonly verb: string
  readonly isBusy: boolean
  readonly onCancel: () => void
  /** What is wrong, in words; goes before what the server said. */
  readonly complaint?: string | undefined
  /** Why the last attempt failed. For what overwrites nothing: a conflict only asks to look again. */
  readonly trouble?: Trouble | undefined
  /** What a conflict asks for, where looking again needs more than a second attempt. */
  readonly whenStale?: string
  readonly isDanger?: boolean
  /** The word on the way out, where 取消 could be taken for the action itself. */
  readonly leave?: string
}

/** The foot of a form or dialog: the complaint, the way out, the one action. */
export function FormEnd(props: FormEndProps) {
  const { verb, isBusy, onCancel, isDanger = false, trouble, whenStale = stateWords.staleAgain } = props
  const { leave = words.cancel } = props
  const say = props.complaint ?? (trouble?.kind === 'stale' ? whenStale : trouble?.say)
  return (
    <div className="form-end">
      {say !== undefined && (
        <p className="late" role="alert">
          {say}
        </p>
      )}
      <div className="row dialog-end">
        <Button onClick={onCancel}>{leave}</Button>
        <Button type="primary" htmlType="submit" danger={isDanger} loading={isBusy}>
          {verb}
        </Button>
      </div>
    </div>
  )
}

interface PlainFormProps {
  readonly onSubmit: () => void
  readonly className?: string
  readonly children: React.ReactNode
}

/** A form that sends by Enter and never by the browser. */
export function PlainForm({ onSubmit, className = 'stack', children }: PlainFormProps) {
  return (
    <form
      className={className}
      noValidate
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault()
        // A dialog's form stands inside a page's form for React, though not for the browser.
        event.stopPropagation()
        onSubmit()
        const form = event.currentTarget
        requestAnimationFrame(() => showFirstComplaint(form))
      }}
    >
      {children}
    </form>
  )
}

/** What is wrong may stand far above the button that was pressed: the first field complained of gets the keyboard. */
function showFirstComplaint(form: HTMLFormElement): void {
  const field = form.querySelector('.form-field > [role="alert"]')?.closest('.form-field')
  field?.scrollIntoView({ block: 'nearest' })
  field?.querySelector<HTMLElement>('input, textarea, button')?.focus({ preventScroll: true })
}

/**
 * For fields where Enter means "take this": a day typed, a name among several. Without it the browser would send the form as well, half
 * filled in.
 */
export function keepForm(event: React.KeyboardEvent): void {
  if (event.key === 'Enter') event.preventDefault()
}
