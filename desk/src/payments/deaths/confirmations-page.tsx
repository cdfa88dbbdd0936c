import type { UnconfirmedLine } from '@dongzhou/contract/payments-deaths'
import { benefits } from '@dongzhou/terms/benefit'
import { App, Input } from 'antd'
import { useRef, useState } from 'react'
import { api, queries } from '../../api.ts'
import { newActionId } from '../../kit/action-id.ts'
import { DayPicker } from '../../kit/day-picker.tsx'
import { useDivisionFilterTree } from '../../kit/division-picker.tsx'
import { FormField } from '../../kit/form.tsx'
import { writeDay } from '../../kit/format.ts'
import { HelpLines } from '../../kit/help-lines.tsx'
import type { Selection } from '../../kit/ledger-selection.tsx'
import { LedgerTable } from '../../kit/ledger-table.tsx'
import type { BulkAction, LedgerColumn, LedgerFilter } from '../../kit/ledger-types.ts'
import { useLedgerAsk } from '../../kit/navigation.tsx'
import { PageTitle } from '../../kit/page-title.tsx'
import { FactList } from '../../kit/record-page.tsx'
import { columnWidths } from '../../kit/theme.ts'
import { useMay, useMe } from '../../session/use-session.ts'
import '../payments.css'
import { confirmationWords } from './death-words.ts'
import { useUnconfirmed } from './use-deaths.ts'

/** 年度确认: who draws something and was not seen this year. */
export function ConfirmationsPage() {
  const [ask, setAsk] = useLedgerAsk()
  const { today, division } = useMe()
  const mayMake = useMay('payments.make')
  const now = Number(today.slice(0, 4))
  const { year: years } = ask.filters
  const asked = years?.[0]
  const year = asked !== undefined && /^20\d\d$/.test(asked) ? Number(asked) : now
  const query = useUnconfirmed(ask, year)
  const tree = useDivisionFilterTree(division.code)
  const filters: readonly LedgerFilter[] = [
    {
      kind: 'one',
      key: 'year',
      label: confirmationWords.year,
      usual: `${now}年`,
      options: [now, now - 1].map((one) => ({ value: String(one), label: `${one}年` })),
    },
    { kind: 'tree', key: 'division', label: confirmationWords.division, tree },
  ]
  const record = useRecord(year)
  return (
    <>
      <PageTitle title={confirmationWords.title} help={<HelpLines lines={confirmationWords.help} />} />
      <LedgerTable<UnconfirmedLine>
        pageKey="payments.unconfirmed"
        counted={{ noun: confirmationWords.noun, unit: '人' }}
        ask={ask}
        onAsk={setAsk}
        query={query}
        columns={columns}
        filters={filters}
        keyOf={({ personId }) => String(personId)}
        summary={{
          title: ({ name }) => name,
          opensAt: ({ personId }) => `/registry/people/${personId}`,
          body: (line) => <FactList facts={factsOf(line)} />,
        }}
        {...(mayMake ? { bulk: [record] } : {})}
        empty={{ title: confirmationWords.emptyTitle, say: confirmationWords.emptySay }}
      />
    </>
  )
}

const columns: readonly LedgerColumn<UnconfirmedLine>[] = [
  {
    key: 'name',
    title: confirmationWords.name,
    width: columnWidths.name,
    render: ({ name }) => <span title={name}>{name}</span>,
  },
  {
    key: 'division',
    title: confirmationWords.division,
    width: columnWidths.division,
    render: ({ division }) => <span title={division.name}>{division.name}</span>,
  },
  {
    key: 'benefits',
    isWideOnly: true,
    title: confirmationWords.benefits,
    width: columnWidths.text * 1.4,
    render: (line) => <span title={benefitsSay(line)}>{benefitsSay(line)}</span>,
  },
  { key: 'last', isWideOnly: true, title: confirmationWords.last, width: columnWidths.day, render: lastSay },
]

function benefitsSay(line: UnconfirmedLine): string {
  return line.benefits.map((benefit) => benefits[benefit]).join('、')
}

function lastSay({ lastConfirmedOn }: UnconfirmedLine): string {
  return lastConfirmedOn === null ? confirmationWords.never : writeDay(lastConfirmedOn)
}

function factsOf(line: UnconfirmedLine) {
  return [
    { label: confirmationWords.benefits, value: benefitsSay(line) },
    { label: confirmationWords.last, value: lastSay(line) },
    { label: confirmationWords.division, value: line.division.name },
  ]
}

const MOST = 1000

function useRecord(year: number): BulkAction {
  const { today } = useMe()
  const { message } = App.useApp()
  const [on, setOn] = useState<string | undefined>(today)
  const [way, setWay] = useState('')
  const actionId = useRef(newActionId())
  return {
    key: 'record',
    label: confirmationWords.record,
    preview: (selection) => (
      <div className="stack">
        <p>{confirmationWords.recordSay(`${sizeOf(selection)} 人`)}</p>
        <FormField label={confirmationWords.on}>
          {(id) => <DayPicker id={id} value={on} latest={today} onChange={setOn} />}
        </FormField>
        <FormField label={confirmationWords.way} hint={confirmationWords.wayHint}>
          {(id) => <Input id={id} maxLength={60} value={way} onChange={(event) => setWay(event.target.value)} />}
        </FormField>
      </div>
    ),
    run: async (selection) => {
      if (selection.kind === 'matching' || selection.ids.length > MOST) throw new Error(confirmationWords.only)
      if (on === undefined || way.trim().length < 2) throw new Error(confirmationWords.wayWrong)
      const personIds = selection.ids.map(Number)
      const asked = { actionId: actionId.current, year, personIds, confirmedOn: on, way: way.trim() }
      const { count } = await api.payments.recordConfirmations(asked)
      actionId.current = newActionId()
      await queries.invalidateQueries()
      void message.success(confirmationWords.recorded(count))
    },
  }
}

function sizeOf(selection: Selection): number {
  return selection.kind === 'rows' ? selection.ids.length : selection.total
}
