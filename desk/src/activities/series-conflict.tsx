import type { SeriesLine } from '@dongzhou/contract/activities'
import { useQuery } from '@tanstack/react-query'
import { orpc } from '../api.ts'
import { nothing, writeCount } from '../kit/format.ts'
import { StaleDialog } from '../kit/stale.tsx'
import { type SeriesDraft, seriesDraft } from './series-draft.ts'
import { seriesWords, staleWho } from './words.ts'

interface SeriesConflictProps {
  /** The series as it stood when the form was opened. */
  readonly seen: SeriesLine
  readonly mine: SeriesDraft
  readonly onKeep: (merged: SeriesDraft, now: SeriesLine) => void
  readonly onDrop: () => void
}

/** 冲突: somebody changed the series meanwhile; each differing field is decided by itself. */
export function SeriesConflict({ seen, mine, onKeep, onDrop }: SeriesConflictProps) {
  const now = useQuery({ ...orpc.activities.getSeries.queryOptions({ input: { id: seen.id } }), staleTime: 0 }).data
  if (!now || now.version === seen.version) return null
  const [before, theirs] = [seriesDraft(seen, ''), seriesDraft(now, '')]
  const keys = fields.filter((key) => textOf(key, mine) !== textOf(key, theirs))
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
        onKeep({ ...theirs, ...own }, now)
      }}
    />
  )
}

const fields = ['title', 'planned', 'aliases'] as const

const labels: { readonly [K in (typeof fields)[number]]: string } = {
  title: seriesWords.name,
  planned: seriesWords.planned,
  aliases: seriesWords.aliases,
}

function textOf(key: (typeof fields)[number], draft: SeriesDraft): string {
  if (key === 'planned') return writeCount(draft.planned ?? undefined, '场')
  return (key === 'title' ? draft.title : draft.aliases.join('、')) || nothing
}
