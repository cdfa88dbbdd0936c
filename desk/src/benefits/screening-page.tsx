import type { FindingLine, ScreeningOverview } from '@dongzhou/contract/benefits'
import { Segmented } from 'antd'
import { useState } from 'react'
import { useDivisionFilterTree } from '../kit/division-picker.tsx'
import { writeCount, writeInstant } from '../kit/format.ts'
import { HelpLines } from '../kit/help-lines.tsx'
import { LedgerTable } from '../kit/ledger-table.tsx'
import type { LedgerFilter } from '../kit/ledger-types.ts'
import { Loaded } from '../kit/loaded.tsx'
import { useLedgerAsk } from '../kit/navigation.tsx'
import { PageTitle } from '../kit/page-title.tsx'
import { type LedgerAsk, withFilter } from '../kit/search-params.ts'
import { useMe } from '../session/use-session.ts'
import { SampleNote } from './entitlement-sample.tsx'
import { placeAsk } from './recipients-ask.ts'
import { benefitOptions } from './recipients-page.tsx'
import { countsByKind, findFindingKind } from './screening-ask.ts'
import { ScreeningBoard } from './screening-board.tsx'
import { findingColumns, findingSummary } from './screening-columns.tsx'
import { DismissDialog } from './screening-dismiss-dialog.tsx'
import { ScreeningRun, useScreeningRun } from './screening-run.tsx'
import { findingKinds, findingStandings, screeningWords } from './screening-words.ts'
import { useFindings, useScreening } from './use-screening.ts'
import './screening.css'

/** 待遇线索: the work list of the stations, and how it lies over towns and benefits. */
export function ScreeningPage() {
  const [ask, setAsk] = useLedgerAsk()
  const { view, kind } = ask.filters
  const { division } = placeAsk(ask.filters)
  const overview = useScreening(division)
  const run = useScreeningRun()
  const isBoard = view?.[0] === 'overview'
  return (
    <>
      <PageTitle
        title={screeningWords.title}
        note={overview.data && <ScreenedSay overview={overview.data} />}
        help={<HelpLines lines={screeningWords.help} />}
        actions={
          <Segmented
            aria-label={screeningWords.faces}
            value={isBoard ? 'overview' : 'list'}
            options={[
              { value: 'list', label: screeningWords.list },
              { value: 'overview', label: screeningWords.overview },
            ]}
            onChange={(face) => setAsk(withFilter(ask, 'view', face === 'overview' ? ['overview'] : []))}
          />
        }
        {...(overview.data?.may.run
          ? {
              primary: {
                label: screeningWords.run,
                onClick: run.ask,
                isDisabled: overview.data.jobId !== null,
              },
            }
          : {})}
      />
      <div className="stack">
        <SampleNote />
        {overview.data && <ScreeningRun overview={overview.data} />}
        {run.drawn}
        {overview.data && <KindFilter overview={overview.data} ask={ask} onAsk={setAsk} />}
        {isBoard ? (
          <Loaded query={overview} rows={10}>
            {(it) => <ScreeningBoard overview={it} kind={findFindingKind(kind?.[0])} />}
          </Loaded>
        ) : (
          <FindingList overview={overview.data} ask={ask} onAsk={setAsk} onRun={run.ask} />
        )}
      </div>
    </>
  )
}

function ScreenedSay({ overview }: { readonly overview: ScreeningOverview }) {
  if (overview.screenedAt === null) return null
  return screeningWords.screenedAt(writeInstant(overview.screenedAt), writeCount(overview.people, '人'))
}

interface AskProps {
  readonly ask: LedgerAsk
  readonly onAsk: (ask: LedgerAsk) => void
}

/** The kinds with their open lines, side by side: what there is to do is seen before anything is chosen. */
function KindFilter({ overview, ask, onAsk }: AskProps & { readonly overview: ScreeningOverview }) {
  const { kind } = ask.filters
  const counts = countsByKind(overview.counts, placeAsk(ask.filters).benefit)
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  return (
    <div className="scroll-across no-print">
      <Segmented
        aria-label={screeningWords.kinds}
        value={findFindingKind(kind?.[0]) ?? ''}
        options={[
          { value: '', label: `${screeningWords.allKinds} ${all}` },
          ...Object.entries(findingKinds).map(([value, label]) => ({
            value,
            label: `${label} ${counts.get(findFindingKind(value) ?? 'unclaimed') ?? 0}`,
          })),
        ]}
        onChange={(value) => onAsk(withFilter(ask, 'kind', value === '' ? [] : [String(value)]))}
      />
    </div>
  )
}

interface ListProps extends AskProps {
  readonly overview: ScreeningOverview | undefined
  readonly onRun: () => void
}

function FindingList({ overview, ask, onAsk, onRun }: ListProps) {
  const query = useFindings(ask)
  const [dismissing, setDismissing] = useState<FindingLine>()
  const mayScreen = overview?.may.screen === true
  const isNever = overview?.screenedAt === null
  return (
    <>
      <LedgerTable<FindingLine>
        pageKey="benefits.screening"
        counted={{ noun: screeningWords.noun, unit: '条' }}
        ask={ask}
        onAsk={onAsk}
        query={query}
        columns={findingColumns}
        filters={useFilters()}
        keyOf={({ id }) => String(id)}
        summary={findingSummary(mayScreen ? setDismissing : undefined)}
        empty={
          isNever
            ? {
                title: screeningWords.neverTitle,
                say: screeningWords.neverSay,
                ...(overview.may.run ? { action: { label: screeningWords.run, onClick: onRun } } : {}),
              }
            : { title: screeningWords.emptyTitle, say: screeningWords.emptySay }
        }
      />
      {dismissing && (
        <DismissDialog finding={current(query.data?.items, dismissing)} onClose={() => setDismissing(undefined)} />
      )}
    </>
  )
}

/** The line as it stands now: a second attempt after somebody else's change is made under its new version. */
function current(items: readonly FindingLine[] | undefined, line: FindingLine): FindingLine {
  return items?.find(({ id }) => id === line.id) ?? line
}

function useFilters(): readonly LedgerFilter[] {
  const tree = useDivisionFilterTree(useMe().division.code)
  return [
    { kind: 'tree', key: 'division', label: screeningWords.division, tree },
    { kind: 'one', key: 'benefit', label: screeningWords.benefit, options: benefitOptions },
    {
      kind: 'one',
      key: 'standing',
      label: screeningWords.standing,
      usual: screeningWords.open,
      options: Object.entries(findingStandings).map(([value, label]) => ({ value, label })),
    },
  ]
}
