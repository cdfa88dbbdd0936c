import type { PairingLine } from '@dongzhou/contract/visits'
import { useState } from 'react'
import { useDivisionFilterTree } from '../kit/division-picker.tsx'
import { HelpLines } from '../kit/help-lines.tsx'
import { LedgerTable } from '../kit/ledger-table.tsx'
import type { LedgerFilter, LedgerPage } from '../kit/ledger-types.ts'
import { useLedgerAsk } from '../kit/navigation.tsx'
import { PageTitle } from '../kit/page-title.tsx'
import { useMay, useMe } from '../session/use-session.ts'
import { PairDialog } from './pair-dialog.tsx'
import { pairingColumns, pairingSummary } from './pairing-columns.tsx'
import { pairingsAsk } from './pairings-ask.ts'
import { usePairings, useSchemes } from './use-visits.ts'
import { pairingStates, pairingWords } from './words.ts'

/** 结对名单: which organisation looks after whom, and how many calls were paid. */
export function PairingListPage() {
  const [ask, setAsk] = useLedgerAsk()
  const mayWrite = useMay('visits.write')
  const [isOpen, setOpen] = useState(false)
  const query = usePairings(ask)
  const { schemeId } = pairingsAsk(ask.filters)
  const add = { label: pairingWords.add, onClick: () => setOpen(true) }
  return (
    <>
      <PageTitle
        title={pairingWords.title}
        help={<HelpLines lines={pairingWords.help} />}
        {...(mayWrite ? { primary: add } : {})}
      />
      <LedgerTable<PairingLine>
        pageKey="visits.pairings"
        counted={{ noun: pairingWords.noun, unit: '对' }}
        ask={ask}
        onAsk={setAsk}
        query={query}
        columns={pairingColumns}
        filters={useFilters(ask.filters, query.data)}
        keyOf={({ id }) => String(id)}
        summary={pairingSummary}
        empty={{
          title: pairingWords.emptyTitle,
          say: pairingWords.emptySay,
          ...(mayWrite ? { action: add } : {}),
        }}
      />
      <PairDialog isOpen={isOpen} schemeId={schemeId} proposal={undefined} onClose={() => setOpen(false)} />
    </>
  )
}

type Filters = Readonly<Record<string, readonly string[]>>

function useFilters(filters: Filters, page: LedgerPage<PairingLine> | undefined): readonly LedgerFilter[] {
  const tree = useDivisionFilterTree(useMe().division.code)
  const schemes = useSchemes({ page: 1, size: 100 }).data?.items ?? []
  return [
    {
      kind: 'one',
      key: 'scheme',
      label: pairingWords.scheme,
      options: schemes.map(({ id, title, year }) => ({ value: String(id), label: `${title}（${year}年）` })),
    },
    ...linked(filters, page),
    {
      kind: 'one',
      key: 'state',
      label: pairingWords.state,
      options: Object.entries(pairingStates).map(([value, label]) => ({ value, label })),
    },
    {
      kind: 'one',
      key: 'behind',
      label: pairingWords.behind,
      options: [{ value: 'yes', label: pairingWords.behindOption }],
    },
    { kind: 'tree', key: 'division', label: pairingWords.division, tree },
  ]
}

/** An organisation or a person that a link asked for stands among the filters under its name, so that it can be dropped. */
function linked({ organisation, person }: Filters, page: LedgerPage<PairingLine> | undefined): readonly LedgerFilter[] {
  const [first] = page?.items ?? []
  const one = (key: 'organisation' | 'person', value: string | undefined): readonly LedgerFilter[] =>
    value === undefined
      ? []
      : [
          {
            kind: 'one',
            key,
            label: pairingWords[key],
            options: [{ value, label: first?.[key].name ?? pairingWords.linked[key] }],
          },
        ]
  return [...one('organisation', organisation?.[0]), ...one('person', person?.[0])]
}
