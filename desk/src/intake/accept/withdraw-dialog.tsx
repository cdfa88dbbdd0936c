import type { BatchView } from '@dongzhou/contract/intake'
import { useState } from 'react'
import { FormEnd, PlainForm } from '../../kit/form.tsx'
import { FormDialog } from '../../kit/form-dialog.tsx'
import { writeCount } from '../../kit/format.ts'
import { TextField } from '../../kit/text-field.tsx'
import { useBatchWork } from '../use-batch-work.ts'
import { resultWords } from '../words.ts'

interface WithdrawDialogProps {
  readonly isOpen: boolean
  readonly batch: BatchView
  readonly onClose: () => void
}

/** 撤回: says what will be taken back and what will stay, and asks why. */
export function WithdrawDialog({ isOpen, batch, onClose }: WithdrawDialogProps) {
  return (
    // Once the batch is being taken back there is nothing left to ask.
    <FormDialog isOpen={isOpen && batch.state === 'accepted'} title={resultWords.withdrawTitle} onClose={onClose}>
      <WithdrawForm batch={batch} onClose={onClose} />
    </FormDialog>
  )
}

function WithdrawForm({ batch, onClose }: Omit<WithdrawDialogProps, 'isOpen'>) {
  const [because, setBecause] = useState('')
  const [isAsked, setAsked] = useState(false)
  const { withdrawBatch } = useBatchWork(batch.id)
  const isStated = [...because.trim()].length >= 2
  return (
    <PlainForm
      onSubmit={() => {
        setAsked(true)
        if (isStated) withdrawBatch.act({ because: because.trim() })
      }}
    >
      <p>{resultWords.withdrawSay(takenBack(batch))}</p>
      <p className="quiet">{resultWords.withdrawKeeps}</p>
      <TextField
        label={resultWords.because}
        hint={resultWords.becauseHint}
        value={because}
        most={200}
        lines={3}
        complaint={isAsked && !isStated ? resultWords.becauseNeeded : undefined}
        onChange={setBecause}
      />
      <FormEnd
        verb={resultWords.withdraw}
        isDanger
        isBusy={withdrawBatch.isBusy}
        onCancel={onClose}
        trouble={withdrawBatch.trouble}
      />
    </PlainForm>
  )
}

function takenBack({ outcomes }: BatchView): string {
  const parts = [
    outcomes.new > 0 && `新增的 ${writeCount(outcomes.new, '行')}`,
    outcomes.changed > 0 && `更新的 ${writeCount(outcomes.changed, '行')}`,
  ].filter((part) => part !== false)
  return parts.length === 0 ? writeCount(outcomes.unchanged, '行') : parts.join('和')
}
