import { AutoComplete, Input, InputNumber, Select } from 'antd'
import { DayPicker } from '../kit/day-picker.tsx'
import { DivisionPicker } from '../kit/division-picker.tsx'
import { FormField } from '../kit/form.tsx'
import { useMe } from '../session/use-session.ts'
import type { FactTexts } from './fact-entry.ts'
import type { FactField } from './fact-field.ts'
import { type ChoiceOption, yesOrNo } from './fact-words.ts'

interface FactFieldsProps {
  readonly fields: readonly FactField[]
  readonly texts: FactTexts
  readonly complaints: FactTexts
  readonly onText: (key: string, text: string) => void
}

/** The fields of one kind of fact; every value is text until the form is sent. */
export function FactFields({ fields, texts, complaints, onText }: FactFieldsProps) {
  return fields.map((field) => (
    <FormField
      key={field.key}
      label={field.label}
      hint={field.hint}
      complaint={complaints[field.key]}
      isOptional={!field.isRequired}
      isWide={fields.length === 1 || field.key === 'division'}
    >
      {(id) => (
        <FactInput
          id={id}
          field={field}
          text={texts[field.key] ?? ''}
          isWrong={complaints[field.key] !== undefined}
          onText={(text) => onText(field.key, text)}
        />
      )}
    </FormField>
  ))
}

interface FactInputProps {
  readonly id: string
  readonly field: FactField
  readonly text: string
  readonly isWrong: boolean
  readonly onText: (text: string) => void
}

function FactInput(props: FactInputProps) {
  const { id, field, text, isWrong, onText } = props
  const wrong = isWrong ? { status: 'error' as const } : {}
  switch (field.kind) {
    case 'text':
    case 'dated':
      return (
        <Input id={id} value={text} onChange={(event) => onText(event.target.value)} {...lengthOf(field)} {...wrong} />
      )
    case 'money':
      return (
        <Input id={id} value={text} suffix={field.unit} onChange={(event) => onText(event.target.value)} {...wrong} />
      )
    case 'number':
      return <NumberInput {...props} />
    case 'day':
      return (
        <DayPicker
          id={id}
          value={text === '' ? undefined : text}
          isWrong={isWrong}
          onChange={(day) => onText(day ?? '')}
        />
      )
    case 'choice':
      return <ChoiceInput {...props} options={field.options ?? []} />
    case 'yes-no':
      return <ChoiceInput {...props} options={yesOrNo} />
    case 'free-choice':
      return <AutoComplete id={id} value={text} options={[...(field.options ?? [])]} onChange={onText} {...wrong} />
    case 'division':
      return <OwnDivision {...props} />
  }
}

/** A choice that need not be made can be taken back. */
function ChoiceInput(props: FactInputProps & { readonly options: readonly ChoiceOption[] }) {
  const { id, field, text, isWrong, onText, options } = props
  return (
    <Select
      id={id}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear={!field.isRequired}
      value={text === '' ? null : text}
      options={[...options]}
      onChange={(value: string | undefined) => onText(value ?? '')}
      {...(isWrong ? { status: 'error' as const } : {})}
    />
  )
}

function NumberInput({ id, field, text, isWrong, onText }: FactInputProps) {
  return (
    <InputNumber
      controls={false}
      id={id}
      value={text === '' ? null : Number(text)}
      suffix={field.unit}
      precision={0}
      onChange={(value) => onText(value === null ? '' : String(value))}
      {...(isWrong ? { status: 'error' as const } : {})}
    />
  )
}

/** Only one's own division: people of other towns are moved by those who see both. */
function OwnDivision({ id, text, isWrong, onText }: FactInputProps) {
  const me = useMe()
  return (
    <DivisionPicker
      id={id}
      within={me.division.code}
      value={text === '' ? undefined : text}
      isWrong={isWrong}
      onChange={(code) => onText(code ?? '')}
    />
  )
}

function lengthOf(field: FactField): { maxLength?: number } {
  // A little longer than allowed, so that spaces in a pasted number do not cut its end off.
  return field.most === undefined ? {} : { maxLength: field.most + 10 }
}
