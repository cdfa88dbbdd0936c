import type { StockItemView } from '@dongzhou/contract/payments-stock'
import { InputNumber, Radio, Select } from 'antd'
import { ProofFile } from '../../activities/proof-file.tsx'
import { DayPicker } from '../../kit/day-picker.tsx'
import { FormField } from '../../kit/form.tsx'
import { PersonPicker } from '../../kit/person-picker.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { useMe } from '../../session/use-session.ts'
import { OrganisationPicker } from '../../visits/organisation-picker.tsx'
import { YuanField } from '../yuan-field.tsx'
import { HouseholdPicker } from './household-picker.tsx'
import { type Counted, quantityText } from './quantity.ts'
import { lotOf, type StockComplaints, type StockDraft } from './stock-draft.ts'
import { moveWords } from './stock-words.ts'

interface FieldsProps {
  readonly kind: 'in' | 'issue' | 'loss'
  readonly item: StockItemView
  readonly draft: StockDraft
  readonly complaints: Partial<StockComplaints>
  readonly onChange: (part: Partial<StockDraft>) => void
}

/** The fields of an entry, a delivery or a loss. */
export function StockFields(props: FieldsProps) {
  const { kind, item, draft, complaints, onChange } = props
  const lot = kind === 'in' ? undefined : lotOf(item, draft)
  return (
    <>
      {kind === 'in' ? <SourceFields {...props} /> : <LotField {...props} />}
      <QuantityField
        counted={item}
        value={draft.quantity}
        hint={lot === undefined ? undefined : moveWords.left(quantityText(lot.quantity, item))}
        complaint={complaints.quantity}
        onChange={(quantity) => onChange({ quantity })}
      />
      {kind === 'in' && item.kind === 'goods' && (
        <YuanField
          label={moveWords.unitPrice}
          isOptional
          value={draft.unitPrice}
          onChange={(unitPrice) => onChange({ unitPrice })}
        />
      )}
      <DayField value={draft.on} complaint={complaints.on} onChange={(on) => onChange({ on })} />
      {kind === 'issue' ? (
        <ReceiverFields {...props} />
      ) : (
        <TextField
          label={moveWords.document}
          most={60}
          value={draft.document}
          complaint={complaints.document}
          onChange={(document) => onChange({ document })}
        />
      )}
      <TextField
        label={kind === 'loss' ? moveWords.because : moveWords.note}
        isOptional={kind !== 'loss'}
        isWide
        most={200}
        value={draft.note}
        complaint={complaints.note}
        onChange={(note) => onChange({ note })}
      />
    </>
  )
}

function SourceFields({ draft, complaints, onChange }: FieldsProps) {
  return (
    <>
      <FormField label={moveWords.move} isWide>
        {(id) => (
          <Radio.Group
            id={id}
            value={draft.move}
            options={[
              { value: 'purchase', label: '采购' },
              { value: 'donation', label: '捐赠' },
            ]}
            onChange={(event) => onChange({ move: event.target.value })}
          />
        )}
      </FormField>
      <TextField
        label={moveWords.budgetLine}
        hint={moveWords.budgetHint}
        most={60}
        value={draft.budgetLine}
        complaint={complaints.budgetLine}
        onChange={(budgetLine) => onChange({ budgetLine })}
      />
      <TextField
        label={moveWords.campaign}
        hint={moveWords.campaignHint}
        most={60}
        value={draft.campaign}
        complaint={complaints.campaign}
        onChange={(campaign) => onChange({ campaign })}
      />
    </>
  )
}

function LotField({ item, draft, complaints, onChange }: FieldsProps) {
  const at = item.lots.findIndex((lot) => lot.budgetLine === draft.budgetLine && lot.campaign === draft.campaign)
  return (
    <FormField label={moveWords.lot} isWide complaint={complaints.budgetLine}>
      {(id) => (
        <Select
          id={id}
          value={at < 0 ? null : at}
          options={item.lots.map((lot, value) => ({
            value,
            label: `${lot.campaign} · ${lot.budgetLine}（${quantityText(lot.quantity, item)}）`,
          }))}
          onChange={(value: number) => {
            const lot = item.lots[value]
            if (lot) onChange({ budgetLine: lot.budgetLine, campaign: lot.campaign })
          }}
        />
      )}
    </FormField>
  )
}

