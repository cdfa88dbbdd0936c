import type { PairLine } from '@dongzhou/contract/linkage'
import { api } from '../../api.ts'
import { PlainForm } from '../../kit/form.tsx'
import { FormDialog } from '../../kit/form-dialog.tsx'
import { useAction } from '../../kit/use-action.ts'
import { compareWords } from '../words.ts'
import { useBackToQueue, useVerdict } from './use-verdict.ts'
import { VerdictEnd } from './verdict-end.tsx'

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
    <FormDialog isOpen={isOpen} title={compareWords.differentTitle} onClose={verdict.close}>
      <PlainForm onSubmit={verdict.send}>
        <p>{compareWords.differentSay(pair.first.name, pair.second.name)}</p>
        <VerdictEnd verdict={verdict} action={action} verb={compareWords.different} />
      </PlainForm>
    </FormDialog>
  )
}
