import { useId } from 'react'
import { words } from '../words/kit.ts'
import './session.css'

/** The quiet page around everything that comes before the desk. */
export function SessionFrame({ children }: { readonly children: React.ReactNode }) {
  return (
    <main className="session">
      <div className="session-mark">
        <img src="/mark.svg" alt="" width={40} height={40} />
        <span>
          <strong>{words.product}</strong>
          <small>退役军人事务工作台</small>
        </span>
      </div>
      <div className="card session-card">{children}</div>
    </main>
  )
}

interface FieldProps {
  readonly label: string
  readonly hint?: string
  readonly children: (id: string) => React.ReactNode
}

/** A label above its field, and what to know before filling it in. */
export function Field({ label, hint, children }: FieldProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && <span className="quiet small">{hint}</span>}
      {children(id)}
    </div>
  )
}

/** What is wrong, read aloud as soon as it appears. */
export function Complaint({ say }: { readonly say: string }) {
  return (
    <p className="late complaint" role="alert">
      {say}
    </p>
  )
}
