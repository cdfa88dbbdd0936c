import type { ClosingLine } from '@dongzhou/contract/plan'
import { useState } from 'react'
import { writeCount, writeInstant } from '../kit/format.ts'
import { HelpLines } from '../kit/help-lines.tsx'
import { LedgerTable } from '../kit/ledger-table.tsx'
import type { LedgerColumn } from '../kit/ledger-types.ts'
import { useLedgerAsk } from '../kit/navigation.tsx'
import { PageTitle } from '../kit/page-title.tsx'
import { FactList } from '../kit/record-page.tsx'
import { columnWidths } from '../kit/theme.ts'
import { yearOptions } from '../kit/year-options.ts'
import { useMay, useMe } from '../session/use-session.ts'
import { CloseDialog } from './close-dialog.tsx'
import { yearOf } from './progress.ts'
import { useClosings } from './use-plan.ts'
import { closingWords, periodName } from './words.ts'

/** 期末定数: the half-years whose figures were frozen. */
export function ClosingListPage() {
  const { today } = useMe()
  const [ask, setAsk] = useLedgerAsk()
  const mayClose = useMay('plan.close')
  const [isOpen, setOpen] = useState(false)
  const { year } = ask.filters
  const thisYear = yearOf(undefined, today)
  const close = { label: closingWords.close, onClick: () => setOpen(true) }
  return (
    <>
      <PageTitle
        title={closingWords.title}
        help={<HelpLines lines={closingWords.help} />}
        {...(mayClose ? { primary: close } : {})}
      />
      <LedgerTable<ClosingLine>
        pageKey="plan.closings"
        counted={{ noun: closingWords.noun, unit: '次定数' }}
        ask={ask}
        onAsk={setAsk}
        query={useClosings({
          page: ask.page,
          size: ask.size,
          ...(year === undefined ? {} : { year: yearOf(year[0], today) }),
        })}
        columns={columns}
        filters={[
          {
            kind: 'one',
            key: 'year',
            label: closingWords.year,
            options: yearOptions(today, 0),
          },
        ]}
        keyOf={({ id }) => String(id)}
        summary={{
          title: (closing) => closingWords.openTitle(periodName(closing)),
          opensAt: ({ id }) => `/plan/closings/${id}`,
          body: (closing) => (
            <FactList facts={columns.map(({ title, render }) => ({ label: title, value: render(closing) }))} />
          ),
        }}
        empty={{ title: closingWords.emptyTitle, say: closingWords.emptySay, ...(mayClose ? { action: close } : {}) }}
      />
      <CloseDialog isOpen={isOpen} year={thisYear} onClose={() => setOpen(false)} />
    </>
  )
}

const columns: readonly LedgerColumn<ClosingLine>[] = [
  { key: 'period', title: closingWords.period, width: columnWidths.division, render: periodName },
  {
    key: 'figures',
    title: closingWords.figures,
    width: columnWidths.count,
    isNumber: true,
    render: ({ figures }) => writeCount(figures, '项'),
  },
  { key: 'at', title: closingWords.at, width: columnWidths.idNumber, render: ({ at }) => writeInstant(at) },
  { key: 'actor', title: closingWords.actor, width: columnWidths.name, render: ({ actor }) => actor },
  {
    key: 'note',
    title: closingWords.note,
    width: columnWidths.text,
    render: ({ note }) => <span title={note}>{note}</span>,
  },
]
