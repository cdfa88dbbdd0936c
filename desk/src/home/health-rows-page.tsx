import type { Me } from '@dongzhou/contract/access'
import type { HealthCode, HealthRow } from '@dongzhou/contract/integrity'
import { useDivisionFilterTree } from '../kit/division-picker.tsx'
import { EmptyState } from '../kit/drawn-state.tsx'
import { HelpLines } from '../kit/help-lines.tsx'
import { LedgerTable } from '../kit/ledger-table.tsx'
import type { LedgerColumn, LedgerSummary } from '../kit/ledger-types.ts'
import { PageLink, useLedgerAsk, usePageParam } from '../kit/navigation.tsx'
import { PageTitle } from '../kit/page-title.tsx'
import { FactList } from '../kit/record-page.tsx'
import { columnWidths } from '../kit/theme.ts'
import { useMe } from '../session/use-session.ts'
import { healthCodeIn, mendingAddress } from './health-address.ts'
import { healthPageWords } from './health-words.ts'
import { useHealth, useHealthRows } from './use-health.ts'

const above = [{ title: healthPageWords.title, to: '/health' }]

/** 数据健康明细: who it is, what exactly is wrong, and where it is mended. */
export function HealthRowsPage() {
  const code = healthCodeIn(usePageParam('code'))
  if (code !== undefined) return <Rows code={code} />
  return (
    <>
      <PageTitle title={healthPageWords.title} above={above} />
      <section className="card">
        <EmptyState title={healthPageWords.unknownTitle} say={healthPageWords.unknownSay} />
      </section>
    </>
  )
}

function Rows({ code }: { readonly code: HealthCode }) {
  const [ask, setAsk] = useLedgerAsk()
  const me = useMe()
  const tree = useDivisionFilterTree(me.division.code)
  // The name and the remedy of a check come with its count; once all is mended, neither is needed.
  const check = useHealth().data?.items.find((item) => item.code === code)
  return (
    <>
      <PageTitle
        title={check?.name ?? healthPageWords.title}
        above={above}
        note={check?.whatToDo}
        help={<HelpLines lines={healthPageWords.help} />}
      />
      <LedgerTable<HealthRow>
        pageKey="health.rows"
        counted={{ noun: healthPageWords.noun, unit: '条' }}
        ask={ask}
        onAsk={setAsk}
        query={useHealthRows(code, ask)}
        columns={columns}
        filters={[{ kind: 'tree', key: 'division', label: healthPageWords.division, tree }]}
        keyOf={({ id, personId, say }) => `${id} ${personId} ${say}`}
        summary={summaryOf(code, check?.whatToDo, me.may)}
        empty={{ title: healthPageWords.rowsNoneTitle, say: healthPageWords.rowsNoneSay }}
      />
    </>
  )
}

const columns: readonly LedgerColumn<HealthRow>[] = [
  {
    key: 'name',
    title: healthPageWords.name,
    width: columnWidths.name,
    render: ({ name }) => <span title={name}>{name}</span>,
  },
  {
    key: 'say',
    title: healthPageWords.say,
    width: columnWidths.text * 1.4,
    render: ({ say }) => <span title={say}>{say}</span>,
  },
  {
    key: 'division',
    title: healthPageWords.division,
    width: columnWidths.division,
    render: ({ division }) => <span title={division.name}>{division.name}</span>,
  },
]

function summaryOf(code: HealthCode, whatToDo: string | undefined, may: Me['may']): LedgerSummary<HealthRow> {
  return {
    title: ({ name }) => name,
    opensAt: (row) => mendingAddress(code, row, may),
    body: (row) => (
      <div className="stack">
        <FactList
          facts={[
            { label: healthPageWords.say, value: row.say },
            { label: healthPageWords.division, value: row.division.name },
            ...(whatToDo === undefined ? [] : [{ label: healthPageWords.whatToDo, value: whatToDo }]),
          ]}
        />
        <PageLink to={mendingAddress(code, row, may)}>{healthPageWords.open}</PageLink>
      </div>
    ),
  }
}
