import type { VisitLine } from '@dongzhou/contract/visits'
import { useQuery } from '@tanstack/react-query'
import { orpc } from '../api.ts'
import { DraftConflict } from '../kit/draft-conflict.tsx'
import type { DraftPart } from '../kit/draft-merge.ts'
import { writeDay, writeMoney } from '../kit/format.ts'
import type { Trouble } from '../kit/trouble.ts'
import { draftOfVisit, type VisitDraft, visitOf } from './visit-draft.ts'
import { visitLabels } from './words.ts'

interface VisitConflictProps {
  readonly trouble: Trouble
  /** The visit as it stood when the form was opened. */
  readonly seen: VisitLine
  readonly mine: VisitDraft
  readonly onKeep: (merged: VisitDraft, now: VisitLine) => void
  readonly onDrop: () => void
}

/** 冲突: somebody corrected the visit meanwhile. */
export function VisitConflict(props: VisitConflictProps) {
  const { seen } = props
  const input = { page: 1, size: 200, pairingId: seen.pairingId }
  const found = useQuery({ ...orpc.visits.listVisits.queryOptions({ input }), staleTime: 0 })
  const now = { data: found.data?.items.find(({ id }) => id === seen.id), isFetching: found.isFetching }
  return (
    <DraftConflict {...props} now={now} parts={parts} draftOf={draftOfVisit} versionOf={({ version }) => version} />
  )
}

const parts: readonly DraftPart<VisitDraft>[] = [
  { key: 'day', label: visitLabels.day, text: ({ day }) => writeDay(day) },
  { key: 'visitors', label: visitLabels.visitors, text: ({ visitors }) => visitors },
  { key: 'help', label: visitLabels.help, text: ({ help }) => help },
  { key: 'goods', label: visitLabels.goods, text: ({ goods }) => goods },
  { key: 'yuan', label: visitLabels.money, text: (draft) => writeMoney(visitOf(draft).money ?? undefined) },
  { key: 'findings', label: visitLabels.findings, text: ({ findings }) => findings },
]
