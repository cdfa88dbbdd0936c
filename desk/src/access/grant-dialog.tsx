import type { AccountLine } from '@dongzhou/contract/access'
import { type Role, roles, type Section, sections } from '@dongzhou/terms/role'
import { Select } from 'antd'
import { useState } from 'react'
import { api } from '../api.ts'
import { DivisionPicker } from '../kit/division-picker.tsx'
import { divisionTitle } from '../kit/division-tree.ts'
import { FormEnd, FormField, PlainForm } from '../kit/form.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { useAction } from '../kit/use-action.ts'
import { useDivisions } from '../kit/use-divisions.ts'
import { useMe } from '../session/use-session.ts'
import { complaintsOfGrant, type Grant, grantOf } from './grant.ts'
import { GrantConflict } from './grant-conflict.tsx'
import { worksInSection } from './role-authorities.ts'
import { RoleWords } from './role-words.tsx'
import { accessWords } from './words.ts'

interface GrantDialogProps {
  /** As it was when the dialog opened: a version that moved on is a conflict. */
  readonly account: AccountLine
  readonly onClose: () => void
}

/** 授予角色与范围: one role, one place, and what follows from it in words. */
export function GrantDialog({ account, onClose }: GrantDialogProps) {
  return (
    <FormDialog isOpen isWide title={`${accessWords.grant}：${account.displayName}`} onClose={onClose}>
      <GrantForm account={account} onClose={onClose} />
    </FormDialog>
  )
}

function GrantForm({ account, onClose }: GrantDialogProps) {
  const [grant, setGrant] = useState(grantOf(account))
  const [isTold, setTold] = useState(false)
  const divisions = useDivisions()
  const send = useAction(api.access.grantRole, onClose)
  const wrong = complaintsOfGrant(grant)

  function act(chosen: Grant, version: number): void {
    setTold(true)
    const { role, section, division } = chosen
    if (role === null || Object.keys(complaintsOfGrant(chosen)).length > 0) return
    send.act({ id: account.id, version, role, section: worksInSection(role) ? section : null, division })
  }

  return (
    <PlainForm onSubmit={() => act(grant, account.version)}>
      <GrantFields
        grant={grant}
        complaints={isTold ? wrong : {}}
        onChange={(part) => setGrant({ ...grant, ...part })}
      />
      {grant.role !== null && (
        <>
          <RoleWords role={grant.role} />
          <p>
            {accessWords.grantSay(
              account.displayName,
              roles[grant.role],
              divisionTitle(divisions.data ?? [], grant.division),
            )}
          </p>
        </>
      )}
      <FormEnd
        verb={accessWords.grantVerb}
        isBusy={send.isBusy}
        onCancel={onClose}
        complaint={send.trouble?.kind === 'stale' ? undefined : send.trouble?.say}
      />
      {send.trouble?.kind === 'stale' && (
        <GrantConflict
          before={account}
          mine={grant}
          onKeep={(now, mixed) => act(mixed, now.version)}
          onDrop={onClose}
        />
      )}
    </PlainForm>
  )
}

interface GrantFieldsProps {
  readonly grant: Grant
  readonly complaints: ReturnType<typeof complaintsOfGrant>
  readonly onChange: (part: Partial<Grant>) => void
}

function GrantFields({ grant, complaints, onChange }: GrantFieldsProps) {
  const me = useMe()
  return (
    <div className="form-grid">
      <FormField label={accessWords.role} complaint={complaints.role} isWide>
        {(id) => (
          <Select
            id={id}
            autoFocus
            value={grant.role}
            options={roleOptions}
            onChange={(role: Role) => onChange({ role })}
          />
        )}
      </FormField>
      <FormField label={accessWords.division} complaint={complaints.division}>
        {(id) => (
          <DivisionPicker
            id={id}
            within={me.division.code}
            value={grant.division === '' ? undefined : grant.division}
            onChange={(code) => onChange({ division: code ?? '' })}
          />
        )}
      </FormField>
      {grant.role !== null && worksInSection(grant.role) && (
        <FormField label={accessWords.section} complaint={complaints.section}>
          {(id) => (
            <Select
              id={id}
              value={grant.section}
              options={sectionOptions}
              onChange={(section: Section) => onChange({ section })}
            />
          )}
        </FormField>
      )}
    </div>
  )
}

const roleOptions = Object.entries(roles).map(([value, label]) => ({ value, label }))
const sectionOptions = Object.entries(sections).map(([value, label]) => ({ value, label }))
