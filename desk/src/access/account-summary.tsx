import type { AccountLine } from '@dongzhou/contract/access'
import { roles, sections } from '@dongzhou/terms/role'
import { Button } from 'antd'
import { writeInstant } from '../kit/format.ts'
import { FactList } from '../kit/record-page.tsx'
import { useMay, useMe } from '../session/use-session.ts'
import { RoleWords } from './role-words.tsx'
import { accessWords } from './words.ts'

interface AccountSummaryProps {
  readonly account: AccountLine
  readonly onStop: () => void
  readonly onGrant: () => void
}

/** 摘要 of an account: what it may do in words, and what the reader may do with it. */
export function AccountSummary({ account, onStop, onGrant }: AccountSummaryProps) {
  return (
    <div className="stack">
      <FactList
        facts={[
          { label: accessWords.userName, value: account.userName },
          { label: accessWords.role, value: account.role === null ? accessWords.waiting : roles[account.role] },
          {
            label: accessWords.section,
            value: account.section === null ? accessWords.none : sections[account.section],
          },
          { label: accessWords.division, value: account.division.name },
          { label: accessWords.state, value: account.isActive ? accessWords.active : accessWords.stopped },
          { label: accessWords.opened, value: writeInstant(account.createdAt) },
        ]}
      />
      <Actions account={account} onStop={onStop} onGrant={onGrant} />
      {account.role !== null && <RoleWords role={account.role} />}
    </div>
  )
}

function Actions({ account, onStop, onGrant }: AccountSummaryProps) {
  const me = useMe()
  const mayStop = useMay('accounts.write')
  const mayGrant = useMay('accounts.grant')
  if (!mayStop && !mayGrant) return null
  if (account.id === me.accountId) return <p className="quiet">{accessWords.own}</p>
  return (
    <div className="row">
      {mayGrant && <Button onClick={onGrant}>{accessWords.grant}</Button>}
      {mayStop && (
        <Button danger={account.isActive} onClick={onStop}>
          {account.isActive ? accessWords.stop : accessWords.resume}
        </Button>
      )}
    </div>
  )
}
