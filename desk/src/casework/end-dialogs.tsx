import type { CaseFile } from '@dongzhou/contract/casework-views'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../api.ts'
import { askAnew } from '../kit/ask-anew.ts'
import { BecauseDialog } from '../kit/because-dialog.tsx'
import { handWords } from './words.ts'

interface EndDialogsProps {
  readonly open: 'withdraw' | 'reopen' | undefined
  readonly file: CaseFile
  readonly onClose: () => void
}

/** 撤回申请、重新办理: what happens to the case, and why. */
export function EndDialogs({ open, file, onClose }: EndDialogsProps) {
  const queries = useQueryClient()
  const { id, version } = file
  const asked = { label: handWords.because, hint: handWords.becauseHint, wrong: handWords.wrongBecause, onClose }
  return (
    <>
      <BecauseDialog
        {...asked}
        isOpen={open === 'withdraw'}
        title={handWords.withdraw}
        say={handWords.withdrawSay}
        verb={handWords.withdraw}
        done={handWords.withdrawn}
        run={(sending) => api.casework.withdrawCase({ ...sending, id, version }).catch(askAnew(queries))}
      />
      <BecauseDialog
        {...asked}
        isOpen={open === 'reopen'}
        title={handWords.reopen}
        say={handWords.reopenSay}
        verb={handWords.reopen}
        done={handWords.reopened}
        run={(sending) => api.casework.reopenCase({ ...sending, id, version }).catch(askAnew(queries))}
      />
    </>
  )
}
