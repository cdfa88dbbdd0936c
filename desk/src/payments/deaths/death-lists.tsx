import type { DeathListView } from '@dongzhou/contract/payments-deaths'
import { writeCount, writeDay, writeInstant } from '../../kit/format.ts'
import { LedgerTable } from '../../kit/ledger-table.tsx'
import type { LedgerColumn } from '../../kit/ledger-types.ts'
import { PageLink } from '../../kit/navigation.tsx'
import { FactList } from '../../kit/record-page.tsx'
import { columnWidths } from '../../kit/theme.ts'
import { ComplaintTable } from '../steps/return-step.tsx'
import { useStepAsk } from '../use-step-ask.ts'
import { deathWords } from './death-words.ts'
import { useDeathLists } from './use-deaths.ts'

interface StartProps {
  readonly start: { readonly label: string; readonly onClick: () => void } | undefined
}

/** 名单文件: how many rows each had, how many are on file, which could not be read. */
export function DeathLists({ start }: StartProps) {
  const [ask, setAsk] = useStepAsk('view')
  const query = useDeathLists(ask.page, ask.size)
  return (
    <LedgerTable<DeathListView>
      pageKey="payments.death-lists"
      counted={{ noun: deathWords.lists, unit: '份' }}
      ask={ask}
      onAsk={setAsk}
      query={query}
      columns={columns}
      filters={[]}
      keyOf={({ id }) => String(id)}
      summary={{ title: ({ fileName }) => fileName, body: (list) => <ListSummary list={list} /> }}
      empty={{
        title: deathWords.emptyListTitle,
        say: deathWords.emptyListSay,
        ...(start === undefined ? {} : { action: start }),
      }}
    />
  )
}

const columns: readonly LedgerColumn<DeathListView>[] = [
  {
    key: 'file',
    title: deathWords.file2,
    width: columnWidths.text,
    render: ({ fileName }) => <span title={fileName}>{fileName}</span>,
  },
  {
    key: 'source',
    isWideOnly: true,
    title: deathWords.source,
    width: columnWidths.division,
    render: ({ source }) => <span title={source}>{source}</span>,
  },
  {
    key: 'received',
    isWideOnly: true,
    title: deathWords.receivedOn,
    width: columnWidths.day,
    render: ({ receivedOn }) => writeDay(receivedOn),
  },
  {
    key: 'state',
    title: deathWords.state,
    width: columnWidths.count,
    render: ({ state }) => <span className={state === 'refused' ? 'late' : ''}>{deathWords[state]}</span>,
  },
  count('rows', deathWords.rows, ({ rows }) => rows, '行'),
  count('matched', deathWords.matched, ({ matched }) => matched, '人'),
  count('held', deathWords.held, ({ held }) => held, '人'),
]

function count(
  key: string,
  title: string,
  of: (list: DeathListView) => number,
  unit: '行' | '人',
): LedgerColumn<DeathListView> {
  return {
    key,
    title,
    width: columnWidths.count,
    isNumber: true,
    isWideOnly: true,
    render: (list) => writeCount(of(list), unit),
  }
}

function ListSummary({ list }: { readonly list: DeathListView }) {
  return (
    <div className="stack">
      <FactList
        facts={[
          { label: deathWords.source, value: list.source },
          { label: deathWords.receivedOn, value: writeDay(list.receivedOn) },
          { label: deathWords.state, value: deathWords[list.state] },
          { label: deathWords.rows, value: writeCount(list.rows, '行') },
          { label: deathWords.matched, value: writeCount(list.matched, '人') },
          { label: deathWords.held, value: writeCount(list.held, '人') },
          { label: deathWords.unmatched, value: writeCount(list.unmatched, '人') },
        ]}
      />
      <p className="quiet small">{deathWords.by(list.by, writeInstant(list.at))}</p>
      {list.state === 'taken' && <PageLink to={`/payments/deaths?list=${list.id}`}>{deathWords.notices}</PageLink>}
      {list.complaints.length > 0 && (
        <>
          <h3>{deathWords.complaints}</h3>
          <ComplaintTable complaints={list.complaints} />
        </>
      )}
    </div>
  )
}
