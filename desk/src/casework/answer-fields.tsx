import type { Answer, FieldView } from '@dongzhou/contract/casework-views'
import { Input, InputNumber, Radio, Select } from 'antd'
import { DayPicker } from '../kit/day-picker.tsx'
import { FormField } from '../kit/form.tsx'
import { MonthPicker } from '../kit/month-picker.tsx'
import type { AnswerDraft } from './answers.ts'
import { fillWords } from './words.ts'

interface AnswerFieldsProps {
  readonly fields: readonly FieldView[]
  readonly draft: AnswerDraft
  readonly onChange: (part: AnswerDraft) => void
}

/** The form of a step: each field by its kind. Nothing is required here; what is missing is asked for when the step is left. */
export function AnswerFields({ fields, draft, onChange }: AnswerFieldsProps) {
  return (
    <>
      {fields.map((field) => (
        <FormField
          key={field.code}
          label={field.label}
          isOptional={field.isOptional}
          isWide={field.kind === 'long-text' || field.kind === 'choice'}
          {...(field.help === '' ? {} : { hint: field.help })}
        >
          {(id) => (
            <AnswerControl
              id={id}
              field={field}
              value={draft[field.code]}
              onChange={(value) => onChange({ [field.code]: value })}
            />
          )}
        </FormField>
      ))}
    </>
  )
}

interface ControlProps {
  readonly id: string
  readonly field: FieldView
  readonly value: Answer | undefined
  readonly onChange: (value: Answer | undefined) => void
}

function AnswerControl({ id, field, value, onChange }: ControlProps) {
  const text = typeof value === 'string' ? value : ''
  switch (field.kind) {
    case 'text':
      return <Input id={id} value={text} maxLength={200} onChange={(event) => onChange(event.target.value)} />
    case 'long-text':
      return (
        <Input.TextArea
          id={id}
          value={text}
          maxLength={4000}
          autoSize={{ minRows: 3, maxRows: 12 }}
          onChange={(event) => onChange(event.target.value)}
        />
      )
    case 'day':
      return <DayPicker id={id} value={text === '' ? undefined : text} onChange={(day) => onChange(day ?? '')} />
    case 'month':
      return <MonthPicker id={id} value={text === '' ? undefined : text} onChange={(month) => onChange(month ?? '')} />
    default:
      return <ChosenControl id={id} field={field} value={value} onChange={onChange} />
  }
}

function ChosenControl({ id, field, value, onChange }: ControlProps) {
  const { kind, choices } = field
  if (kind === 'choice')
    return (
      <Select
        id={id}
        allowClear
        value={typeof value === 'string' && value !== '' ? value : null}
        options={choices.map(({ code, label }) => ({ value: code, label }))}
        onChange={(code: string | undefined) => onChange(code ?? '')}
      />
    )
  if (kind === 'yes-no')
    return (
      <Radio.Group
        id={id}
        value={value}
        options={[
          { value: true, label: fillWords.yes },
          { value: false, label: fillWords.no },
        ]}
        onChange={(event) => onChange(event.target.value === true)}
      />
    )
  const isMoney = kind === 'fen'
  return (
    <InputNumber
      id={id}
      min={0}
      precision={isMoney ? 2 : 0}
      controls={false}
      value={typeof value === 'number' ? value / (isMoney ? 100 : 1) : null}
      // A hundredth of a yuan is no binary fraction: rounded once, here, it is whole fen.
      onChange={(typed) => onChange(typed === null ? undefined : Math.round(typed * (isMoney ? 100 : 1)))}
    />
  )
}
