import { InputNumber } from 'antd'
import { FormField } from '../kit/form.tsx'

interface YuanFieldProps {
  readonly label: string
  /** In fen. */
  readonly value: number | undefined
  readonly onChange: (amount: number | undefined) => void
  readonly hint?: string | undefined
  readonly complaint?: string | undefined
  readonly isOptional?: boolean
}

/** 金额栏: yuan with two places on the screen, whole fen behind it. */
export function YuanField({ label, value, onChange, hint, complaint, isOptional = false }: YuanFieldProps) {
  return (
    <FormField label={label} hint={hint} complaint={complaint} isOptional={isOptional}>
      {(id) => (
        <InputNumber
          id={id}
          min={0}
          precision={2}
          controls={false}
          value={value === undefined ? null : value / 100}
          {...(complaint === undefined ? {} : { status: 'error' as const })}
          // A hundredth of a yuan is no binary fraction: rounded once, here, it is whole fen.
          onChange={(yuan) => onChange(yuan === null ? undefined : Math.round(yuan * 100))}
        />
      )}
    </FormField>
  )
}
