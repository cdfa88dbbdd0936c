import type { RecoveryLine } from '@dongzhou/contract/payments-money'
import { recoveryStates } from '@dongzhou/terms/payment'
import { writeMonth } from '../../benefits/entitlement-month.ts'
import { SampleNote } from '../../benefits/entitlement-sample.tsx'
import { useDivisionFilterTree } from '../../kit/division-picker.tsx'
import { nothing, writeMoney } from '../../kit/format.ts'
import { HelpLines } from '../../kit/help-lines.tsx'
import { LedgerTable } from '../../kit/ledger-table.tsx'
import type { LedgerColumn, LedgerFilter } from '../../kit/ledger-types.ts'
import { useLedgerAsk } from '../../kit/navigation.tsx'
import { PageTitle } from '../../kit/page-title.tsx'
import { FactList } from '../../kit/record-page.tsx'
import { columnWidths } from '../../kit/theme.ts'
import { useMe } from '../../session/use-session.ts'
import '../payments.css'
import { recoveryWords } from './recovery-words.ts'
import { useRecoveries } from './use-recoveries.ts'

/** 追回台账: who still has to give back how much, and by which plan. */
export function RecoveryListPage() {
  const [ask, setAsk] = useLedgerAsk()
  const query = useRecoveries(ask)
  const tree = useDivisionFilterTree(useMe().division.code)
  const filters: readonly LedgerFilter[] = [
    { kind: 'text', key: 'text', label: recoveryWords.text },
    {
      kind: 'one',
      key: 'state',
      label: recoveryWords.state,
      options: Object.entries(recoveryStates).map(([value, label]) => ({ value, label })),
    },
    { kind: 'tree', key: 'division', label: recoveryWords.division, tree },
  ]
  return (
    <>
      <PageTitle title={recoveryWords.title} help={<HelpLines lines={recoveryWords.help} />} />
      <SampleNote />
      <LedgerTable<RecoveryLine>
        pageKey="payments.recoveries"
        counted={{ noun: recoveryWords.noun, unit: recoveryWords.unit }}
        ask={ask}
        onAsk={setAsk}
        query={query}
        columns={columns}
        filters={filters}
        keyOf={({ id }) => String(id)}
        summary={{
          title: ({ name }) => name,
          opensAt: ({ id }) => `/payments/recoveries/${id}`,
          body: (line) => <FactList facts={factsOf(line)} />,
        }}
        empty={{ title: recoveryWords.emptyTitle, say: recoveryWords.emptySay }}
      />
    </>
  )
}

const columns: readonly LedgerColumn<RecoveryLine>[] = [
  {
    key: 'name',
    title: recoveryWords.name,
    width: columnWidths.name,
    render: ({ name }) => <span title={name}>{name}</span>,
  },
  {
    key: 'state',
    title: recoveryWords.state,
    width: columnWidths.state,
    render: ({ state, stateName }) => <span className={state === 'open' ? 'late' : ''}>{stateName}</span>,
  },
  {
    key: 'rest',
    title: recoveryWords.rest,
    width: columnWidths.money,
    isNumber: true,
    render: ({ rest }) => writeMoney(rest),
  },
  {
    key: 'amount',
    isWideOnly: true,
    title: recoveryWords.amount,
    width: columnWidths.money,
    isNumber: true,
    render: ({ amount }) => writeMoney(amount),
  },
  {
    key: 'monthly',
    isWideOnly: true,
    title: recoveryWords.monthly,
    width: columnWidths.money,
    isNumber: true,
    render: ({ monthly }) => (monthly === null ? nothing : writeMoney(monthly)),
  },
  {
    key: 'cause',
    isWideOnly: true,
    title: recoveryWords.cause,
    width: columnWidths.text,
    render: ({ cause }) => <span title={cause}>{cause}</span>,
  },
  {
    key: 'division',
    title: recoveryWords.division,
    width: columnWidths.division,
    isOptional: true,
    render: ({ division }) => division.name,
  },
]

function factsOf(line: RecoveryLine) {
  return [
    { label: recoveryWords.state, value: line.stateName },
    { label: recoveryWords.rest, value: <strong>{writeMoney(line.rest)}</strong> },
    { label: recoveryWords.amount, value: writeMoney(line.amount) },
    { label: recoveryWords.settled, value: writeMoney(line.settled) },
    { label: recoveryWords.cause, value: line.cause },
    { label: recoveryWords.month, value: writeMonth(line.month) },
    ...(line.monthly === null ? [] : [{ label: recoveryWords.monthly, value: writeMoney(line.monthly) }]),
    ...(line.fromMonth === null ? [] : [{ label: recoveryWords.from, value: writeMonth(line.fromMonth) }]),
    ...(line.document === null ? [] : [{ label: recoveryWords.document, value: line.document }]),
    { label: recoveryWords.division, value: line.division.name },
  ]
}
