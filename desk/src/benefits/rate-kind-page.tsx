import type { RateLine } from '@dongzhou/contract/benefits-rates'
import { isRateKind, jurisdictions, type RateKind, type RateUnit, rateKinds, rateUnits } from '@dongzhou/terms/rate'
import { Drawer, Segmented } from 'antd'
import { NotFoundPage } from '../error-pages.tsx'
import { AsKnownButton, LeaveAsKnown, useAsKnownOn } from '../kit/as-known.tsx'
import { EmptyState } from '../kit/drawn-state.tsx'
import { writeDay } from '../kit/format.ts'
import { HelpLines } from '../kit/help-lines.tsx'
import { Loaded } from '../kit/loaded.tsx'
import { useOpenPage, usePageParam, usePageSearch } from '../kit/navigation.tsx'
import { PageTitle } from '../kit/page-title.tsx'
import { sizes } from '../kit/theme.ts'
import { useMay } from '../session/use-session.ts'
import { findJurisdiction } from './rate-ask.ts'
import { RateCard } from './rate-card.tsx'
import { rowTitle } from './rate-columns.tsx'
import { RateExport } from './rate-export.tsx'
import { historyOf, jurisdictionsOf, rowsKnownOn, standingRows } from './rate-history.ts'
import { HistoryTable } from './rate-history-table.tsx'
import { SampleRowsSay } from './rate-state.tsx'
import { kindWords, rateWords } from './rate-words.ts'
import { useKindRates } from './use-rates.ts'

/** 一种标准的历次: grades as rows, days as columns; any figure opens its document and its history. */
export function RateKindPage() {
  const kind = usePageParam('kind')
  return isRateKind(kind) ? <KindPage key={kind} kind={kind} /> : <NotFoundPage />
}

function KindPage({ kind }: { readonly kind: RateKind }) {
  const query = useKindRates(kind)
  const asKnownOn = useAsKnownOn()
  const openPage = useOpenPage()
  const mayWrite = useMay('rates.write')
  const path = `/benefits/rates/kinds/${kind}`
  const head = { title: rateKinds[kind].name, above: [{ title: kindWords.above, to: '/benefits/rates' }] }
  return (
    <>
      <PageTitle
        {...head}
        help={<HelpLines lines={kindWords.help} />}
        actions={
          <>
            <AsKnownButton path={path} day={asKnownOn} hint={kindWords.knownHint} />
            <RateExport asked={{ kind }} />
          </>
        }
        {...(mayWrite && asKnownOn === undefined
          ? { primary: { label: rateWords.propose, onClick: () => openPage(`/benefits/rates/new?kind=${kind}`) } }
          : {})}
      />
      <Loaded query={query} rows={14}>
        {(rows) => <KindBody kind={kind} rows={rows} asKnownOn={asKnownOn} path={path} />}
      </Loaded>
    </>
  )
}

interface BodyProps {
  readonly kind: RateKind
  readonly rows: readonly RateLine[]
  readonly asKnownOn: string | undefined
  readonly path: string
}

function KindBody({ kind, rows, asKnownOn, path }: BodyProps) {
  const { jurisdiction: asked, row: opened } = usePageSearch()
  const openPage = useOpenPage()
  const shown = asKnownOn === undefined ? standingRows(rows) : rowsKnownOn(rows, asKnownOn)
  const places = jurisdictionsOf(shown)
  const place = places.find((each) => each === findJurisdiction(asked)) ?? places[0]
  const history = historyOf(
    kind,
    shown.filter(({ jurisdiction }) => jurisdiction === place),
  )
  const known = asKnownOn === undefined ? '' : `&known=${asKnownOn}`
  const at = (jurisdiction: string, row?: number) =>
    openPage(`${path}?jurisdiction=${jurisdiction}${row === undefined ? '' : `&row=${row}`}${known}`)
  return (
    <div className="stack">
      {asKnownOn !== undefined && (
        <p className="rate-waiting-say is-known">
          {kindWords.knownSay(writeDay(asKnownOn))} <LeaveAsKnown path={path} />
        </p>
      )}
      {shown.some(({ state }) => state === 'sample') && <SampleRowsSay />}
      <div className="row rate-place">
        {places.length > 1 && (
          <Segmented
            aria-label={rateWords.jurisdiction}
            value={place ?? 'county'}
            options={places.map((value) => ({ value, label: jurisdictions[value] }))}
            onChange={(value) => at(value)}
          />
        )}
        {places.length === 1 && place !== undefined && <span>{jurisdictions[place]}</span>}
        {isCounted(history.unit) && <span className="quiet">{kindWords.unit(rateUnits[history.unit])}</span>}
      </div>
      {history.lines.length === 0 ? (
        <div className="card">
          {asKnownOn === undefined ? (
            <EmptyState title={kindWords.empty} say={kindWords.emptySay} />
          ) : (
            <EmptyState title={kindWords.emptyKnown} say={kindWords.emptyKnownSay} />
          )}
        </div>
      ) : (
        <HistoryTable history={history} name={rateKinds[kind].name} onOpen={(id) => at(place ?? 'county', id)} />
      )}
      <RowDrawer row={rows.find(({ id }) => String(id) === opened)} onClose={() => at(place ?? 'county')} />
    </div>
  )
}

/** A day or a choice has no unit to be said above it. */
function isCounted(unit: RateUnit | undefined): unit is RateUnit {
  return unit !== undefined && unit !== 'choice' && unit !== 'date'
}

function RowDrawer({ row, onClose }: { readonly row: RateLine | undefined; readonly onClose: () => void }) {
  return (
    <Drawer open={row !== undefined} onClose={onClose} size={sizes.drawer} mask={false} title={row && rowTitle(row)}>
      {row && <RateCard key={row.id} row={row} />}
    </Drawer>
  )
}
