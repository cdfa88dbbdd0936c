import type { PairingFile } from '@dongzhou/contract/visits'
import { InputNumber } from 'antd'
import { DayPicker } from '../kit/day-picker.tsx'
import { FormField } from '../kit/form.tsx'
import { TextField } from '../kit/text-field.tsx'
import { useMe } from '../session/use-session.ts'
import type { VisitComplaints, VisitDraft } from './visit-draft.ts'
import { visitLabels } from './words.ts'

interface VisitFieldsProps {
  readonly pairing: PairingFile
  readonly draft: VisitDraft
  readonly complaints: VisitComplaints
  readonly onChange: (part: Partial<VisitDraft>) => void
}

/** Who called when, what they brought and what they found. */
export function VisitFields({ pairing, draft, complaints, onChange }: VisitFieldsProps) {
  const { today } = useMe()
  return (
    <>
      <FormField label={visitLabels.day} complaint={complaints.day}>
        {(id) => (
          <DayPicker
            id={id}
            value={draft.day}
            earliest={pairing.confirmedOn ?? undefined}
            latest={pairing.endedOn ?? today}
            isWrong={complaints.day !== undefined}
            onChange={(day) => onChange({ day })}
          />
        )}
      </FormField>
      <TextField
        label={visitLabels.visitors}
        value={draft.visitors}
        most={100}
        isOptional
        hint={visitLabels.visitorsHint}
        onChange={(visitors) => onChange({ visitors })}
      />
      <FormField label={visitLabels.money} isOptional>
        {(id) => (
          <InputNumber
            controls={false}
            id={id}
            min={0}
            max={10_000_000}
            precision={2}
            suffix={visitLabels.yuan}
            value={draft.yuan ?? null}
            onChange={(yuan) => onChange({ yuan: yuan ?? undefined })}
          />
        )}
      </FormField>
      <TextField
        label={visitLabels.goods}
        value={draft.goods}
        most={200}
        isOptional
        hint={visitLabels.goodsHint}
        onChange={(goods) => onChange({ goods })}
      />
      <TextField
        label={visitLabels.help}
        value={draft.help}
        most={300}
        lines={2}
        isWide
        isOptional
        onChange={(help) => onChange({ help })}
      />
      <TextField
        label={visitLabels.findings}
        value={draft.findings}
        most={500}
        lines={2}
        isWide
        isOptional
        hint={visitLabels.findingsHint}
        onChange={(findings) => onChange({ findings })}
      />
    </>
  )
}
