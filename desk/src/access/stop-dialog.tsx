import type { AccountLine } from '@dongzhou/contract/access'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../api.ts'
import { askAnew } from '../kit/ask-anew.ts'
import { FormEnd, PlainForm } from '../kit/form.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { useAction } from '../kit/use-action.ts'
import { accessWords } from './words.ts'

interface StopDialogProps {
  /** As it stands now: after a conflict the list behind is asked anew. */
  readonly account: AccountLine
  readonly onClose: () => void
}

/** 停用 and 恢复: says what follows before it does. */
export function StopDialog({ account, onClose }: StopDialogProps) {
  const queries = useQueryClient()
  const stop = useAction(
    (input: Parameters<typeof api.access.stopAccount>[0]) => api.access.stopAccount(input).catch(askAnew(queries)),
    onClose,
  )
  const isActive = !account.isActive
  const say = account.isActive ? accessWords.stopSay : accessWords.resumeSay
  return (
    <FormDialog isOpen title={account.isActive ? accessWords.stop : accessWords.resume} onClose={onClose}>
      <PlainForm onSubmit={() => stop.act({ id: account.id, version: account.version, isActive })}>
        <p>{say(account.displayName)}</p>
        <FormEnd
          verb={account.isActive ? accessWords.stopVerb : accessWords.resumeVerb}
          isDanger={account.isActive}
          isBusy={stop.isBusy}
          onCancel={onClose}
          trouble={stop.trouble}
        />
      </PlainForm>
    </FormDialog>
  )
}
