import type { OrganisationLine } from '@dongzhou/contract/registry'
import { Button } from 'antd'
import { useState } from 'react'
import { nothing } from '../kit/format.ts'
import { HelpLines } from '../kit/help-lines.tsx'
import { LedgerTable } from '../kit/ledger-table.tsx'
import type { LedgerColumn, LedgerFilter } from '../kit/ledger-types.ts'
import { useLedgerAsk } from '../kit/navigation.tsx'
import { PageTitle } from '../kit/page-title.tsx'
import { FactList } from '../kit/record-page.tsx'
import { columnWidths } from '../kit/theme.ts'
import { useMay } from '../session/use-session.ts'
import { OrganisationDialog } from './organisation-dialog.tsx'
import { useOrganisations } from './use-organisations.ts'
import { organisationWords } from './words.ts'

type Open = { readonly correcting?: OrganisationLine }

/** 单位 (organisations): partners of the bureau, one line each; there is no more to see than the summary shows. */
export function OrganisationsPage() {
  const [ask, setAsk] = useLedgerAsk()
  const [open, setOpen] = useState<Open>()
  const mayWrite = useMay('registry.write')
  const register = { label: organisationWords.register, onClick: () => setOpen({}) }
  return (
    <>
      <PageTitle
        title={organisationWords.title}
        help={<HelpLines lines={organisationWords.help} />}
        {...(mayWrite ? { primary: register } : {})}
      />
      <LedgerTable<OrganisationLine>
        pageKey="registry.organisations"
        counted={{ noun: organisationWords.noun, unit: '家' }}
        ask={ask}
        onAsk={setAsk}
        query={useOrganisations(ask)}
        columns={columns}
        filters={filters}
        keyOf={(line) => String(line.id)}
        summary={{
          title: (line) => line.name,
          body: (line) => (
            <Summary line={line} {...(mayWrite ? { onCorrect: () => setOpen({ correcting: line }) } : {})} />
          ),
        }}
        empty={{
          title: organisationWords.emptyTitle,
          say: organisationWords.emptySay,
          ...(mayWrite ? { action: register } : {}),
        }}
      />
      {open && <OrganisationDialog correcting={open.correcting} onClose={() => setOpen(undefined)} />}
    </>
  )
}

const columns: readonly LedgerColumn<OrganisationLine>[] = [
  {
    key: 'name',
    title: organisationWords.name,
    width: columnWidths.text * 1.5,
    render: (line) => <span title={line.name}>{line.name}</span>,
  },
  { key: 'kind', title: organisationWords.kind, width: columnWidths.day, render: (line) => line.kind },
  {
    key: 'division',
    title: organisationWords.division,
    width: columnWidths.division,
    render: (line) => line.division.name,
  },
  {
    key: 'contact',
    title: organisationWords.contact,
    width: columnWidths.name,
    render: (line) => line.contactName ?? nothing,
  },
  {
    key: 'phone',
    title: organisationWords.phone,
    width: columnWidths.phone,
    render: (line) => line.contactPhoneMasked || nothing,
  },
  {
    key: 'creditCode',
    title: organisationWords.creditCode,
    width: columnWidths.idNumber,
    render: (line) => line.creditCode ?? nothing,
  },
]

const filters: readonly LedgerFilter[] = [
  { kind: 'text', key: 'text', label: organisationWords.text, hint: organisationWords.textHint },
  {
    kind: 'one',
    key: 'kind',
    label: organisationWords.kind,
    options: organisationWords.kinds.map((kind) => ({ value: kind, label: kind })),
  },
]

function Summary({ line, onCorrect }: { readonly line: OrganisationLine; readonly onCorrect?: () => void }) {
  return (
    <div className="stack">
      <FactList
        facts={[
          { label: organisationWords.kind, value: line.kind },
          { label: organisationWords.creditCode, value: line.creditCode ?? nothing },
          { label: organisationWords.division, value: line.division.name },
          { label: organisationWords.contact, value: line.contactName ?? nothing },
          { label: organisationWords.phone, value: line.contactPhoneMasked || nothing },
        ]}
      />
      {onCorrect && (
        <div>
          <Button onClick={onCorrect}>{organisationWords.correct}</Button>
        </div>
      )}
    </div>
  )
}
