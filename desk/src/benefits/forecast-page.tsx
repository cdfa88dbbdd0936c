import type { ChangeLine } from '@dongzhou/contract/benefits'
import { useDivisionFilterTree } from '../kit/division-picker.tsx'
import { writeMoney, writeNumber } from '../kit/format.ts'
import { HelpLines } from '../kit/help-lines.tsx'
import { LedgerTable } from '../kit/ledger-table.tsx'
import type { LedgerColumn, LedgerFilter, LedgerSummary } from '../kit/ledger-types.ts'
import { useLedgerAsk } from '../kit/navigation.tsx'
import { PageTitle } from '../kit/page-title.tsx'
import { FactList } from '../kit/record-page.tsx'
import { columnWidths } from '../kit/theme.ts'
import { useMe } from '../session/use-session.ts'
import { monthOfDay, monthOptions, movedMonth, writeMonth } from './entitlement-month.ts'
import { SampleNote } from './entitlement-sample.tsx'
import { Verdict } from './entitlement-verdict.tsx'
import { changeKinds, forecastWords } from './forecast-words.ts'
import { personColumns, personFacts } from './recipients-columns.tsx'
import { benefitOptions } from './recipients-page.tsx'
import { recipientWords } from './recipients-words.ts'
import { useChanges } from './use-forecast.ts'

/** 变动预告: who begins, rises, falls or ends in the next twelve months, the nearest first. */
export function ForecastPage() {
  const [ask, setAsk] = useLedgerAsk()
  const query = useChanges(ask)
  return (
    <>
      <PageTitle
        title={forecastWords.title}
        note={forecastWords.note}
        help={<HelpLines lines={forecastWords.help} />}
      />
      <SampleNote isApart />
      <LedgerTable<ChangeLine>
        pageKey="benefits.forecast"
        counted={{ noun: forecastWords.noun, unit: '项' }}
        ask={ask}
        onAsk={setAsk}
        query={query}
        columns={columns}
        filters={useFilters()}
        keyOf={keyOf}
        summary={summary}
        totals={({ total, more }) => `共 ${writeNumber(total)}${more ? '+' : ''} 项变动`}
        empty={{ title: forecastWords.emptyTitle, say: forecastWords.emptySay }}
      />
    </>
  )
}

function useFilters(): readonly LedgerFilter[] {
  const { today, division } = useMe()
  const tree = useDivisionFilterTree(division.code)
  const now = monthOfDay(today) ?? ''
  return [
    {
      kind: 'one',
      key: 'kind',
      label: forecastWords.kind,
      options: Object.entries(changeKinds).map(([value, label]) => ({ value, label })),
    },
    { kind: 'one', key: 'benefit', label: forecastWords.benefit, options: benefitOptions },
    {
      kind: 'one',
      key: 'through',
      label: forecastWords.through,
      usual: forecastWords.throughUsual,
      options: monthOptions(movedMonth(now, 1), movedMonth(now, 12)),
    },
    { kind: 'tree', key: 'division', label: recipientWords.division, tree },
  ]
}

const columns: readonly LedgerColumn<ChangeLine>[] = [
  { key: 'month', title: forecastWords.month, width: columnWidths.count, render: ({ month }) => writeMonth(month) },
  ...personColumns<ChangeLine>().map((column) =>
    column.key === 'division' ? { ...column, isOptional: true } : column,
  ),
  {
    key: 'benefit',
    title: forecastWords.benefit,
    width: columnWidths.identity,
    render: ({ benefitName }) => <span title={benefitName}>{benefitName}</span>,
  },
  {
    key: 'kind',
    title: forecastWords.kind,
    width: columnWidths.count,
    render: ({ kind }) => <ChangeMark kind={kind} />,
  },
  {
    key: 'before',
    title: forecastWords.before,
    width: columnWidths.money,
    isNumber: true,
    render: ({ before }) => money(before),
  },
  {
    key: 'after',
    title: forecastWords.after,
    width: columnWidths.money,
    isNumber: true,
    render: afterText,
  },
  { key: 'reason', title: forecastWords.reason, width: columnWidths.phone, render: ({ reason }) => reason },
]

const summary: LedgerSummary<ChangeLine> = {
  title: ({ person }) => person.name,
  opensAt: ({ person, kind, benefit }) =>
    kind === 'qualifies'
      ? `/benefits/people/${person.id}/application?benefit=${benefit}`
      : `/benefits/people/${person.id}`,
  body: (line) => (
    <div className="stack">
      <FactList
        facts={[
          { label: forecastWords.benefit, value: line.benefitName },
          { label: forecastWords.month, value: writeMonth(line.month) },
          { label: forecastWords.kind, value: <ChangeMark kind={line.kind} /> },
          { label: forecastWords.before, value: money(line.before) },
          { label: forecastWords.after, value: afterText(line) },
          { label: forecastWords.reason, value: line.reason },
          ...personFacts(line.person),
        ]}
      />
      <section className="card">
        <div className="card-head">
          <h2>{forecastWords.monthThen(writeMonth(line.month))}</h2>
        </div>
        <div className="card-body">
          <Verdict verdict={line.verdict} personId={line.person.id} isConditions={line.kind === 'qualifies'} />
        </div>
      </section>
      <SampleNote isShort />
    </div>
  ),
}

/** A change as a word in its colour. */
function ChangeMark({ kind }: Pick<ChangeLine, 'kind'>) {
  return <span className={tones[kind]}>{changeKinds[kind]}</span>
}

const tones = {
  begins: '',
  rises: '',
  falls: 'risk',
  ends: 'risk',
  once: '',
  qualifies: '',
  uncertain: 'risk',
} as const

function money(amount: number): React.ReactNode {
  return amount === 0 ? <span className="quiet">{forecastWords.none}</span> : writeMoney(amount)
}

function afterText({ kind, after }: ChangeLine): React.ReactNode {
  return kind === 'uncertain' ? <span className="quiet">{forecastWords.unsure}</span> : money(after)
}

function keyOf({ person, benefit, month, kind }: ChangeLine): string {
  return `${person.id} ${benefit} ${month} ${kind}`
}
