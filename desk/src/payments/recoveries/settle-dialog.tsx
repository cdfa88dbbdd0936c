import type { RecoveryView } from '@dongzhou/contract/payments-money'
import { App } from 'antd'
import { api, queries } from '../../api.ts'
import { monthOfDay, movedMonth } from '../../benefits/entitlement-month.ts'
import { askAnew } from '../../kit/ask-anew.ts'
import { DayPicker } from '../../kit/day-picker.tsx'
import { DraftForm } from '../../kit/draft-form.tsx'
import { FormField } from '../../kit/form.tsx'
import { FormDialog } from '../../kit/form-dialog.tsx'
import { writeMoney } from '../../kit/format.ts'
import { MonthPicker } from '../../kit/month-picker.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { useDraft } from '../../kit/use-draft.ts'
import { useMe } from '../../session/use-session.ts'
import { YuanField } from '../yuan-field.tsx'
import { settleWords } from './recovery-words.ts'
import {
  monthsOf,
  type PlanDraft,
  planComplaints,
  type RepayDraft,
  repayComplaints,
  type WriteOffDraft,
  writeOffComplaints,
} from './settle-draft.ts'

export type SettleWish = 'plan' | 'repay' | 'write-off'

interface SettleDialogProps {
  readonly wish: SettleWish | undefined
  readonly recovery: RecoveryView
  readonly onClose: () => void
}

const titles: { readonly [W in SettleWish]: string } = {
  plan: settleWords.planTitle,
  repay: settleWords.repayTitle,
  'write-off': settleWords.writeOffTitle,
}

/** 追回的三种办法: by instalments, at the counter, or written off by a document. */
export function SettleDialog({ wish, recovery, onClose }: SettleDialogProps) {
  return (
    <FormDialog isOpen={wish !== undefined} title={wish === undefined ? '' : titles[wish]} onClose={onClose}>
      {wish === 'plan' && <PlanForm recovery={recovery} onClose={onClose} />}
      {wish === 'repay' && <RepayForm recovery={recovery} onClose={onClose} />}
      {wish === 'write-off' && <WriteOffForm recovery={recovery} onClose={onClose} />}
    </FormDialog>
  )
}

type FormProps = Omit<SettleDialogProps, 'wish'>

function useDone(onClose: () => void, say: string): () => void {
  const { message } = App.useApp()
  return () => {
    onClose()
    void message.success(say)
  }
}

function PlanForm({ recovery, onClose }: FormProps) {
  const { today } = useMe()
  const { id, version, rest } = recovery
  const first: PlanDraft = {
    monthly: recovery.monthly ?? undefined,
    fromMonth: recovery.fromMonth ?? movedMonth(monthOfDay(today) ?? '', 1),
    document: recovery.document ?? '',
  }
  const work = useDraft({
    first,
    seen: undefined,
    complaintsOf: (draft) => planComplaints(draft, rest),
    run: ({ actionId, draft: { monthly = 0, fromMonth = '', document } }) =>
      api.payments
        .planRecovery({ actionId, id, version, monthly, fromMonth, document: document.trim() })
        .catch(askAnew(queries)),
    onDone: useDone(onClose, settleWords.planned),
  })
  const { draft, change, complaints } = work
  const months = monthsOf(rest, draft.monthly)
  return (
    <DraftForm work={work} verb={settleWords.plan} onClose={onClose}>
      <p>{settleWords.planSay(writeMoney(rest))}</p>
      <div className="form-grid">
        <YuanField
          label={settleWords.monthly}
          value={draft.monthly}
          hint={months === undefined ? undefined : settleWords.monthlyHint(months)}
          complaint={complaints.monthly}
          onChange={(monthly) => change({ monthly })}
        />
        <FormField label={settleWords.from} complaint={complaints.fromMonth}>
          {(fieldId) => (
            <MonthPicker
              id={fieldId}
              value={draft.fromMonth}
              isWrong={complaints.fromMonth !== undefined}
              onChange={(fromMonth) => change({ fromMonth })}
            />
          )}
        </FormField>
        <TextField
          label={settleWords.document}
          hint={settleWords.documentHint}
          most={60}
          isWide
          value={draft.document}
          complaint={complaints.document}
          onChange={(document) => change({ document })}
        />
      </div>
    </DraftForm>
  )
}

function RepayForm({ recovery, onClose }: FormProps) {
  const { today } = useMe()
  const { id, version, rest } = recovery
  const first: RepayDraft = { amount: rest, on: today, receipt: '' }
  const work = useDraft({
    first,
    seen: undefined,
    complaintsOf: (draft) => repayComplaints(draft, rest),
    run: ({ actionId, draft: { amount = 0, on = '', receipt } }) =>
      api.payments
        .recordRepayment({ actionId, id, version, amount, on, receipt: receipt.trim() })
        .catch(askAnew(queries)),
    onDone: useDone(onClose, settleWords.repaid),
  })
  const { draft, change, complaints } = work
  return (
    <DraftForm work={work} verb={settleWords.repay} onClose={onClose}>
      <p>{settleWords.repaySay(writeMoney(rest))}</p>
      <div className="form-grid">
        <YuanField
          label={settleWords.amount}
          value={draft.amount}
          complaint={complaints.amount}
          onChange={(amount) => change({ amount })}
        />
        <FormField label={settleWords.on} complaint={complaints.on}>
          {(fieldId) => (
            <DayPicker
              id={fieldId}
              value={draft.on}
              latest={today}
              isWrong={complaints.on !== undefined}
              onChange={(on) => change({ on })}
            />
          )}
        </FormField>
        <TextField
          label={settleWords.receipt}
          most={60}
          isWide
          value={draft.receipt}
          complaint={complaints.receipt}
          onChange={(receipt) => change({ receipt })}
        />
      </div>
    </DraftForm>
  )
}

function WriteOffForm({ recovery, onClose }: FormProps) {
  const { id, version, rest } = recovery
  const first: WriteOffDraft = { document: '', because: '' }
  const work = useDraft({
    first,
    seen: undefined,
    complaintsOf: writeOffComplaints,
    run: ({ actionId, draft }) =>
      api.payments
        .writeOffRecovery({ actionId, id, version, document: draft.document.trim(), because: draft.because.trim() })
        .catch(askAnew(queries)),
    onDone: useDone(onClose, settleWords.wroteOff),
  })
  const { draft, change, complaints } = work
  return (
    <DraftForm work={work} verb={settleWords.writeOff} onClose={onClose}>
      <p className="risk">{settleWords.writeOffSay(writeMoney(rest))}</p>
      <TextField
        label={settleWords.writeOffDocument}
        most={60}
        value={draft.document}
        complaint={complaints.document}
        onChange={(document) => change({ document })}
      />
      <TextField
        label={settleWords.because}
        most={200}
        lines={2}
        value={draft.because}
        complaint={complaints.because}
        onChange={(because) => change({ because })}
      />
    </DraftForm>
  )
}
