import { App, Button, Checkbox, Select } from 'antd'
import { useState } from 'react'
import { api } from '../api.ts'
import { FormEnd, FormField, PlainForm } from '../kit/form.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { useOpenPage } from '../kit/navigation.tsx'
import { TextField } from '../kit/text-field.tsx'
import { useAction } from '../kit/use-action.ts'
import { useMe } from '../session/use-session.ts'
import { endedHalves, type HalfYear, liveIndicators } from './closable.ts'
import './plan.css'
import { usePlanProgrammes } from './use-plan.ts'
import { closingWords, periodName } from './words.ts'

interface CloseDialogProps {
  readonly isOpen: boolean
  /** The year in sight; its last half that is over is offered first. */
  readonly year: number
  readonly onClose: () => void
}

/** 期末定数: freezes the figures of a half-year that is over, and says so before it does. */
export function CloseDialog(props: CloseDialogProps) {
  return (
    <FormDialog isOpen={props.isOpen} title={closingWords.close} onClose={props.onClose} isWide>
      <CloseForm {...props} />
    </FormDialog>
  )
}

function CloseForm({ year, onClose }: CloseDialogProps) {
  const { today } = useMe()
  const { message } = App.useApp()
  const open = useOpenPage()
  const halves = endedHalves(today)
  const [period, setPeriod] = useState<HalfYear | undefined>(halves.find((one) => one.year === year) ?? halves[0])
  const indicators = liveIndicators(usePlanProgrammes().data ?? [])
  // undefined: nobody has chosen yet, and all are meant.
  const [chosen, setChosen] = useState<readonly string[]>()
  const [note, setNote] = useState('')
  const codes = chosen ?? indicators.map(({ code }) => code)
  const action = useAction(
    (input: HalfYear & { readonly indicators: string[]; readonly note: string; readonly actionId: string }) =>
      api.plan.closePeriod(input),
    ({ id, figures }) => {
      onClose()
      void message.success(closingWords.done(figures))
      open(`/plan/closings/${id}`)
    },
  )
  return (
    <PlainForm
      onSubmit={() => {
        if (period && codes.length > 0) action.act({ ...period, indicators: [...codes], note: note.trim() })
      }}
    >
      <FormField label={closingWords.half}>
        {(id) => (
          <Select
            id={id}
            value={period === undefined ? null : keyOf(period)}
            options={halves.map((one) => ({ value: keyOf(one), label: periodName(one) }))}
            onChange={(key: string) => setPeriod(halves.find((one) => keyOf(one) === key))}
          />
        )}
      </FormField>
      <FormField
        label={closingWords.indicators}
        complaint={codes.length === 0 ? closingWords.complaint : undefined}
        hint={
          <Button type="link" size="small" onClick={() => setChosen(codes.length === 0 ? undefined : [])}>
            {codes.length === 0 ? closingWords.chooseAll : closingWords.chooseNone}
          </Button>
        }
      >
        {(id) => (
          <Checkbox.Group
            className="plan-choose"
            value={[...codes]}
            onChange={(values) => setChosen(values.map(String))}
            options={indicators.map(({ code, name }) => ({ value: code, label: name, id: `${id}-${code}` }))}
          />
        )}
      </FormField>
      <TextField label={closingWords.note} value={note} most={300} isOptional onChange={setNote} />
      {period && codes.length > 0 && <p>{closingWords.say(codes.length, periodName(period))}</p>}
      <FormEnd verb={closingWords.close} isBusy={action.isBusy} onCancel={onClose} complaint={action.trouble?.say} />
    </PlainForm>
  )
}

function keyOf({ year, half }: HalfYear): string {
  return `${year} ${half}`
}
