import { Input } from 'antd'
import { useId } from 'react'

interface BecauseFieldProps {
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly complaint: string | undefined
}

/** 依据: why it was decided so; the trail and the record keep it. */
export function BecauseField({ label, hint, value, onChange, complaint }: BecauseFieldProps) {
  const id = useId()
  return (
    <div className="because-field">
      <label htmlFor={id}>{label}</label>
      <Input.TextArea
        id={id}
        value={value}
        placeholder={hint}
        maxLength={200}
        rows={2}
        onChange={(event) => onChange(event.target.value)}
      />
      <p className="late complaint" role="alert">
        {complaint}
      </p>
    </div>
  )
}

/** Is the reason long enough to say anything? The contract asks for two characters. */
export function isStated(because: string): boolean {
  return [...because.trim()].length >= 2
}
