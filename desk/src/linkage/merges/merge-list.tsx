import type { MergeLine } from '@dongzhou/contract/linkage'
import { Button } from 'antd'
import { writeInstant } from '../../kit/format.ts'
import { LedgerTable } from '../../kit/ledger-table.tsx'
import type { LedgerColumn } from '../../kit/ledger-types.ts'
import { PageLink, useLedgerAsk, useOpenPage } from '../../kit/navigation.tsx'
import { PageTitle } from '../../kit/page-title.tsx'
import { FactList } from '../../kit/record-page.tsx'
import { columnWidths } from '../../kit/theme.ts'
import { LinkageHelp } from '../linkage-help.tsx'
import '../linkage.css'
import { useMerges } from '../use-pairs.ts'
import { linkageWords, mergeWords } from '../words.ts'

/** 合并记录: what was merged, by whom and on what ground; a wrong one is taken apart from here. */
export function MergeListPage() {
  const [ask, setAsk] = useLedgerAsk()
  return (
    <>
      <PageTitle
        title={linkageWords.mergesTitle}
        above={[{ title: linkageWords.title, to: '/linkage' }]}
        help={<LinkageHelp />}
      />
      <LedgerTable<MergeLine>
        pageKey="linkage.merges"
        counted={{ noun: linkageWords.mergesTitle, unit: '次' }}
        ask={ask}
        onAsk={setAsk}
        query={useMerges(ask)}
        columns={columns}
        filters={[]}
        keyOf={(merge) => String(merge.id)}
        summary={{
          title: (merge) => `${merge.droppedName} → ${merge.keptName}`,
          opensAt: (merge) => `/registry/people/${merge.keptPersonId}`,
          body: (merge) => <MergeSummary merge={merge} />,
        }}
        empty={{ title: mergeWords.emptyTitle, say: mergeWords.emptySay }}
      />
    </>
  )
}

const columns: readonly LedgerColumn<MergeLine>[] = [
  { key: 'kept', title: mergeWords.kept, width: columnWidths.state, render: (merge) => merge.keptName },
  { key: 'dropped', title: mergeWords.dropped, width: columnWidths.state, render: (merge) => merge.droppedName },
  {
    key: 'because',
    title: mergeWords.because,
    width: columnWidths.text,
    render: (merge) => <span title={merge.because}>{merge.because}</span>,
  },
  { key: 'by', title: mergeWords.by, width: columnWidths.name, render: (merge) => merge.mergedBy },
  { key: 'at', title: mergeWords.at, width: columnWidths.idNumber, render: (merge) => writeInstant(merge.mergedAt) },
  { key: 'state', title: mergeWords.state, width: columnWidths.state, render: (merge) => <MergeState merge={merge} /> },
]

function MergeState({ merge }: { readonly merge: MergeLine }) {
  return merge.undoneAt === null ? mergeWords.stands : <span className="quiet">{mergeWords.undone}</span>
}

function MergeSummary({ merge }: { readonly merge: MergeLine }) {
  const open = useOpenPage()
  return (
    <div className="stack">
      <FactList
        facts={[
          {
            label: mergeWords.kept,
            value: <PageLink to={`/registry/people/${merge.keptPersonId}`}>{merge.keptName}</PageLink>,
          },
          { label: mergeWords.dropped, value: merge.droppedName },
          { label: mergeWords.because, value: merge.because },
          { label: mergeWords.by, value: merge.mergedBy },
          { label: mergeWords.at, value: writeInstant(merge.mergedAt) },
          ...undoneFacts(merge),
        ]}
      />
      {merge.mayUndo && (
        <div className="row">
          <Button onClick={() => open(`/linkage/merges/${merge.id}/undo`)}>{mergeWords.undo}</Button>
        </div>
      )}
    </div>
  )
}

function undoneFacts(merge: MergeLine) {
  if (merge.undoneAt === null) return []
  return [
    { label: mergeWords.undoneBy, value: merge.undoneBy ?? '' },
    { label: mergeWords.undoneAt, value: writeInstant(merge.undoneAt) },
    { label: mergeWords.undoneBecause, value: merge.undoneBecause ?? '' },
  ]
}
