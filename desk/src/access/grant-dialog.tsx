import type { AccountLine } from '@dongzhou/contract/access'
import { type Role, roles, type Section, sections } from '@dongzhou/terms/role'
import { Select } from 'antd'
import { api } from '../api.ts'
import { DivisionPicker } from '../kit/division-picker.tsx'
import { divisionTitle } from '../kit/division-tree.ts'
import { DraftForm } from '../kit/draft-form.tsx'
import { FormField } from '../kit/form.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { useDivisions } from '../kit/use-divisions.ts'
import { type DraftSending, useDraft } from '../kit/use-draft.ts'
import { useMe } from '../session/use-session.ts'
import { complaintsOfGrant, type Grant, type GrantComplaints, grantOf } from './grant.ts'
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
  const divisions = useDivisions().data ?? []
  const work = useDraft({
    first: grantOf(account),
    seen: account,
    complaintsOf: complaintsOfGrant,
    run: grantRole,
    onDone: onClose,
  })
  const { draft: grant } = work
  return (
    <DraftForm
      work={work}
      verb={accessWords.grantVerb}
      onClose={onClose}
      conflict={(trouble) => (
        <GrantConflict trouble={trouble} seen={work.seen} mine={grant} onKeep={work.resend} onDrop={onClose} />
      )}
    >
      <GrantFields grant={grant} complaints={work.complaints} onChange={work.change} />
      {grant.role !== null && (
        <>
          <RoleWords role={grant.role} />
          <p>
            {accessWords.grantSay(account.displayName, roles[grant.role], divisionTitle(divisions, grant.division))}
          </p>
        </>
      )}
    </DraftForm>
  )
}

async function grantRole({ actionId, draft, seen }: DraftSending<Grant, AccountLine>): Promise<unknown> {
  const { role, section, division } = draft
  // The form complains of a missing role before it sends.
  if (role === null) throw new Error(accessWords.roleNeeded)
  const { id, version } = seen
  return api.access.grantRole({ actionId, id, version, role, section: worksInSection(role) ? section : null, division })
}

interface GrantFieldsProps {
  readonly grant: Grant
  readonly complaints: GrantComplaints
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
