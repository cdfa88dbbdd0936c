import type { RateComplaintView, RateLine } from '@dongzhou/contract/benefits-rates'
import { type RateKind, type RateKindTerm, type RateUnit, rateKinds, rateUnits } from '@dongzhou/terms/rate'
import { rateKeyName } from '@dongzhou/terms/rate-words'
import { Input, Select } from 'antd'
import { DayPicker } from '../kit/day-picker.tsx'
import { nothing, writeDay } from '../kit/format.ts'
import { Complaints } from './rate-card.tsx'
import type { PlacedComplaints } from './rate-complaints.ts'
import { type RateForm, valueComplaint } from './rate-form.ts'
import { proposeWords } from './rate-form-words.ts'
import { changeText, readValue, valueText } from './rate-value.ts'
import './rate-sheet.css'

interface SheetProps {
  readonly form: RateForm
  readonly kind: RateKind
  /** The grades to fill in: all of the kind, or the one that is corrected. */
  readonly keys: readonly string[]
  /** What is in force beside each, by grade. */
  readonly before: ReadonlyMap<string, RateLine>
  readonly found: PlacedComplaints
  readonly onValue: (key: string, text: string) => void
}

/** 数额表: a line for each grade, what is in force on the left, what is written on the right, what speaks against it below. */
export function RateSheet(props: SheetProps) {
  const { form, kind, keys } = props
  return (
    <div className="card rate-sheet is-narrow">
      <table>
        <thead>
          <tr>
            <th scope="col">{proposeWords.key}</th>
            <th scope="col" className="rate-before">
              {proposeWords.before}
            </th>
            <th scope="col" className="rate-fresh">
              {form.unit === 'choice' || form.unit === 'date'
                ? proposeWords.fresh
                : `${proposeWords.fresh}（${rateUnits[form.unit]}）`}
            </th>
            <th scope="col" className="rate-moved">
              {proposeWords.change}
            </th>
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <SheetRow key={key} {...props} rateKey={key} name={rateKeyName(kind, key)} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function SheetRow({ form, kind, rateKey, name, before, found, onValue }: SheetProps & SheetRowProps) {
  const text = form.values[rateKey] ?? ''
  const old = before.get(rateKey)
  const wrong = valueComplaint(text, form.unit)
  const says = found.byKey.get(rateKey) ?? []
  const isWrong = wrong !== undefined || says.some(({ weight }) => weight === 'refused')
  const rowClass = [says.length > 0 || wrong !== undefined ? 'has-complaints' : '', isWrong ? 'is-wrong' : ''].join(' ')
  return (
    <>
      <tr className={rowClass}>
        <th scope="row">{name === '' ? proposeWords.whole : name}</th>
        <td className="rate-before" title={old && `${old.document} ${proposeWords.beforeOn(writeDay(old.validFrom))}`}>
          {old === undefined ? <span className="quiet">{nothing}</span> : beforeText(old, form)}
        </td>
        <td className="rate-fresh">
          <ValueField
            kind={kind}
            unit={form.unit}
            text={text}
            label={name === '' ? proposeWords.fresh : name}
            onText={(typed) => onValue(rateKey, typed)}
          />
        </td>
        <td className="rate-moved small quiet">{movedText(form, kind, text, old)}</td>
      </tr>
      <Says wrong={wrong} says={says} />
    </>
  )
}

/** What stands for another jurisdiction says whose it is. */
function beforeText(old: RateLine, { jurisdiction }: RateForm): string {
  return old.jurisdiction === jurisdiction ? old.valueText : `${old.jurisdictionName} ${old.valueText}`
}

interface SaysProps {
  readonly wrong: string | undefined
  readonly says: readonly RateComplaintView[]
}

/** What speaks against a figure, in a line of its own below it. */
function Says({ wrong, says }: SaysProps) {
  if (says.length === 0 && wrong === undefined) return null
  return (
    <tr>
      <td colSpan={4} className="rate-says">
        {wrong !== undefined && (
          <p className="late small" role="alert">
            {wrong}
          </p>
        )}
        <Complaints complaints={says} />
      </td>
    </tr>
  )
}

interface SheetRowProps {
  readonly rateKey: string
  readonly name: string
}

function movedText(form: RateForm, kind: RateKind, text: string, old: RateLine | undefined): string {
  const read = readValue(text, form.unit)
  if (read.kind !== 'value') return ''
  const fresh = { kind, unit: form.unit, value: read.value, choice: read.choice ?? null }
  if (form.unit === 'choice' || form.unit === 'date')
    return old !== undefined && valueText(fresh) === old.valueText ? '不变' : ''
  return changeText(fresh, old) ?? ''
}

interface ValueFieldProps {
  readonly kind: RateKind
  readonly unit: RateUnit
  readonly text: string
  readonly label: string
  readonly onText: (text: string) => void
}

function ValueField({ kind, unit, text, label, onText }: ValueFieldProps) {
  if (unit === 'choice') {
    const { choices = {} }: RateKindTerm = rateKinds[kind]
    return (
      <Select
        aria-label={label}
        allowClear
        placeholder={proposeWords.choose}
        value={text === '' ? null : text}
        options={Object.entries(choices).map(([value, name]) => ({ value, label: name }))}
        onChange={(choice: string | undefined) => onText(choice ?? '')}
      />
    )
  }
  if (unit === 'date')
    return (
      <DayPicker
        id={`rate-${kind}-${label}`}
        value={text === '' ? undefined : text}
        onChange={(on) => onText(on ?? '')}
      />
    )
  return (
    <Input
      aria-label={label}
      inputMode="decimal"
      maxLength={16}
      value={text}
      onChange={(event) => onText(event.target.value)}
    />
  )
}
