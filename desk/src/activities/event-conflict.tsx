import type { EventFile } from '@dongzhou/contract/activities'
import { useQuery } from '@tanstack/react-query'
import { orpc } from '../api.ts'
import { divisionTitle } from '../kit/division-tree.ts'
import { nothing, writeCount, writeDay } from '../kit/format.ts'
import { type ConflictField, StaleDialog } from '../kit/stale.tsx'
import { useDivisions } from '../kit/use-divisions.ts'
import { differing, draftOf, type EventDraft } from './event-draft.ts'
import { useSeries } from './use-activities.ts'
import { conflictLabels, countings, staleWho } from './words.ts'

interface EventConflictProps {
  /** The event as it stood when the form was opened. */
  readonly seen: EventFile
  readonly mine: EventDraft
  readonly onKeep: (merged: EventDraft, now: EventFile) => void
  readonly onDrop: () => void
}

/** 冲突: somebody saved the event meanwhile; each differing field is decided by itself. */
export function EventConflict({ seen, mine, onKeep, onDrop }: EventConflictProps) {
  const now = useQuery({ ...orpc.activities.getEvent.queryOptions({ input: { id: seen.id } }), staleTime: 0 }).data
  const divisions = useDivisions().data ?? []
  const series = useSeries(mine.seriesId).data
  if (!now || now.version === seen.version) return null
  const [before, theirs] = [draftOf(seen), draftOf(now)]
  const names: Names = {
    division: (code) => divisionTitle(divisions, code),
    series: (id) => [seen, now].find((one) => one.seriesId === id)?.seriesTitle ?? series?.title ?? nothing,
  }
  const keys = differing(mine, theirs).filter(isLabelled)
  return (
    <StaleDialog
      isOpen
      {...staleWho}
      fields={keys.map((key) => fieldOf(key, { before, mine, theirs }, names))}
      onDrop={onDrop}
      onKeep={(kept) => onKeep({ ...theirs, ...pick(mine, keys, kept), because: mine.because }, now)}
    />
  )
}

type Labelled = keyof typeof conflictLabels

function isLabelled(key: keyof EventDraft): key is Labelled {
  return key in conflictLabels
}

interface Versions {
  readonly before: EventDraft
  readonly mine: EventDraft
  readonly theirs: EventDraft
}

interface Names {
  readonly division: (code: string) => string
  readonly series: (id: number) => string
}

function fieldOf(key: Labelled, versions: Versions, names: Names): ConflictField {
  return {
    key,
    label: conflictLabels[key],
    before: textOf(key, versions.before, names),
    mine: textOf(key, versions.mine, names),
    theirs: textOf(key, versions.theirs, names),
  }
}

function textOf(key: Labelled, draft: EventDraft, names: Names): string {
  switch (key) {
    case 'day':
      return writeDay(draft.day)
    case 'partners':
      return draft.partners.join('、') || nothing
    case 'counting':
      return draft.counting === undefined ? nothing : countings[draft.counting]
    case 'attendance':
      return writeCount(draft.attendance, '人次')
    case 'division':
      return draft.division === undefined ? nothing : names.division(draft.division)
    case 'seriesId':
      return draft.seriesId === undefined ? nothing : names.series(draft.seriesId)
    default:
      return draft[key] || nothing
  }
}

function pick(mine: EventDraft, keys: readonly Labelled[], kept: readonly string[]): Partial<EventDraft> {
  return Object.fromEntries(keys.filter((key) => kept.includes(key)).map((key) => [key, mine[key]]))
}
