import type { Timeline } from '@dongzhou/contract/benefits-views'
import { type Benefit, benefits } from '@dongzhou/terms/benefit'
import { useQueryClient } from '@tanstack/react-query'
import { App, Checkbox, InputNumber, Select } from 'antd'
import { api } from '../api.ts'
import { askAnew } from '../kit/ask-anew.ts'
import { DayPicker } from '../kit/day-picker.tsx'
import { FormEnd, FormField, PlainForm } from '../kit/form.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { writeMoney } from '../kit/format.ts'
import { MonthPicker } from '../kit/month-picker.tsx'
import { TextField } from '../kit/text-field.tsx'
import type { Trouble } from '../kit/trouble.ts'
import { type DraftSending, useDraft } from '../kit/use-draft.ts'
import { useMe } from '../session/use-session.ts'
import {
  type AwardComplaints,
  type AwardDraft,
  awardDraft,
  awardOf,
  grantComplaints,
  isByYears,
} from './award-draft.ts'
import { grantWords } from './award-words.ts'
import './entitlement-verdict.css'
import { SampleNote } from './entitlement-sample.tsx'

interface GrantProps {
  /** As it stands now: a second attempt after somebody else's change is made under the file as it is then. */
  readonly timeline: Pick<Timeline, 'person' | 'version'>
  readonly benefit: Benefit | undefined
  /** What the first payment would be, where the application says. */
  readonly expected?: number | undefined
  /** Where to go once it is decided; the dialog only closes otherwise. */
  readonly onGranted?: () => void
  readonly onClose: () => void
}

/** 核定待遇: the county's decision with its paper; the rules say at once whether the conditions are met. */
export function AwardGrantDialog(props: GrantProps) {
  const title = props.benefit === undefined ? grantWords.title : grantWords.titleOf(benefits[props.benefit])
  return (
    <FormDialog isOpen title={title} onClose={props.onClose}>
      <GrantForm {...props} />
    </FormDialog>
  )
}

function GrantForm({ timeline, benefit, expected, onGranted, onClose }: GrantProps) {
  const { today } = useMe()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const { person, version } = timeline
  const work = useDraft({
    first: awardDraft(benefit, today),
    seen: version,
    complaintsOf: (draft): AwardComplaints => grantComplaints(draft),
    run: async ({ actionId, draft }: DraftSending<AwardDraft, number>) => {
      const award = awardOf(draft)
      if (award)
        await api.benefits.grantAward({ actionId, personId: person.id, version, ...award }).catch(askAnew(queries))
    },
    onDone: () => {
      onClose()
      onGranted?.()
      void message.success(grantWords.done)
    },
  })
  const { trouble } = work.action
  const isLacking = trouble?.code === 'benefits.facts-missing' || work.draft.despiteMissing
  return (
    <PlainForm onSubmit={work.send}>
      <p>
        {grantWords.say(person.name)}
        {expected !== undefined && grantWords.expected(writeMoney(expected))}
      </p>
      {expected !== undefined && <SampleNote isShort />}
      <GrantFields
        draft={work.draft}
        isChosen={benefit !== undefined}
        complaints={work.complaints}
        onChange={work.change}
      />
      <Against trouble={trouble} />
      {isLacking && (
        <Checkbox
          checked={work.draft.despiteMissing}
          onChange={(event) => work.change({ despiteMissing: event.target.checked })}
        >
          {grantWords.despite}
        </Checkbox>
      )}
      <FormEnd verb={grantWords.verb} isBusy={work.action.isBusy} onCancel={onClose} trouble={trouble} />
    </PlainForm>
  )
}

/** What the rules hold against it, as the server named it. */
function Against({ trouble }: { readonly trouble: Trouble | undefined }) {
  const { reasons, missing } = trouble?.details ?? {}
  const [title, says] = Array.isArray(reasons) ? [grantWords.reasons, reasons] : [grantWords.missing, missing]
  if (!Array.isArray(says) || says.length === 0) return null
  return (
    <div className="verdict-part">
      <h4>{title}</h4>
      <ul className="verdict-reasons">
        {says.map((say) => (
          <li key={String(say)}>{String(say)}</li>
        ))}
      </ul>
    </div>
  )
}

interface FieldsProps {
  readonly draft: AwardDraft
  /** The benefit is what the form was opened for. */
  readonly isChosen: boolean
  readonly complaints: AwardComplaints
  readonly onChange: (part: Partial<AwardDraft>) => void
}

function GrantFields({ draft, isChosen, complaints, onChange }: FieldsProps) {
  const { today } = useMe()
  return (
    <div className="form-grid">
      {!isChosen && <BenefitField draft={draft} complaint={complaints.benefit} onChange={onChange} />}
      <FormField label={grantWords.approved} hint={grantWords.approvedHint} complaint={complaints.approved}>
        {(id) => (
          <DayPicker id={id} value={draft.approved} latest={today} onChange={(approved) => onChange({ approved })} />
        )}
      </FormField>
      <FormField label={grantWords.from} hint={grantWords.fromHint} isOptional>
        {(id) => (
          <MonthPicker
            id={id}
            value={draft.from}
            placeholder={grantWords.fromEmpty}
            onChange={(from) => onChange({ from })}
          />
        )}
      </FormField>
      {isByYears(draft.benefit) && (
        <FormField label={grantWords.years} hint={grantWords.yearsHint} isOptional>
          {(id) => (
            <InputNumber
              id={id}
              controls={false}
              min={1}
              max={40}
              precision={0}
              suffix="年"
              value={draft.years ?? null}
              onChange={(years) => onChange({ years: years ?? undefined })}
            />
          )}
        </FormField>
      )}
      <TextField
        label={grantWords.document}
        value={draft.document}
        most={60}
        isWide
        hint={grantWords.documentHint}
        complaint={complaints.document}
        onChange={(document) => onChange({ document })}
      />
      <TextField
        label={grantWords.because}
        value={draft.because}
        most={200}
        isWide
        hint={grantWords.becauseHint}
        complaint={complaints.because}
        onChange={(because) => onChange({ because })}
      />
    </div>
  )
}

type BenefitFieldProps = Pick<FieldsProps, 'draft' | 'onChange'> & { readonly complaint: string | undefined }

function BenefitField({ draft, complaint, onChange }: BenefitFieldProps) {
  return (
    <FormField label={grantWords.benefit} complaint={complaint} isWide>
      {(id) => (
        <Select<Benefit>
          id={id}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={grantWords.benefitHint}
          {...(draft.benefit === undefined ? {} : { value: draft.benefit })}
          options={(Object.keys(benefits) as Benefit[]).map((value) => ({ value, label: benefits[value] }))}
          onChange={(benefit) => onChange({ benefit })}
        />
      )}
    </FormField>
  )
}
