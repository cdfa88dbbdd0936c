import { type HalfYear, halfYearSpan } from '@dongzhou/terms/half-year'
import { Segmented, Select } from 'antd'
import { useState } from 'react'
import { api } from '../api.ts'
import { DayPicker } from '../kit/day-picker.tsx'
import { FormEnd, FormField, PlainForm } from '../kit/form.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { useOpenPage } from '../kit/navigation.tsx'
import { TextField } from '../kit/text-field.tsx'
import { useAction } from '../kit/use-action.ts'
import { useMe } from '../session/use-session.ts'
import { likelyCutOff, likelyHalf, yearsUpTo } from './half-year.ts'
import { halves, startWords } from './words.ts'

interface StartDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** 起草报告: for which half-year, counted up to which day. */
export function StartDialog(props: StartDialogProps) {
  return (
    <FormDialog isOpen={props.isOpen} title={startWords.title} onClose={props.onClose}>
      <StartForm onClose={props.onClose} />
    </FormDialog>
  )
}

function StartForm({ onClose }: Pick<StartDialogProps, 'onClose'>) {
  const { today } = useMe()
  const [half, setHalf] = useState<HalfYear>(() => likelyHalf(today))
  const [cutOff, setCutOff] = useState<string | undefined>(() => likelyCutOff(half, today))
  const [title, setTitle] = useState('')
  const open = useOpenPage()
  const start = useAction(api.reports.startReport, ({ id }) => open(`/reports/${id}`))
  const span = halfYearSpan(half)
  const isRight = cutOff !== undefined && cutOff >= span.from && cutOff <= span.to

  function changeHalf(next: HalfYear): void {
    setHalf(next)
    setCutOff(likelyCutOff(next, today))
  }

  return (
    <PlainForm
      onSubmit={() => {
        if (!isRight) return
        const named = title.trim() === '' ? {} : { title: title.trim() }
        start.act({ template: 'half-year', ...half, cutOff, ...named })
      }}
    >
      <div className="form-grid">
        <FormField label={startWords.year}>
          {(id) => (
            <Select
              id={id}
              value={half.year}
              options={yearsUpTo(today).map((year) => ({ value: year, label: `${year}年` }))}
              onChange={(year) => changeHalf({ ...half, year })}
            />
          )}
        </FormField>
        <FormField label={startWords.half}>
          {(id) => (
            <Segmented
              aria-label={startWords.half}
              id={id}
              value={half.half}
              options={[
                { value: 'first', label: halves.first },
                { value: 'second', label: halves.second },
              ]}
              onChange={(next) => changeHalf({ ...half, half: next as HalfYear['half'] })}
            />
          )}
        </FormField>
        <FormField
          label={startWords.cutOff}
          isWide
          hint={startWords.cutOffHint}
          complaint={isRight ? undefined : startWords.cutOffWrong}
        >
          {(id) => (
            <DayPicker
              id={id}
              value={cutOff}
              onChange={setCutOff}
              earliest={span.from}
              latest={span.to}
              isWrong={!isRight}
            />
          )}
        </FormField>
        <TextField
          label={startWords.reportTitle}
          value={title}
          most={100}
          isWide
          isOptional
          hint={startWords.titleHint}
          onChange={setTitle}
        />
      </div>
      <FormEnd verb={startWords.verb} isBusy={start.isBusy} onCancel={onClose} complaint={start.trouble?.say} />
    </PlainForm>
  )
}
