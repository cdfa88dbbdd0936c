import type { BatchView } from '@dongzhou/contract/intake'
import { Input, Modal } from 'antd'
import { useState } from 'react'
import { writeCount } from '../../kit/format.ts'
import { sizes } from '../../kit/theme.ts'
import { words } from '../../words/kit.ts'
import { useBatchWork } from '../use-batch-work.ts'
import { resultWords } from '../words.ts'

interface WithdrawDialogProps {
  readonly isOpen: boolean
  readonly batch: BatchView
  readonly onClose: () => void
}

/** 撤回: says what will be taken back and what will stay, and asks why. */
export function WithdrawDialog({ isOpen, batch, onClose }: WithdrawDialogProps) {
  const [because, setBecause] = useState('')
  const [isAsked, setAsked] = useState(false)
  const { withdrawBatch } = useBatchWork(batch.id)
  const isStated = [...because.trim()].length >= 2
  const complaint = isAsked && !isStated ? resultWords.becauseNeeded : withdrawBatch.trouble?.say
  return (
    <Modal
      // Once the batch is being taken back there is nothing left to ask.
      open={isOpen && batch.state === 'accepted'}
      title={resultWords.withdrawTitle}
      width={sizes.dialog}
      okText={resultWords.withdraw}
      okButtonProps={{ danger: true, loading: withdrawBatch.isBusy }}
      cancelText={words.cancel}
      onCancel={onClose}
      onOk={() => {
        setAsked(true)
        if (isStated) withdrawBatch.act({ because: because.trim() })
      }}
    >
      <div className="stack">
        <p>{resultWords.withdrawSay(takenBack(batch))}</p>
        <p className="quiet">{resultWords.withdrawKeeps}</p>
        <div className="intake-field">
          <label htmlFor="withdraw-because">{resultWords.because}</label>
          <Input.TextArea
            id="withdraw-because"
            value={because}
            placeholder={resultWords.becauseHint}
            maxLength={200}
            rows={3}
            onChange={(event) => setBecause(event.target.value)}
          />
        </div>
        <p className="late complaint" role="alert">
          {complaint}
        </p>
      </div>
    </Modal>
  )
}

function takenBack({ outcomes }: BatchView): string {
  const parts = [
    outcomes.new > 0 && `新增的 ${writeCount(outcomes.new, '行')}`,
    outcomes.changed > 0 && `更新的 ${writeCount(outcomes.changed, '行')}`,
  ].filter((part) => part !== false)
  return parts.length === 0 ? writeCount(outcomes.unchanged, '行') : parts.join('和')
}
