import type { PairLine } from '@dongzhou/contract/linkage'
import { Modal } from 'antd'
import { api } from '../../api.ts'
import { sizes } from '../../kit/theme.ts'
import { useAction } from '../../kit/use-action.ts'
import { words } from '../../words/kit.ts'
import { compareWords } from '../words.ts'
import { BecauseField } from './because-field.tsx'
import { useBackToQueue, useVerdict } from './use-verdict.ts'

interface DifferentDialogProps {
  readonly isOpen: boolean
  readonly pair: PairLine
  readonly onClose: () => void
}

/** 不是同一人: both files stay as they are, and the pair is not asked about again. */
export function DifferentDialog({ isOpen, pair, onClose }: DifferentDialogProps) {
  const back = useBackToQueue()
  const action = useAction(api.linkage.decideDifferent, () => back(compareWords.told))
  const verdict = useVerdict(action, () => ({ pairId: pair.id, version: pair.version }), onClose)
  return (
    <Modal
      open={isOpen}
      title={compareWords.differentTitle}
      width={sizes.dialog}
      okText={compareWords.different}
      okButtonProps={{ loading: action.isBusy }}
      cancelText={words.cancel}
      onOk={verdict.send}
      onCancel={verdict.close}
    >
      <div className="stack">
        <p>{compareWords.differentSay(pair.first.name, pair.second.name)}</p>
        <BecauseField
          label={compareWords.because}
          hint={compareWords.becauseHint}
          value={verdict.because}
          onChange={verdict.setBecause}
          complaint={verdict.complaint}
        />
      </div>
    </Modal>
  )
}
