import type { Beside, PairSide } from '@dongzhou/contract/linkage'
import { Modal } from 'antd'
import { api } from '../../api.ts'
import { sizes } from '../../kit/theme.ts'
import { useAction } from '../../kit/use-action.ts'
import { words } from '../../words/kit.ts'
import { compareWords } from '../words.ts'
import { BecauseField } from './because-field.tsx'
import { type Choices, countChoices, type SideKey, standingChoices } from './merge-draft.ts'
import { useBackToQueue, useVerdict } from './use-verdict.ts'

interface MergeDialogProps {
  readonly isOpen: boolean
  readonly beside: Pick<Beside, 'first' | 'second' | 'kinds'>
  readonly keep: SideKey
  readonly choices: Choices
  readonly onClose: () => void
}

/** 合并为一人: says what will become of the two files, and asks what it rests on. */
export function MergeDialog({ isOpen, beside, keep, choices, onClose }: MergeDialogProps) {
  const back = useBackToQueue()
  const action = useAction(api.linkage.mergePeople, () => back(compareWords.merged))
  const [kept, dropped] = keep === 'first' ? [beside.first, beside.second] : [beside.second, beside.first]
  const verdict = useVerdict(action, () => mergeInput(kept, dropped, standingChoices(choices, beside.kinds)), onClose)
  const counts = countChoices(choices, beside.kinds)
  return (
    <Modal
      open={isOpen}
      title={compareWords.mergeTitle}
      width={sizes.dialog}
      okText={compareWords.merge}
      okButtonProps={{ loading: action.isBusy }}
      cancelText={words.cancel}
      onOk={verdict.send}
      onCancel={verdict.close}
    >
      <div className="stack">
        <p>{compareWords.mergeSay(nameOf(dropped), nameOf(kept))}</p>
        {counts.chosen > 0 && <p>{compareWords.choiceSay(counts.chosen)}</p>}
        {counts.left > 0 && <p className="risk">{compareWords.leftSay(counts.left)}</p>}
        <p className="quiet">{compareWords.mergeBack}</p>
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

function mergeInput(kept: PairSide, dropped: PairSide, choices: Choices) {
  if (kept.person === null || dropped.person === null) return undefined
  return { keep: seen(kept.person), drop: seen(dropped.person), choices }
}

function seen({ id, version }: NonNullable<PairSide['person']>) {
  return { id, version }
}

/** The name with the tail of the number: two of the same name are told apart by it. */
function nameOf({ name, person }: PairSide): string {
  const tail = person?.idNumberMasked.slice(-4) ?? ''
  return tail === '' ? name : `${name}（尾号 ${tail}）`
}
