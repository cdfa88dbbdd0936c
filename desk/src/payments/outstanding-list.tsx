import type { TransferView } from '@dongzhou/contract/payments-views'
import { App } from 'antd'
import { useRef } from 'react'
import { api, queries } from '../api.ts'
import { monthOfDay } from '../benefits/entitlement-month.ts'
import { newActionId } from '../kit/action-id.ts'
import { useDivisionFilterTree } from '../kit/division-picker.tsx'
import { writeMoney } from '../kit/format.ts'
import type { Selection } from '../kit/ledger-selection.tsx'
import { LedgerTable } from '../kit/ledger-table.tsx'
import type { BulkAction, LedgerColumn, LedgerFilter } from '../kit/ledger-types.ts'
import { PageLink, useOpenPage } from '../kit/navigation.tsx'
import { FactList } from '../kit/record-page.tsx'
import { columnWidths } from '../kit/theme.ts'
import { useMay, useMe } from '../session/use-session.ts'
import { transfersAsk } from './run-asks.ts'
import { outstandingWords, returnWords } from './stage-words.ts'
import { cancelledFacts, restOf } from './transfer-state.tsx'
import { useOutstanding } from './use-runs.ts'
import { useStepAsk } from './use-step-ask.ts'
import { personWords, runWords } from './words.ts'

/** 退汇与暂缓: what came back or is held and nobody has taken up; ticked rows become a run that pays them again. */
export function OutstandingList({ runId }: { readonly runId: number | undefined }) {
  const [ask, setAsk] = useStepAsk()
  const query = useOutstanding(runId, ask)
  const mayMake = useMay('payments.make')
  const reissue = useReissue(runId)
  return (
    <LedgerTable<TransferView>
      pageKey="payments.outstanding"
      counted={{ noun: outstandingWords.noun, unit: outstandingWords.unit }}
      ask={ask}
      onAsk={setAsk}
      query={query}
      columns={runId === undefined ? [...columns, runColumn] : columns}
      filters={useFilters(runId)}
      keyOf={({ id }) => String(id)}
      summary={{
        title: ({ name }) => name,
        opensAt: ({ personId }) => `/registry/people/${personId}`,
        body: (transfer) => <OutstandingSummary transfer={transfer} />,
      }}
      {...(mayMake ? { bulk: [reissue] } : {})}
      empty={{ title: outstandingWords.emptyTitle, say: outstandingWords.emptySay }}
    />
  )
}

function useFilters(runId: number | undefined): readonly LedgerFilter[] {
  const tree = useDivisionFilterTree(useMe().division.code)
  if (runId !== undefined) return []
  return [
    { kind: 'text', key: 'text', label: outstandingWords.text },
    { kind: 'tree', key: 'division', label: outstandingWords.division, tree },
  ]
}

const MOST = 2000
const PAGE = 200

/** 编制补发批次 of what is ticked, or of everything that the filters show. */
function useReissue(runId: number | undefined): BulkAction {
  const { message } = App.useApp()
  const { today } = useMe()
  const open = useOpenPage()
  // The same order again on a broken line is one order; only an answered one makes the next another.
  const actionId = useRef(newActionId())
  return {
    key: 'reissue',
    label: outstandingWords.reissue,
    preview: (selection) => (
      <div className="stack">
        <p>{outstandingWords.reissueSay(`${countOf(selection)} ${outstandingWords.unit}`)}</p>
        <p className="quiet">{outstandingWords.reissueAfter}</p>
      </div>
    ),
    run: async (selection) => {
      const month = monthOfDay(today) ?? ''
      const transferIds = await idsOf(selection, runId)
      const { id } = await api.payments.createReissue({ actionId: actionId.current, transferIds, month, note: '' })
      actionId.current = newActionId()
      await queries.invalidateQueries()
      void message.success(outstandingWords.started)
      open(`/payments/runs/${id}`)
    },
  }
}

function countOf(selection: Selection): number {
  return selection.kind === 'rows' ? selection.ids.length : Math.min(selection.total, MOST)
}

async function idsOf(selection: Selection, runId: number | undefined): Promise<number[]> {
  if (selection.kind === 'rows') return selection.ids.map(Number)
  const of = { ...(runId === undefined ? {} : { runId }), ...transfersAsk(selection.filters), isOutstanding: true }
  const ids: number[] = []
  for (let page = 1; ids.length < MOST; page += 1) {
    const { items } = await api.payments.listTransfers({ ...of, page, size: PAGE })
    ids.push(...items.map(({ id }) => id))
    if (items.length < PAGE) break
  }
  return ids.slice(0, MOST)
}

const columns: readonly LedgerColumn<TransferView>[] = [
  {
    key: 'name',
    title: outstandingWords.name,
    width: columnWidths.name,
    render: ({ name }) => <span title={name}>{name}</span>,
  },
  {
    key: 'amount',
    title: outstandingWords.amount,
    width: columnWidths.money,
    isNumber: true,
    render: (transfer) => writeMoney(restOf(transfer)),
  },
  {
    key: 'state',
    title: outstandingWords.state,
    width: columnWidths.age,
    render: ({ state, stateName }) => <span className={state === 'failed' ? 'late' : 'risk'}>{stateName}</span>,
  },
  {
    key: 'why',
    isWideOnly: true,
    title: outstandingWords.why,
    width: columnWidths.text,
    render: (row) => <Why transfer={row} />,
  },
  {
    key: 'division',
    isWideOnly: true,
    title: outstandingWords.division,
    width: columnWidths.division,
    render: ({ division }) => <span title={division.name}>{division.name}</span>,
  },
]

const runColumn: LedgerColumn<TransferView> = {
  key: 'run',
  isWideOnly: true,
  title: outstandingWords.run,
  width: columnWidths.division,
  render: ({ runTitle }) => runTitle,
}

function Why({ transfer }: { readonly transfer: TransferView }) {
  const say = transfer.failureName ?? transfer.heldBecause ?? ''
  return <span title={say}>{say}</span>
}

function OutstandingSummary({ transfer }: { readonly transfer: TransferView }) {
  return (
    <div className="stack">
      <FactList
        facts={[
          { label: outstandingWords.state, value: transfer.stateName },
          { label: outstandingWords.why, value: transfer.failureName ?? transfer.heldBecause ?? '' },
          ...(transfer.failureText === null ? [] : [{ label: outstandingWords.bankSays, value: transfer.failureText }]),
          { label: outstandingWords.amount, value: writeMoney(transfer.amount) },
          ...cancelledFacts(transfer),
          { label: outstandingWords.account, value: accountSay(transfer) },
          { label: outstandingWords.division, value: transfer.division.name },
          {
            label: runWords.name,
            value: <PageLink to={`/payments/runs/${transfer.runId}?step=return`}>{transfer.runTitle}</PageLink>,
          },
        ]}
      />
      <span className="row">
        {transfer.state === 'failed' && (
          <PageLink to={`/payments/letters/failed/${transfer.id}`}>{outstandingWords.letter}</PageLink>
        )}
        <PageLink to={`/payments/people/${transfer.personId}`}>{personWords.all}</PageLink>
      </span>
    </div>
  )
}

/** Where the money was to go: the bank, the masked number, and the holder where it is somebody else. */
export function accountSay({ bank, accountMasked, holder, name }: TransferView): string {
  const parts = [bank, accountMasked, holder === name ? '' : holder].filter((part) => part !== '')
  return parts.length === 0 ? returnWords.none : parts.join(' ')
}
