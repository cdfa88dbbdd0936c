import type { PostedLineView, RunView, TransferView } from '@dongzhou/contract/payments-views'
import { type Benefit, benefits } from '@dongzhou/terms/benefit'
import { lineKinds } from '@dongzhou/terms/payment'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Segmented } from 'antd'
import { api, orpc } from '../api.ts'
import { SampleNote, SampleSay } from '../benefits/entitlement-sample.tsx'
import { newActionId } from '../kit/action-id.ts'
import { useDivisionFilterTree } from '../kit/division-picker.tsx'
import { HelpLines } from '../kit/help-lines.tsx'
import { LedgerTable } from '../kit/ledger-table.tsx'
import type { LedgerFilter } from '../kit/ledger-types.ts'
import { Loaded } from '../kit/loaded.tsx'
import { usePageParam, usePageSearch } from '../kit/navigation.tsx'
import { PageTitle } from '../kit/page-title.tsx'
import { type Purpose, purposeText } from '../kit/purposes.ts'
import type { LedgerAsk } from '../kit/search-params.ts'
import { useMay, useMe } from '../session/use-session.ts'
import { lineColumns, transferColumns, transferFilters } from './lines-columns.tsx'
import { LineGrounds, TransferGrounds } from './lines-grounds.tsx'
import { linesWords } from './lines-words.ts'
import './payments.css'
import { transfersAsk } from './run-asks.ts'
import { useLines, useRun, useTransfers } from './use-runs.ts'
import { useStepAsk } from './use-step-ask.ts'
import { runWords } from './words.ts'

/** 名单明细 of a run: by person, or line by line; each opens why. */
export function LinesPage() {
  const runId = Number(usePageParam('runId'))
  const run = useRun(runId)
  const above = [
    { title: runWords.title, to: '/payments/runs' },
    { title: run.data?.title ?? runWords.noun, to: `/payments/runs/${runId}` },
  ]
  return (
    <Loaded query={run} rows={12} head={{ title: linesWords.title, above }}>
      {(it) => (
        <>
          <PageTitle
            title={linesWords.title}
            above={above}
            note={it.stateName}
            actions={<ViewChoice />}
            help={<HelpLines lines={linesWords.help} />}
          />
          {it.isSample ? <SampleSay /> : <SampleNote />}
          <LinesOf run={it} />
        </>
      )}
    </Loaded>
  )
}

function ViewChoice() {
  const navigate = useNavigate()
  const { view } = usePageSearch()
  return (
    <Segmented
      aria-label={linesWords.view}
      value={view === 'lines' ? 'lines' : 'people'}
      options={[
        { value: 'people', label: linesWords.people },
        { value: 'lines', label: linesWords.lines },
      ]}
      onChange={(next) => void navigate({ to: '.', search: next === 'lines' ? { view: 'lines' } : {} })}
    />
  )
}

function LinesOf({ run }: { readonly run: RunView }) {
  const { view } = usePageSearch()
  return view === 'lines' ? <LineList run={run} /> : <TransferList run={run} />
}

function TransferList({ run }: { readonly run: RunView }) {
  const [ask, setAsk] = useStepAsk('view')
  const tree = useDivisionFilterTree(useMe().division.code)
  const query = useTransfers(run.id, ask)
  const mayMake = useMay('payments.make')
  const exportRecipients = useRecipientExport(run.id, ask.filters)
  const filters: readonly LedgerFilter[] = [
    { kind: 'text', key: 'text', label: linesWords.text },
    ...transferFilters,
    { kind: 'tree', key: 'division', label: linesWords.division, tree },
  ]
  return (
    <LedgerTable<TransferView>
      pageKey="payments.transfers"
      counted={{ noun: linesWords.noun, unit: '人' }}
      ask={ask}
      onAsk={setAsk}
      query={query}
      columns={transferColumns}
      filters={filters}
      keyOf={({ id }) => String(id)}
      {...(mayMake ? { onExport: exportRecipients } : {})}
      summary={{
        title: ({ name }) => name,
        opensAt: ({ personId }) => `/benefits/people/${personId}`,
        body: (transfer) => <TransferGrounds key={transfer.id} transfer={transfer} />,
      }}
      empty={{ title: linesWords.emptyTitle, say: linesWords.emptySay }}
    />
  )
}

/** 导出发放名单: ordered as a job; the bar on top shows it and hands the file over, and the run keeps it among its files. */
function useRecipientExport(runId: number, filters: LedgerAsk['filters']): (purpose: Purpose) => Promise<void> {
  const { message } = App.useApp()
  const queries = useQueryClient()
  return async (purpose) => {
    const filter = transfersAsk(filters)
    await api.payments.exportRecipients({ actionId: newActionId(), runId, filter, purpose: purposeText(purpose) })
    await queries.invalidateQueries({ queryKey: orpc.jobs.listMine.key() })
    void message.success(linesWords.exported, 5)
  }
}

function LineList({ run }: { readonly run: RunView }) {
  const [ask, setAsk] = useStepAsk('view')
  const tree = useDivisionFilterTree(useMe().division.code)
  const query = useLines(run.id, ask)
  const filters: readonly LedgerFilter[] = [
    {
      kind: 'one',
      key: 'kind',
      label: linesWords.kind,
      options: Object.entries(lineKinds).map(([value, label]) => ({ value, label })),
    },
    { kind: 'one', key: 'benefit', label: linesWords.benefit, options: benefitOptions(run.benefits) },
    { kind: 'tree', key: 'division', label: linesWords.division, tree },
  ]
  return (
    <LedgerTable<PostedLineView>
      pageKey="payments.lines"
      counted={{ noun: linesWords.lineNoun, unit: '条' }}
      ask={ask}
      onAsk={setAsk}
      query={query}
      columns={lineColumns}
      filters={filters}
      keyOf={({ id }) => String(id)}
      summary={{
        title: ({ name, benefitName }) => `${name} · ${benefitName}`,
        opensAt: ({ personId }) => `/benefits/people/${personId}`,
        body: (line) => <LineGrounds key={line.id} line={line} />,
      }}
      empty={{ title: linesWords.emptyTitle, say: linesWords.emptySay }}
    />
  )
}

function benefitOptions(of: readonly Benefit[]) {
  return of.map((value) => ({ value, label: benefits[value] }))
}
