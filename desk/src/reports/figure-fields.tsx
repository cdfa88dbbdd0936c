import type { FigureFormat } from '@dongzhou/terms/document'
import { type Unit, units } from '@dongzhou/terms/indicator'
import { InputNumber, Select } from 'antd'
import { DayPicker } from '../kit/day-picker.tsx'
import { FormField } from '../kit/form.tsx'
import { type FigureAsk, type FormatName, formatNamed, nameOfFormat, stepOf } from './figure-ask.ts'
import { figureWordsOf, formatNames } from './words.ts'

interface FigureFieldsProps {
  readonly ask: FigureAsk
  /** 报告的截止日期: no figure counts beyond it. */
  readonly cutOff: string
  readonly onAsk: (ask: FigureAsk) => void
}

/** 期间、单位、写法: what a figure asks and how its answer is worded. */
export function FigureFields({ ask, cutOff, onAsk }: FigureFieldsProps) {
  const { format } = ask
  const step = stepOf(format)
  const isWrong = ask.from === undefined || ask.to === undefined || ask.from > ask.to || ask.to > cutOff
  return (
    <>
      <FormField label={figureWordsOf.from} complaint={isWrong ? figureWordsOf.spanWrong : undefined}>
        {(id) => <DayPicker id={id} value={ask.from} latest={cutOff} onChange={(from) => onAsk({ ...ask, from })} />}
      </FormField>
      <FormField label={figureWordsOf.to}>
        {(id) => <DayPicker id={id} value={ask.to} latest={cutOff} onChange={(to) => onAsk({ ...ask, to })} />}
      </FormField>
      <FormField label={figureWordsOf.unit}>
        {(id) => (
          <Select
            id={id}
            value={ask.unit}
            options={unitsLike(ask.unit).map((value) => ({ value, label: value }))}
            onChange={(unit) => onAsk({ ...ask, unit })}
          />
        )}
      </FormField>
      <FormField label={figureWordsOf.format}>
        {(id) => (
          <Select<FormatName>
            id={id}
            value={nameOfFormat(format)}
            options={Object.entries(formatNames).map(([value, label]) => ({ value: value as FormatName, label }))}
            onChange={(name) => onAsk({ ...ask, format: formatNamed(name, step ?? 1000) })}
          />
        )}
      </FormField>
      {step !== undefined && <StepField step={step} format={format} onFormat={(it) => onAsk({ ...ask, format: it })} />}
    </>
  )
}

interface StepFieldProps {
  readonly step: number
  readonly format: FigureFormat
  readonly onFormat: (format: FigureFormat) => void
}

function StepField({ step, format, onFormat }: StepFieldProps) {
  return (
    <FormField label={figureWordsOf.step}>
      {(id) => (
        <InputNumber
          controls={false}
          id={id}
          value={step}
          min={1}
          max={1_000_000}
          precision={0}
          onChange={(next) => onFormat(formatNamed(nameOfFormat(format), next ?? step))}
        />
      )}
    </FormField>
  )
}

// Money is kept in fen: a count cannot be written in 元, nor money in 人次.
function unitsLike(unit: Unit): readonly Unit[] {
  const money: readonly Unit[] = ['元', '万元']
  return units.filter((it) => money.includes(it) === money.includes(unit))
}
