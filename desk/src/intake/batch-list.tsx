import type { BatchLine } from '@dongzhou/contract/intake'
import { writeInstant } from '../kit/format.ts'
import { LedgerTable } from '../kit/ledger-table.tsx'
import type { LedgerColumn } from '../kit/ledger-types.ts'
import { useLedgerAsk, useOpenPage } from '../kit/navigation.tsx'
import { PageTitle } from '../kit/page-title.tsx'
import { FactList } from '../kit/record-page.tsx'
import { columnWidths } from '../kit/theme.ts'
import { useMay } from '../session/use-session.ts'
import { IntakeHelp } from './intake-help.tsx'
import './intake.css'
import { useBatches } from './use-batches.ts'
import { batchWords, brokenOff, intakeWords, stateNames } from './words.ts'

/** 导入批次 (batches): what was sent in, by whom, and where each stands. */
export function BatchListPage() {
  const [ask, setAsk] = useLedgerAsk()
  const open = useOpenPage()
  const mayStart = useMay('intake.write')
  const query = useBatches(ask.page, ask.size)
  const start = { label: intakeWords.start, onClick: () => open('/intake/new') }
  return (
    <>
      <PageTitle title={intakeWords.title} help={<IntakeHelp />} {...(mayStart ? { primary: start } : {})} />
      <LedgerTable<BatchLine>
        pageKey="intake.batches"
        counted={{ noun: intakeWords.batchTitle, unit: '批' }}
        ask={ask}
        onAsk={setAsk}
        query={query}
        columns={columns}
        filters={[]}
        keyOf={(batch) => batch.id}
        summary={{
          title: (batch) => batch.fileName,
          opensAt: (batch) => `/intake/batches/${batch.id}`,
          body: (batch) => <FactList facts={factsOf(batch)} />,
        }}
        empty={{
          title: intakeWords.emptyTitle,
          say: intakeWords.emptySay,
          ...(mayStart ? { action: start } : {}),
        }}
      />
    </>
  )
}

const columns: readonly LedgerColumn<BatchLine>[] = [
  {
    key: 'file',
    title: batchWords.file,
    width: columnWidths.text + columnWidths.name,
    render: (batch) => <span title={batch.fileName}>{batch.fileName}</span>,
  },
  { key: 'state', title: batchWords.state, width: columnWidths.state, render: (batch) => <StateMark batch={batch} /> },
  { key: 'note', title: batchWords.note, width: columnWidths.text, render: (batch) => noteOf(batch) },
  { key: 'sender', title: batchWords.sender, width: columnWidths.text, render: (batch) => batch.sender },
  { key: 'by', title: batchWords.by, width: columnWidths.name, render: (batch) => batch.createdBy },
  {
    key: 'at',
    title: batchWords.at,
    width: columnWidths.idNumber,
    render: (batch) => writeInstant(batch.createdAt),
  },
]

/** Where a batch stands, as a word in its colour. */
export function StateMark({ batch }: { readonly batch: Pick<BatchLine, 'state' | 'fault'> }) {
  return <span className={toneOf(batch)}>{batch.fault === null ? stateNames[batch.state][0] : brokenOff}</span>
}

function toneOf({ state, fault }: Pick<BatchLine, 'state' | 'fault'>): string {
  if (state === 'refused' || fault !== null) return 'late'
  if (state === 'staged') return 'risk'
  return state === 'withdrawn' ? 'quiet' : ''
}

/** What a batch waits for, or why it did not go on. */
function noteOf(batch: BatchLine): string {
  return batch.fault ?? batch.refusal ?? stateNames[batch.state][1]
}

function factsOf(batch: BatchLine) {
  return [
    { label: batchWords.state, value: <StateMark batch={batch} /> },
    { label: batchWords.note, value: noteOf(batch) },
    { label: batchWords.sender, value: batch.sender },
    { label: batchWords.by, value: batch.createdBy },
    { label: batchWords.at, value: writeInstant(batch.createdAt) },
  ]
}
