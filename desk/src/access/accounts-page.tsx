import type { AccountLine } from '@dongzhou/contract/access'
import { roles, sections } from '@dongzhou/terms/role'
import { Tag } from 'antd'
import { useState } from 'react'
import { nothing, writeDay } from '../kit/format.ts'
import { HelpLines } from '../kit/help-lines.tsx'
import { LedgerTable } from '../kit/ledger-table.tsx'
import type { LedgerColumn, LedgerFilter } from '../kit/ledger-types.ts'
import { useLedgerAsk } from '../kit/navigation.tsx'
import { PageTitle } from '../kit/page-title.tsx'
import { columnWidths } from '../kit/theme.ts'
import { useMay } from '../session/use-session.ts'
import './access.css'
import { AccountSummary } from './account-summary.tsx'
import { GrantDialog } from './grant-dialog.tsx'
import { OpenAccountDialog } from './open-account-dialog.tsx'
import { StopDialog } from './stop-dialog.tsx'
import { useAccounts } from './use-accounts.ts'
import { accessWords } from './words.ts'

type Open =
  | { readonly kind: 'open' }
  | { readonly kind: 'stop'; readonly account: AccountLine }
  | { readonly kind: 'grant'; readonly account: AccountLine }

/** 账号 (accounts): who may sign in, as what, where. */
export function AccountsPage() {
  const [ask, setAsk] = useLedgerAsk()
  const [open, setOpen] = useState<Open>()
  const mayWrite = useMay('accounts.write')
  const accounts = useAccounts(ask)
  const close = (): void => setOpen(undefined)
  const primary = { label: accessWords.open, onClick: () => setOpen({ kind: 'open' }) }
  return (
    <>
      <PageTitle
        title={accessWords.title}
        help={<HelpLines lines={accessWords.help} />}
        {...(mayWrite ? { primary } : {})}
      />
      <LedgerTable<AccountLine>
        pageKey="access.accounts"
        counted={{ noun: accessWords.noun, unit: '个' }}
        ask={ask}
        onAsk={setAsk}
        query={accounts}
        columns={columns}
        filters={filters}
        keyOf={(account) => String(account.id)}
        summary={{
          title: (account) => account.displayName,
          body: (account) => (
            <AccountSummary
              account={account}
              onStop={() => setOpen({ kind: 'stop', account })}
              onGrant={() => setOpen({ kind: 'grant', account })}
            />
          ),
        }}
        empty={{
          title: accessWords.emptyTitle,
          say: accessWords.emptySay,
          ...(mayWrite ? { action: primary } : {}),
        }}
      />
      {open?.kind === 'open' && <OpenAccountDialog onClose={close} />}
      {open?.kind === 'stop' && (
        <StopDialog
          account={accounts.data?.items.find(({ id }) => id === open.account.id) ?? open.account}
          onClose={close}
        />
      )}
      {open?.kind === 'grant' && <GrantDialog account={open.account} onClose={close} />}
    </>
  )
}

const columns: readonly LedgerColumn<AccountLine>[] = [
  { key: 'displayName', title: accessWords.displayName, width: columnWidths.day, render: (row) => row.displayName },
  { key: 'userName', title: accessWords.userName, width: columnWidths.day, render: (row) => row.userName },
  { key: 'role', title: accessWords.role, width: columnWidths.identity, render: (row) => <RoleText account={row} /> },
  {
    key: 'section',
    title: accessWords.section,
    width: columnWidths.phone,
    render: (row) => (row.section === null ? nothing : sections[row.section]),
  },
  { key: 'division', title: accessWords.division, width: columnWidths.division, render: (row) => row.division.name },
  { key: 'state', title: accessWords.state, width: columnWidths.state, render: (row) => <StateText account={row} /> },
  {
    key: 'opened',
    title: accessWords.opened,
    width: columnWidths.day,
    render: (row) => writeDay(row.createdAt),
    isOptional: true,
  },
]

const filters: readonly LedgerFilter[] = [
  { kind: 'text', key: 'text', label: accessWords.text, hint: accessWords.textHint },
]

function RoleText({ account }: { readonly account: AccountLine }) {
  return account.role === null ? <Tag className="waiting-mark">{accessWords.waiting}</Tag> : roles[account.role]
}

function StateText({ account }: { readonly account: AccountLine }) {
  return account.isActive ? accessWords.active : <Tag>{accessWords.stopped}</Tag>
}
