import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { api } from '../api.ts'
import { DivisionPicker } from '../kit/division-picker.tsx'
import { FormEnd, FormField, PlainForm } from '../kit/form.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { useAction } from '../kit/use-action.ts'
import { useMe } from '../session/use-session.ts'
import { type AccountDraft, complaintsOfAccount } from './account-draft.ts'
import { drawBelow, makeFirstPassword } from './first-password.ts'
import { accessWords } from './words.ts'

/** 开设账号: name, first password, place. The role is granted by somebody else. */
export function OpenAccountDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <FormDialog isOpen title={accessWords.open} onClose={onClose}>
      <OpenAccountForm onClose={onClose} />
    </FormDialog>
  )
}

function OpenAccountForm({ onClose }: { readonly onClose: () => void }) {
  const me = useMe()
  const { message } = App.useApp()
  const [draft, setDraft] = useState<AccountDraft>({
    userName: '',
    displayName: '',
    password: '',
    division: me.division.code,
  })
  const [isTold, setTold] = useState(false)
  const wrong = complaintsOfAccount(draft)
  const open = useAction(api.access.openAccount, () => {
    void message.success(accessWords.openedSay(draft.displayName.trim()), 6)
    onClose()
  })

  function submit(): void {
    setTold(true)
    if (Object.keys(wrong).length > 0) return
    open.act({ ...draft, userName: draft.userName.trim(), displayName: draft.displayName.trim() })
  }

  return (
    <PlainForm onSubmit={submit}>
      <p className="quiet">{accessWords.openSay}</p>
      <DraftFields
        draft={draft}
        complaints={isTold ? wrong : {}}
        within={me.division.code}
        onChange={(part) => setDraft({ ...draft, ...part })}
      />
      <FormEnd verb={accessWords.openVerb} isBusy={open.isBusy} onCancel={onClose} complaint={open.trouble?.say} />
    </PlainForm>
  )
}

interface DraftFieldsProps {
  readonly draft: AccountDraft
  readonly complaints: ReturnType<typeof complaintsOfAccount>
  readonly within: string
  readonly onChange: (part: Partial<AccountDraft>) => void
}

function DraftFields({ draft, complaints, within, onChange }: DraftFieldsProps) {
  return (
    <>
      <FormField label={accessWords.displayName} complaint={complaints.displayName}>
        {(id) => (
          <Input
            id={id}
            autoFocus
            maxLength={30}
            value={draft.displayName}
            onChange={(event) => onChange({ displayName: event.target.value })}
          />
        )}
      </FormField>
      <FormField label={accessWords.userName} hint={accessWords.userNameHint} complaint={complaints.userName}>
        {(id) => (
          <Input
            id={id}
            autoCapitalize="none"
            maxLength={30}
            value={draft.userName}
            onChange={(event) => onChange({ userName: event.target.value })}
          />
        )}
      </FormField>
      <FormField label={accessWords.password} hint={accessWords.passwordHint} complaint={complaints.password}>
        {(id) => (
          <span className="password-field">
            <Input
              id={id}
              autoComplete="off"
              maxLength={100}
              value={draft.password}
              onChange={(event) => onChange({ password: event.target.value })}
            />
            <Button onClick={() => onChange({ password: makeFirstPassword(drawBelow) })}>
              {accessWords.makePassword}
            </Button>
          </span>
        )}
      </FormField>
      <FormField label={accessWords.division} complaint={complaints.division}>
        {(id) => (
          <DivisionPicker
            id={id}
            within={within}
            value={draft.division === '' ? undefined : draft.division}
            onChange={(code) => onChange({ division: code ?? '' })}
          />
        )}
      </FormField>
    </>
  )
}
