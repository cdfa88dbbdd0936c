import type { PairLine, PairSide } from '@dongzhou/contract/linkage'
import { Button } from 'antd'
import { writeInstant } from '../kit/format.ts'
import { LedgerTable } from '../kit/ledger-table.tsx'
import type { LedgerColumn, LedgerFilter } from '../kit/ledger-types.ts'
import { useLedgerAsk, useOpenPage } from '../kit/navigation.tsx'
import { PageTitle } from '../kit/page-title.tsx'
import { FactList } from '../kit/record-page.tsx'
import type { LedgerAsk } from '../kit/search-params.ts'
import { columnWidths } from '../kit/theme.ts'
import { useMay } from '../session/use-session.ts'
import { LinkageHelp } from './linkage-help.tsx'
import './linkage.css'
import { pairStateOf } from './pair-ask.ts'
import { useScanDialog } from './scan.tsx'
import { usePairs } from './use-pairs.ts'
import { bandNames, linkageWords, pairStates, pairWords } from './words.ts'

/** 疑似重复: pairs that may be one person, the most certain first. */
export function PairListPage() {
  const [ask, setAsk] = useLedgerAsk()
  const open = useOpenPage()
  const mayScan = useMay('linkage.decide')
  const scan = useScanDialog()
  const query = usePairs(ask)
  const primary = { label: linkageWords.scan, onClick: scan.ask }
  return (
    <>
      <PageTitle
        title={linkageWords.title}
        help={<LinkageHelp />}
        actions={<Button onClick={() => open('/linkage/merges')}>{linkageWords.mergesTitle}</Button>}
        {...(mayScan ? { primary } : {})}
      />
      {scan.drawn}
      <LedgerTable<PairLine>
        pageKey="linkage.pairs"
        counted={{ noun: linkageWords.title, unit: '对' }}
        ask={saidAloud(ask, query.data?.total ?? 0)}
        onAsk={setAsk}
        query={query}
        columns={columns}
        filters={filters}
        keyOf={(pair) => String(pair.id)}
        summary={{
          title: titleOf,
          opensAt: (pair) => `/linkage/pairs/${pair.id}`,
          body: (pair) => <PairSummary pair={pair} />,
        }}
        empty={{
          title: linkageWords.emptyTitle,
          say: mayScan ? `${linkageWords.emptySay}${linkageWords.emptyScan}` : linkageWords.emptySay,
          ...(mayScan ? { action: primary } : {}),
        }}
      />
    </>
  )
}

/** The filter says which state one sees even where the address does not; an empty queue stays a queue without filters. */
function saidAloud(ask: LedgerAsk, total: number): LedgerAsk {
  if (total === 0 && Object.keys(ask.filters).length === 0) return ask
  return { ...ask, filters: { ...ask.filters, state: [pairStateOf(ask)] } }
}

const filters: readonly LedgerFilter[] = [
  {
    kind: 'one',
    key: 'state',
    label: pairWords.state,
    options: Object.entries(pairStates).map(([value, label]) => ({ value, label })),
  },
  {
    kind: 'several',
    key: 'band',
    label: pairWords.band,
    options: Object.entries(bandNames).map(([value, label]) => ({ value, label })),
  },
]

const columns: readonly LedgerColumn<PairLine>[] = [
  { key: 'first', title: pairWords.who, width: columnWidths.division, render: (pair) => <Side side={pair.first} /> },
  {
    key: 'second',
    title: pairWords.other,
    width: columnWidths.division,
    render: (pair) => <Side side={pair.second} />,
  },
  { key: 'band', title: pairWords.band, width: columnWidths.count, render: (pair) => <Band pair={pair} /> },
  {
    key: 'reasons',
    title: pairWords.reasons,
    width: columnWidths.text * 1.6,
    render: (pair) => <span title={pair.reasons.join('；')}>{pair.reasons.join('；')}</span>,
  },
  { key: 'state', title: pairWords.state, width: columnWidths.state, render: (pair) => pairStates[pair.state] },
  {
    key: 'score',
    title: pairWords.score,
    width: columnWidths.age,
    isNumber: true,
    isOptional: true,
    render: (pair) => pair.score,
  },
  {
    key: 'found',
    title: pairWords.found,
    width: columnWidths.idNumber,
    isOptional: true,
    render: (pair) => writeInstant(pair.foundAt),
  },
]

function Side({ side }: { readonly side: PairSide }) {
  const place = side.person?.division.name
  return (
    <span className="pair-side" title={place === undefined ? side.name : `${side.name} ${place}`}>
      {side.name} {place !== undefined && <span className="quiet small">{place}</span>}
    </span>
  )
}

/** How likely the two are one, as a word in its colour. */
export function Band({ pair }: { readonly pair: Pick<PairLine, 'band'> }) {
  return <span className={`pair-band is-${pair.band}`}>{bandNames[pair.band]}</span>
}

function titleOf(pair: PairLine): string {
  return `${pair.first.name} · ${pair.second.name}`
}

function PairSummary({ pair }: { readonly pair: PairLine }) {
  const isHidden = pair.first.person === null || pair.second.person === null
  return (
    <div className="stack">
      <FactList
        facts={[
          { label: pairWords.band, value: <Band pair={pair} /> },
          { label: pairWords.who, value: sideWords(pair.first) },
          { label: pairWords.other, value: sideWords(pair.second) },
          { label: pairWords.found, value: writeInstant(pair.foundAt) },
          { label: pairWords.state, value: pairStates[pair.state] },
          ...(pair.because === null ? [] : [{ label: pairWords.because, value: pair.because }]),
        ]}
      />
      {isHidden ? (
        <p className="risk">{pairWords.hidden}</p>
      ) : (
        <ul className="pair-reasons">
          {pair.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

function sideWords({ name, person }: PairSide): string {
  return person === null ? name : `${name}，${person.idNumberMasked}，${person.division.name}`
}
