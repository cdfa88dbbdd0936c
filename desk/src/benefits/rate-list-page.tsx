import type { RateLine } from '@dongzhou/contract/benefits-rates'
import { jurisdictions, rateKinds } from '@dongzhou/terms/rate'
import { Button, Segmented } from 'antd'
import { useId } from 'react'
import { DayPicker } from '../kit/day-picker.tsx'
import { writeDay, writeNumber } from '../kit/format.ts'
import { HelpLines } from '../kit/help-lines.tsx'
import { LedgerTable } from '../kit/ledger-table.tsx'
import type { LedgerFilter } from '../kit/ledger-types.ts'
import { Loaded } from '../kit/loaded.tsx'
import { PageLink, useLedgerAsk, useOpenPage } from '../kit/navigation.tsx'
import { PageTitle } from '../kit/page-title.tsx'
import { type LedgerAsk, withFilter } from '../kit/search-params.ts'
import { useMay, useMe } from '../session/use-session.ts'
import { ratesAsk, showsRows } from './rate-ask.ts'
import { rateColumnsOf, rateSummary } from './rate-columns.tsx'
import { RateExport } from './rate-export.tsx'
import { kindLines, withIndices, yearBefore } from './rate-kinds.ts'
import { KindsTable } from './rate-kinds-table.tsx'
import { SampleRowsSay } from './rate-state.tsx'
import { rateGroups, rateStates, rateWords } from './rate-words.ts'
import { useHasSamples } from './use-entitlements.ts'
import { useAllRates, useRates, useWaitingCount } from './use-rates.ts'

/** 标准库: what is in force of each kind, or the single rows with every filter. */
export function RateListPage() {
  const [ask, setAsk] = useLedgerAsk()
  const openPage = useOpenPage()
  const mayWrite = useMay('rates.write')
  const isRows = showsRows(ask)
  const asked = ratesAsk(ask.filters)
  const hasSamples = useHasSamples()
  return (
    <>
      <PageTitle
        title={rateWords.title}
        help={<HelpLines lines={rateWords.help} />}
        actions={
          <>
            <Faces isRows={isRows} ask={ask} onAsk={setAsk} />
            <RateExport asked={asked} />
            {mayWrite && <Button onClick={() => openPage('/benefits/rates/import')}>{rateWords.import}</Button>}
          </>
        }
        {...(mayWrite ? { primary: { label: rateWords.propose, onClick: () => openPage('/benefits/rates/new') } } : {})}
      />
      <div className="stack">
        <WaitingSay />
        {hasSamples && <SampleRowsSay />}
        {isRows ? <RateRows ask={ask} onAsk={setAsk} /> : <Kinds ask={ask} onAsk={setAsk} />}
      </div>
    </>
  )
}

interface AskProps {
  readonly ask: LedgerAsk
  readonly onAsk: (ask: LedgerAsk) => void
}

function Faces({ isRows, ask, onAsk }: AskProps & { readonly isRows: boolean }) {
  const { on } = ask.filters
  const kept: LedgerAsk['filters'] = on === undefined ? {} : { on }
  return (
    <Segmented
      aria-label={rateWords.faces}
      value={isRows ? 'rows' : 'kinds'}
      options={[
        { value: 'kinds', label: rateWords.kinds },
        { value: 'rows', label: rateWords.rows },
      ]}
      onChange={(face) => onAsk({ ...ask, page: 1, filters: face === 'rows' ? { ...kept, view: ['rows'] } : kept })}
    />
  )
}

/** What waits is said to everybody, and leads to where it is confirmed. */
function WaitingSay() {
  const count = useWaitingCount()
  if (count === 0) return null
  return (
    <p className="rate-waiting-say">
      {rateWords.waiting(count)} <PageLink to="/benefits/rates/waiting">{rateWords.openWaiting}</PageLink>
    </p>
  )
}

function Kinds({ ask, onAsk }: AskProps) {
  const { today } = useMe()
  const id = useId()
  const chosen = ratesAsk(ask.filters).inForceOn
  const on = chosen ?? today
  const query = useAllRates({ inForceOn: on })
  // The rules take an index of the year before: what was in force then is what pays now.
  const indices = useAllRates({ group: 'index', inForceOn: yearBefore(on) })
  const waiting = useAllRates({ state: 'proposed' })
  return (
    <>
      <div className="row rate-on no-print">
        <label htmlFor={id}>{rateWords.on}</label>
        <DayPicker id={id} value={on} onChange={(day) => onAsk(withFilter(ask, 'on', day ? [day] : []))} />
        {chosen !== undefined && chosen !== today && (
          <Button type="link" onClick={() => onAsk(withFilter(ask, 'on', []))}>
            {rateWords.today}
          </Button>
        )}
      </div>
      <Loaded query={query} rows={16}>
        {(rows) => <KindsTable lines={kindLines(withIndices(rows, indices.data ?? []), waiting.data ?? [])} />}
      </Loaded>
    </>
  )
}

function RateRows({ ask, onAsk }: AskProps) {
  const query = useRates(ask)
  const { view: _, ...filters } = ask.filters
  const { inForceOn, kind } = ratesAsk(ask.filters)
  return (
    <LedgerTable<RateLine>
      pageKey="benefits.rates"
      counted={{ noun: rateWords.noun, unit: '条' }}
      ask={{ ...ask, filters }}
      // Without its mark in the address, clearing the filters would turn to the other face.
      onAsk={(next) => onAsk({ ...next, filters: { ...next.filters, view: ['rows'] } })}
      query={query}
      columns={rateColumnsOf(kind)}
      filters={rateFilters}
      keyOf={({ id }) => String(id)}
      summary={rateSummary}
      {...(inForceOn === undefined
        ? {}
        : {
            totals: ({ total, more }) =>
              rateWords.total(`${writeNumber(total)}${more ? '+' : ''} 条`, writeDay(inForceOn)),
          })}
      empty={{ title: rateWords.emptyTitle, say: rateWords.emptySay }}
    />
  )
}

const rateFilters: readonly LedgerFilter[] = [
  {
    kind: 'one',
    key: 'kind',
    label: rateWords.kind,
    options: Object.entries(rateKinds).map(([value, { name }]) => ({ value, label: name })),
  },
  { kind: 'one', key: 'group', label: rateWords.group, options: optionsOf(rateGroups) },
  { kind: 'one', key: 'jurisdiction', label: rateWords.jurisdiction, options: optionsOf(jurisdictions) },
  { kind: 'one', key: 'state', label: rateWords.state, options: optionsOf(rateStates) },
  { kind: 'day', key: 'on', label: rateWords.on },
  { kind: 'text', key: 'text', label: rateWords.text },
  {
    kind: 'one',
    key: 'past',
    label: rateWords.past,
    usual: rateWords.pastUsual,
    options: [{ value: 'all', label: rateWords.withPast }],
  },
]

function optionsOf(terms: Readonly<Record<string, string>>) {
  return Object.entries(terms).map(([value, label]) => ({ value, label }))
}
