import type { AccountLine } from '@dongzhou/contract/access'
import { api } from '../api.ts'
import { FormEnd, PlainForm } from '../kit/form.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { useAction } from '../kit/use-action.ts'
import { accessWords } from './words.ts'

interface StopDialogProps {
  readonly account: AccountLine
  readonly onClose: () => void
}

/** 停用 and 恢复: says what follows before it does. */
export function StopDialog({ account, onClose }: StopDialogProps) {
  const stop = useAction(api.access.stopAccount, onClose)
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
          complaint={stop.trouble?.say}
        />
      </PlainForm>
    </FormDialog>
  )
}
