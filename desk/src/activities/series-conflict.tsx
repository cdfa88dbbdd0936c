import type { SeriesLine } from '@dongzhou/contract/activities'
import { useQuery } from '@tanstack/react-query'
import { orpc } from '../api.ts'
import { DraftConflict } from '../kit/draft-conflict.tsx'
import type { DraftPart } from '../kit/draft-merge.ts'
import { writeCount } from '../kit/format.ts'
import type { Trouble } from '../kit/trouble.ts'
import { type SeriesDraft, seriesDraft } from './series-draft.ts'
import { seriesWords } from './words.ts'

interface SeriesConflictProps {
  readonly trouble: Trouble
  /** The series as it stood when the form was opened. */
  readonly seen: SeriesLine
  readonly mine: SeriesDraft
  readonly onKeep: (merged: SeriesDraft, now: SeriesLine) => void
  readonly onDrop: () => void
}

/** 冲突: somebody changed the series meanwhile. */
export function SeriesConflict(props: SeriesConflictProps) {
  const { seen } = props
  const now = useQuery({ ...orpc.activities.getSeries.queryOptions({ input: { id: seen.id } }), staleTime: 0 })
  return (
    <DraftConflict
      {...props}
      now={now}
      parts={parts}
      draftOf={(series) => seriesDraft(series, '')}
      versionOf={({ version }) => version}
    />
  )
}

const parts: readonly DraftPart<SeriesDraft>[] = [
  { key: 'title', label: seriesWords.name, text: ({ title }) => title },
  { key: 'planned', label: seriesWords.planned, text: ({ planned }) => writeCount(planned ?? undefined, '场') },
  { key: 'aliases', label: seriesWords.aliases, text: ({ aliases }) => aliases.join('、') },
]
