import type { EventFile, EventLine, SeriesLine } from '@dongzhou/contract/activities'
import { dayText } from '@dongzhou/terms/day'
import type { Clerk } from '../platform/clerk.ts'
import { sourceText } from '../registry/index.ts'
import type { ActivityEvent, Counting } from './events/event.ts'
import { mayWriteEvent } from './policy.ts'
import { programmeName } from './programmes.ts'
import type { Series, SeriesCounts } from './series/series.sql.ts'

type Names = ReadonlyMap<string, string>

const countingNames: { readonly [C in Counting]: string } = {
  list: '签到名单',
  counter: '现场计数',
  estimate: '估算',
  'not-counted': '未计数',
}

export function presentSeries(series: Series, counts: SeriesCounts | undefined, names: Names): SeriesLine {
  return {
    id: series.id,
    version: series.version,
    programme: programmeName(series.programme),
    year: series.year,
    title: series.title,
    aliases: series.aliases,
    planned: series.planned ?? null,
    held: counts?.held ?? 0,
    scheduled: counts?.scheduled ?? 0,
    attendance: counts?.attendance ?? 0,
    division: divisionOf(series.division, names),
  }
}

export function presentEvent(
  event: ActivityEvent,
  series: ReadonlyMap<number, Pick<Series, 'title' | 'programme'>>,
  names: Names,
): EventLine {
  const own = series.get(event.seriesId)
  return {
    id: event.id,
    version: event.version,
    seriesId: event.seriesId,
    seriesTitle: own?.title ?? '',
    programme: programmeName(own?.programme ?? ''),
    title: event.title,
    day: event.day,
    dayText: dayText(event.day, event.precision),
    state: event.state,
    place: event.place,
    division: divisionOf(event.division, names),
    host: event.host,
    partners: event.partners.map(({ name, organisationId }) => ({ name, organisationId })),
    attendance: event.attendance ?? null,
    counting: event.counting ?? null,
    countingName: event.counting === undefined ? '' : countingNames[event.counting],
    proof: event.proof,
    proofFileId: event.proofFileId ?? null,
    source: sourceText(event.source),
  }
}

export function presentEventFile(event: ActivityEvent, line: EventLine, clerk: Clerk): EventFile {
  return {
    ...line,
    remark: event.remark,
    cancelledBecause: event.cancelledBecause ?? null,
    may: { write: event.state !== 'cancelled' && mayWriteEvent(clerk, event) === 'yes' },
  }
}

function divisionOf(code: string, names: Names): { code: string; name: string } {
  return { code, name: names.get(code) ?? code }
}
