import { type Benefit, benefits } from '@dongzhou/terms/benefit'
import { App, Radio, Select } from 'antd'
import { api } from '../api.ts'
import { DayPicker } from '../kit/day-picker.tsx'
import { DraftForm } from '../kit/draft-form.tsx'
import { FormField } from '../kit/form.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { TextField } from '../kit/text-field.tsx'
import { type DraftSending, useDraft } from '../kit/use-draft.ts'
import { type ExclusionComplaints, type ExclusionDraft, exclusionComplaints } from './exclusion-draft.ts'
import type { Pair } from './exclusion-matrix.ts'
import { exclusionWays, exclusionWords } from './exclusion-words.ts'

interface DialogProps {
  readonly pair: Pair
  readonly onClose: () => void
}

/** 录入兼得关系: two benefits, the way, and the document; it waits for a second person. */
export function ExclusionDialog({ pair, onClose }: DialogProps) {
  return (
    <FormDialog isOpen isWide title={exclusionWords.proposeTitle} onClose={onClose}>
      <ExclusionForm pair={pair} onClose={onClose} />
    </FormDialog>
  )
}

function ExclusionForm({ pair, onClose }: DialogProps) {
  const { message } = App.useApp()
  const work = useDraft({
    first: {
      ...pair,
      way: 'exclude',
      document: '',
      source: '',
      validFrom: undefined,
      validTo: undefined,
    } satisfies ExclusionDraft as ExclusionDraft,
    seen: undefined,
    complaintsOf: exclusionComplaints,
    run: ({ actionId, draft }: DraftSending<ExclusionDraft, undefined>) => propose(actionId, draft),
    onDone: () => {
      onClose()
      void message.success(exclusionWords.proposed)
    },
  })
  return (
    <DraftForm work={work} verb={exclusionWords.proposeVerb} onClose={onClose}>
      <ExclusionFields draft={work.draft} complaints={work.complaints} onChange={work.change} />
    </DraftForm>
  )
}

async function propose(actionId: string, { other, benefit, validFrom, validTo, ...draft }: ExclusionDraft) {
  if (other === undefined || benefit === undefined) throw new Error('sent without its two benefits')
  return api.benefits.proposeExclusion({
    actionId,
    benefit,
    other,
    way: draft.way,
    document: draft.document.trim(),
    source: draft.source.trim(),
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validTo === undefined ? {} : { validTo }),
  })
}

interface FieldsProps {
  readonly draft: ExclusionDraft
  readonly complaints: ExclusionComplaints
  readonly onChange: (part: Partial<ExclusionDraft>) => void
}

function ExclusionFields({ draft, complaints, onChange }: FieldsProps) {
  return (
    <div className="form-grid">
      <BenefitField
        label={exclusionWords.other}
        hint={exclusionWords.otherHint}
        value={draft.other}
        onChange={(other) => onChange({ other })}
      />
      <BenefitField
        label={exclusionWords.benefit}
        hint={exclusionWords.benefitHint}
        complaint={complaints.benefit}
        value={draft.benefit}
        onChange={(benefit) => onChange({ benefit })}
      />
      <FormField label={exclusionWords.way} isWide>
        {(id) => (
          <Radio.Group
            id={id}
            value={draft.way}
            options={(Object.keys(exclusionWays) as (keyof typeof exclusionWays)[]).map((value) => ({
              value,
              label: exclusionWays[value].long,
            }))}
            onChange={(event) => onChange({ way: event.target.value })}
          />
        )}
      </FormField>
      <TextField
        label={exclusionWords.document}
        value={draft.document}
        most={100}
        complaint={complaints.document}
        onChange={(document) => onChange({ document })}
      />
      <TextField
        label={exclusionWords.source}
        value={draft.source}
        most={300}
        hint={exclusionWords.sourceHint}
        complaint={complaints.source}
        onChange={(source) => onChange({ source })}
      />
      <FormField label={exclusionWords.validFrom} hint={exclusionWords.fromHint} isOptional>
        {(id) => <DayPicker id={id} value={draft.validFrom} onChange={(validFrom) => onChange({ validFrom })} />}
      </FormField>
      <FormField label={exclusionWords.validTo} hint={exclusionWords.toHint} complaint={complaints.validTo} isOptional>
        {(id) => <DayPicker id={id} value={draft.validTo} onChange={(validTo) => onChange({ validTo })} />}
      </FormField>
    </div>
  )
}

interface BenefitFieldProps {
  readonly label: string
  readonly hint: string
  readonly complaint?: string | undefined
  readonly value: Benefit | undefined
  readonly onChange: (benefit: Benefit | undefined) => void
}

function BenefitField({ label, hint, complaint, value, onChange }: BenefitFieldProps) {
  return (
    <FormField label={label} hint={hint} complaint={complaint}>
      {(id) => (
        <Select
          id={id}
          showSearch={{ optionFilterProp: 'label' }}
          value={value ?? null}
          options={Object.entries(benefits).map(([code, name]) => ({ value: code as Benefit, label: name }))}
          onChange={(chosen: Benefit | null) => onChange(chosen ?? undefined)}
        />
      )}
    </FormField>
  )
}
