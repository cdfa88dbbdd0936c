import type { SeriesLine } from '@dongzhou/contract/activities'
import { api } from '../api.ts'
import type { DraftSending } from '../kit/use-draft.ts'
import { seriesWords } from './words.ts'

/** A series as it is being opened or changed. */
export interface SeriesDraft {
  readonly programme: string
  readonly year: number
  readonly title: string
  readonly aliases: readonly string[]
  readonly planned: number | null
}

/** An empty form for this year, or that of a series on file. */
export function seriesDraft(series: SeriesLine | undefined, today: string): SeriesDraft {
  return {
    programme: series?.programme.code ?? '',
    year: series?.year ?? Number(today.slice(0, 4)),
    title: series?.title ?? '',
    aliases: series?.aliases ?? [],
    planned: series?.planned ?? null,
  }
}

/** What still keeps the form from being sent. */
export function seriesComplaints(draft: SeriesDraft): { readonly programme?: string; readonly title?: string } {
  return {
    ...(draft.programme === '' ? { programme: seriesWords.complaintProgramme } : {}),
    ...(draft.title.trim().length < 2 ? { title: seriesWords.complaintTitle } : {}),
  }
}

/** Opens a new series, or changes the one that was seen. */
export function saveSeries({
  actionId,
  draft,
  seen: series,
}: DraftSending<SeriesDraft, SeriesLine | undefined>): Promise<unknown> {
  const shape = {
    title: draft.title.trim(),
    aliases: draft.aliases.map((alias) => alias.trim().slice(0, 60)).filter((alias) => alias.length >= 2),
    planned: draft.planned,
  }
  if (series) return api.activities.changeSeries({ actionId, id: series.id, version: series.version, ...shape })
  return api.activities.openSeries({ actionId, programme: draft.programme, year: draft.year, ...shape })
}
