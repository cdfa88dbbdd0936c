import type { VisitLine } from '@dongzhou/contract/visits'
import { useQuery } from '@tanstack/react-query'
import { orpc } from '../api.ts'
import { nothing, writeDay, writeMoney } from '../kit/format.ts'
import { StaleDialog } from '../kit/stale.tsx'
import { differingVisit, draftOfVisit, type VisitDraft, visitOf } from './visit-draft.ts'
import { staleWho, visitLabels } from './words.ts'

interface VisitConflictProps {
  /** The visit as it stood when the form was opened. */
  readonly seen: VisitLine
  readonly mine: VisitDraft
  readonly onKeep: (merged: VisitDraft, now: VisitLine) => void
  readonly onDrop: () => void
}

/** 冲突: somebody corrected the visit meanwhile; each differing field is decided by itself. */
export function VisitConflict({ seen, mine, onKeep, onDrop }: VisitConflictProps) {
  const input = { page: 1, size: 200, pairingId: seen.pairingId }
  const found = useQuery({ ...orpc.visits.listVisits.queryOptions({ input }), staleTime: 0 })
  const now = found.data?.items.find(({ id }) => id === seen.id)
  if (!now || now.version === seen.version) return null
  const [before, theirs] = [draftOfVisit(seen), draftOfVisit(now)]
  const keys = differingVisit(mine, theirs)
  return (
    <StaleDialog
      isOpen
      {...staleWho}
      fields={keys.map((key) => ({
        key,
        label: labels[key],
        before: textOf(key, before),
        mine: textOf(key, mine),
        theirs: textOf(key, theirs),
      }))}
      onDrop={onDrop}
      onKeep={(kept) => {
        const own = Object.fromEntries(keys.filter((key) => kept.includes(key)).map((key) => [key, mine[key]]))
        onKeep({ ...theirs, ...own, because: mine.because }, now)
      }}
    />
  )
}

const labels: { readonly [K in keyof VisitDraft]: string } = {
  day: visitLabels.day,
  visitors: visitLabels.visitors,
  help: visitLabels.help,
  goods: visitLabels.goods,
  yuan: visitLabels.money,
  findings: visitLabels.findings,
  because: visitLabels.because,
}

function textOf(key: keyof VisitDraft, draft: VisitDraft): string {
  if (key === 'day') return writeDay(draft.day)
  if (key === 'yuan') return writeMoney(visitOf(draft).money ?? undefined)
  return draft[key] || nothing
}
