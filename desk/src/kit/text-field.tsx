import { Input } from 'antd'
import { FormField } from './form.tsx'

interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly most: number
  readonly onChange: (text: string) => void
  readonly hint?: string
  readonly complaint?: string | undefined
  readonly isWide?: boolean
  readonly isOptional?: boolean
  /** More than one line: remarks, findings. */
  readonly lines?: number
}

/** 文字栏 (text field): one line of text, or several where `lines` says so. */
export function TextField(props: TextFieldProps) {
  const { label, value, most, onChange, hint, complaint, isWide, isOptional, lines = 1 } = props
  return (
    <FormField
      label={label}
      complaint={complaint}
      isWide={isWide ?? false}
      isOptional={isOptional ?? false}
      {...(hint === undefined ? {} : { hint })}
    >
      {(id) => {
        const field = {
          id,
          value,
          maxLength: most,
          ...(complaint === undefined ? {} : { status: 'error' as const }),
        }
        return lines === 1 ? (
          <Input {...field} onChange={(event) => onChange(event.target.value)} />
        ) : (
          <Input.TextArea {...field} rows={lines} onChange={(event) => onChange(event.target.value)} />
        )
      }}
    </FormField>
  )
}
