import type { RecipientLine } from '@dongzhou/contract/benefits'
import { type Benefit, benefits } from '@dongzhou/terms/benefit'
import { useDivisionFilterTree } from '../kit/division-picker.tsx'
import { writeMoney, writeNumber } from '../kit/format.ts'
import { HelpLines } from '../kit/help-lines.tsx'
import { identityText } from '../kit/identity-options.ts'
import { LedgerTable } from '../kit/ledger-table.tsx'
import type { FilterOption, LedgerColumn, LedgerFilter, LedgerSummary } from '../kit/ledger-types.ts'
import { useLedgerAsk, useOpenPage } from '../kit/navigation.tsx'
import { PageTitle } from '../kit/page-title.tsx'
import { FactList } from '../kit/record-page.tsx'
import { columnWidths } from '../kit/theme.ts'
import { useMe } from '../session/use-session.ts'
import { monthOfDay, monthOptions, movedMonth, writeMonth } from './entitlement-month.ts'
import { SampleNote } from './entitlement-sample.tsx'
import { recipientsAsk } from './recipients-ask.ts'
import { personColumns, personFacts } from './recipients-columns.tsx'
import { recipientWords } from './recipients-words.ts'
import { useRecipients } from './use-entitlements.ts'

/** 在享人员: who is paid what in a month. */
export function RecipientsPage() {
  const { today } = useMe()
  const [ask, setAsk] = useLedgerAsk()
  const openPage = useOpenPage()
  const query = useRecipients(ask)
  const month = recipientsAsk(ask.filters).month ?? monthOfDay(today)
  return (
    <>
      <PageTitle title={recipientWords.title} help={<HelpLines lines={recipientWords.help} />} />
      <SampleNote isApart />
      <LedgerTable<RecipientLine>
        pageKey="benefits.recipients"
        counted={{ noun: recipientWords.noun, unit: '项' }}
        ask={ask}
        onAsk={setAsk}
        query={query}
        columns={columns}
        filters={useFilters(today)}
        keyOf={({ awardFactId }) => String(awardFactId)}
        summary={summary}
        totals={({ total, more }) =>
          recipientWords.total(writeMonth(month), `${writeNumber(total)}${more ? '+' : ''} 项`)
        }
        empty={{
          title: recipientWords.emptyTitle,
          say: recipientWords.emptySay,
          action: { label: recipientWords.openFindings, onClick: () => openPage('/benefits/screening') },
        }}
      />
    </>
  )
}

function useFilters(today: string): readonly LedgerFilter[] {
  const tree = useDivisionFilterTree(useMe().division.code)
  const now = monthOfDay(today) ?? ''
  return [
    {
      kind: 'one',
      key: 'month',
      label: recipientWords.month,
      usual: recipientWords.thisMonth,
      // As far as the screening looks: from January of last year to twelve months ahead.
      options: monthOptions(`${Number(now.slice(0, 4)) - 1}-01`, movedMonth(now, 12)),
    },
    { kind: 'one', key: 'benefit', label: recipientWords.benefit, options: benefitOptions },
    { kind: 'tree', key: 'division', label: recipientWords.division, tree },
  ]
}

/** Every benefit there is, to filter by. */
export const benefitOptions: readonly FilterOption[] = (Object.keys(benefits) as Benefit[]).map((value) => ({
  value,
  label: benefits[value],
}))

const columns: readonly LedgerColumn<RecipientLine>[] = [
  ...personColumns<RecipientLine>(),
  {
    key: 'benefit',
    title: recipientWords.benefit,
    width: columnWidths.identity,
    render: ({ benefitName }) => <span title={benefitName}>{benefitName}</span>,
  },
  {
    key: 'amount',
    title: recipientWords.amount,
    width: columnWidths.money,
    isNumber: true,
    render: ({ amount }) => writeMoney(amount),
  },
  { key: 'from', title: recipientWords.from, width: columnWidths.day, render: ({ from }) => writeMonth(from) },
  {
    key: 'through',
    title: recipientWords.through,
    width: columnWidths.identity,
    render: ({ through }) =>
      through === null ? <span className="quiet">{recipientWords.open}</span> : writeMonth(through),
  },
  {
    key: 'identity',
    title: recipientWords.identity,
    width: columnWidths.identity,
    isOptional: true,
    render: ({ person }) => identityText(person.identities),
  },
]

const summary: LedgerSummary<RecipientLine> = {
  title: ({ person }) => person.name,
  opensAt: ({ person }) => `/benefits/people/${person.id}`,
  body: (line) => (
    <div className="stack">
      <FactList
        facts={[
          { label: recipientWords.benefit, value: line.benefitName },
          { label: recipientWords.amount, value: writeMoney(line.amount) },
          { label: recipientWords.from, value: writeMonth(line.from) },
          {
            label: recipientWords.through,
            value: line.through === null ? recipientWords.open : writeMonth(line.through),
          },
          ...personFacts(line.person),
        ]}
      />
      <SampleNote isShort />
    </div>
  ),
}