const receiverLabels = {
  person: moveWords.person,
  household: moveWords.household,
  organisation: moveWords.organisation,
} as const

function ReceiverFields(props: FieldsProps) {
  const { draft, complaints, onChange } = props
  return (
    <>
      <FormField label={moveWords.to}>
        {(id) => (
          <Radio.Group
            id={id}
            value={draft.receiverKind}
            options={[
              { value: 'person', label: moveWords.toPerson },
              { value: 'household', label: moveWords.toHousehold },
              { value: 'organisation', label: moveWords.toOrganisation },
            ]}
            onChange={(event) => onChange({ receiverKind: event.target.value, receiver: undefined })}
          />
        )}
      </FormField>
      <FormField label={receiverLabels[draft.receiverKind]} complaint={complaints.receiver}>
        {(id) => <ReceiverPicker {...props} id={id} />}
      </FormField>
      <TextField
        label={moveWords.signedBy}
        hint={moveWords.signedHint}
        most={30}
        value={draft.signedBy}
        complaint={complaints.signedBy}
        onChange={(signedBy) => onChange({ signedBy })}
      />
      <ProofFile value={draft.proofFileId} onChange={(proofFileId) => onChange({ proofFileId })} />
    </>
  )
}

function ReceiverPicker({ id, draft, complaints, onChange }: FieldsProps & { readonly id: string }) {
  const isWrong = complaints.receiver !== undefined
  // Whoever receives signs, as a rule; another name is typed over it.
  const signed = (person: { readonly name: string } | undefined) => person?.name ?? draft.signedBy
  switch (draft.receiverKind) {
    case 'person':
      return (
        <PersonPicker
          id={id}
          value={draft.receiver}
          isWrong={isWrong}
          onChange={(receiver) => onChange({ receiver, signedBy: signed(receiver) })}
        />
      )
    case 'household':
      return (
        <HouseholdPicker
          id={id}
          isWrong={isWrong}
          onChange={(receiver, member) => onChange({ receiver, signedBy: signed(member) })}
        />
      )
    case 'organisation':
      return (
        <OrganisationPicker
          id={id}
          value={draft.receiver}
          isWrong={isWrong}
          onChange={(receiver) => onChange({ receiver })}
        />
      )
  }
}

interface QuantityFieldProps {
  readonly counted: Counted
  readonly value: number | undefined
  readonly hint?: string | undefined
  readonly complaint?: string | undefined
  readonly onChange: (quantity: number | undefined) => void
}

/** 数量: goods in whole units; condolence money in yuan on the screen, fen behind it. */
export function QuantityField({ counted, value, hint, complaint, onChange }: QuantityFieldProps) {
  if (counted.kind === 'money') {
    return <YuanField label={moveWords.amount} value={value} hint={hint} complaint={complaint} onChange={onChange} />
  }
  return (
    <FormField label={moveWords.quantity} hint={hint} complaint={complaint}>
      {(id) => (
        <InputNumber
          id={id}
          min={1}
          precision={0}
          controls={false}
          suffix={counted.unit}
          value={value ?? null}
          {...(complaint === undefined ? {} : { status: 'error' as const })}
          onChange={(next) => onChange(next ?? undefined)}
        />
      )}
    </FormField>
  )
}

interface DayFieldProps {
  readonly value: string | undefined
  readonly complaint: string | undefined
  readonly onChange: (day: string | undefined) => void
}

/** 日期, not after today. */
export function DayField({ value, complaint, onChange }: DayFieldProps) {
  const { today } = useMe()
  return (
    <FormField label={moveWords.on} complaint={complaint}>
      {(id) => <DayPicker id={id} value={value} latest={today} isWrong={complaint !== undefined} onChange={onChange} />}
    </FormField>
  )
}
