import type { SchemeLine } from '@dongzhou/contract/visits'
import { useState } from 'react'
import { writeCount, writeNumber } from '../kit/format.ts'
import { HelpLines } from '../kit/help-lines.tsx'
import { LedgerTable } from '../kit/ledger-table.tsx'
import type { LedgerColumn } from '../kit/ledger-types.ts'
import { useLedgerAsk } from '../kit/navigation.tsx'
import { PageTitle } from '../kit/page-title.tsx'
import { FactList } from '../kit/record-page.tsx'
import { columnWidths } from '../kit/theme.ts'
import { yearOptions } from '../kit/year-options.ts'
import { useMay, useMe } from '../session/use-session.ts'
import { pairingsAsk } from './pairings-ask.ts'
import { SchemeDialog } from './scheme-dialog.tsx'
import { useSchemes } from './use-visits.ts'
import { schemeWords } from './words.ts'

/** 结对方案: the pairings of a year, and how many of their visits were paid. */
export function SchemeListPage() {
  const { today } = useMe()
  const [ask, setAsk] = useLedgerAsk()
  const mayWrite = useMay('visits.write')
  const [isOpen, setOpen] = useState(false)
  const { year } = pairingsAsk(ask.filters)
  const query = useSchemes({ page: ask.page, size: ask.size, ...(year === undefined ? {} : { year }) })
  const open = { label: schemeWords.open, onClick: () => setOpen(true) }
  const thisYear = Number(today.slice(0, 4))
  return (
    <>
      <PageTitle
        title={schemeWords.title}
        help={<HelpLines lines={schemeWords.help} />}
        {...(mayWrite ? { primary: open } : {})}
      />
      <LedgerTable<SchemeLine>
        pageKey="visits.schemes"
        counted={{ noun: schemeWords.noun, unit: '个方案' }}
        ask={ask}
        onAsk={setAsk}
        query={query}
        columns={columns}
        filters={[
          {
            kind: 'one',
            key: 'year',
            label: schemeWords.year,
            options: yearOptions(today),
          },
        ]}
        keyOf={({ id }) => String(id)}
        summary={{
          title: ({ title }) => title,
          opensAt: ({ id }) => `/visits/pairings?scheme=${id}`,
          body: (scheme) => (
            <FactList facts={columns.map(({ title, render }) => ({ label: title, value: render(scheme) }))} />
          ),
        }}
        empty={{ title: schemeWords.emptyTitle, say: schemeWords.emptySay, ...(mayWrite ? { action: open } : {}) }}
      />
      <SchemeDialog isOpen={isOpen} year={thisYear} onClose={() => setOpen(false)} />
    </>
  )
}

const columns: readonly LedgerColumn<SchemeLine>[] = [
  {
    key: 'title',
    title: schemeWords.name,
    width: columnWidths.text + columnWidths.actions / 2,
    render: ({ title }) => <span title={title}>{title}</span>,
  },
  { key: 'year', title: schemeWords.year, width: columnWidths.age, render: ({ year }) => `${year}年` },
  {
    key: 'pairings',
    title: schemeWords.pairings,
    width: columnWidths.count,
    isNumber: true,
    render: ({ pairings }) => `${writeNumber(pairings)} 对`,
  },
  {
    key: 'organisations',
    title: schemeWords.organisations,
    width: columnWidths.count,
    isNumber: true,
    render: ({ organisations }) => writeCount(organisations, '家'),
  },
  {
    key: 'people',
    title: schemeWords.people,
    width: columnWidths.count,
    isNumber: true,
    render: ({ people }) => writeCount(people, '人'),
  },
  {
    key: 'visits',
    title: schemeWords.visits,
    width: columnWidths.division,
    isNumber: true,
    render: ({ visitsPaid, visitsPlanned }) => `${writeNumber(visitsPaid)} / ${writeCount(visitsPlanned, '次')}`,
  },
  { key: 'division', title: schemeWords.division, width: columnWidths.count, render: ({ division }) => division.name },
]
