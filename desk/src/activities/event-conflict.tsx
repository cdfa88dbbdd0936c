import type { EventFile } from '@dongzhou/contract/activities'
import { useQuery } from '@tanstack/react-query'
import { orpc } from '../api.ts'
import { divisionTitle } from '../kit/division-tree.ts'
import { DraftConflict } from '../kit/draft-conflict.tsx'
import type { DraftPart } from '../kit/draft-merge.ts'
import { nothing, writeCount, writeDay } from '../kit/format.ts'
import type { Trouble } from '../kit/trouble.ts'
import { useDivisions } from '../kit/use-divisions.ts'
import { draftOf, type EventDraft } from './event-draft.ts'
import { useSeries } from './use-activities.ts'
import { conflictLabels, countings, formLabels } from './words.ts'

interface EventConflictProps {
  readonly trouble: Trouble
  /** The event as it stood when the form was opened. */
  readonly seen: EventFile
  readonly mine: EventDraft
  readonly onKeep: (merged: EventDraft, now: EventFile) => void
  readonly onDrop: () => void
}

/** 冲突: somebody saved the event meanwhile. */
export function EventConflict(props: EventConflictProps) {
  const { seen, mine } = props
  const now = useQuery({ ...orpc.activities.getEvent.queryOptions({ input: { id: seen.id } }), staleTime: 0 })
  const divisions = useDivisions().data ?? []
  const series = useSeries(mine.seriesId).data
  const parts = partsWith({
    division: (code) => divisionTitle(divisions, code),
    series: (id) => [seen, now.data].find((one) => one?.seriesId === id)?.seriesTitle ?? series?.title ?? nothing,
  })
  return <DraftConflict {...props} now={now} parts={parts} draftOf={draftOf} versionOf={({ version }) => version} />
}

interface Names {
  readonly division: (code: string) => string
  readonly series: (id: number) => string
}

function partsWith(names: Names): readonly DraftPart<EventDraft>[] {
  const texts: { readonly [K in keyof typeof conflictLabels]: (draft: EventDraft) => string } = {
    seriesId: ({ seriesId }) => (seriesId === undefined ? '' : names.series(seriesId)),
    title: ({ title }) => title,
    day: ({ day }) => writeDay(day),
    place: ({ place }) => place,
    division: ({ division }) => (division === undefined ? '' : names.division(division)),
    host: ({ host }) => host,
    partners: ({ partners }) => partners.join('、'),
    attendance: ({ attendance }) => writeCount(attendance, '人次'),
    counting: ({ counting }) => (counting === undefined ? '' : countings[counting]),
    proof: ({ proof }) => proof,
    proofFileId: ({ proofFileId }) => (proofFileId === undefined ? '' : formLabels.attached),
    remark: ({ remark }) => remark,
  }
  return keys.map((key) => ({ key, label: conflictLabels[key], text: texts[key] }))
}

const keys = Object.keys(conflictLabels) as (keyof typeof conflictLabels)[]
