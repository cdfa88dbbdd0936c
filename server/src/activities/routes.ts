import type { activities } from '@dongzhou/contract/activities'
import { Fault } from '../platform/fault.ts'
import type { RoutesOf } from '../platform/routes.ts'
import type { Setting } from '../platform/setting.ts'
import { divisionNames } from '../registry/index.ts'
import { cancelEvent } from './events/cancel-event.ts'
import { correctEvent } from './events/correct-event.ts'
import type { ActivityEvent } from './events/event.ts'
import { findEvent, listEvents } from './events/events.sql.ts'
import { recordEvent } from './events/record-event.ts'
import { scheduleEvent } from './events/schedule-event.ts'
import { presentEvent, presentEventFile, presentSeries } from './present.ts'
import { programmes } from './programmes.ts'
import { changeSeries } from './series/change-series.ts'
import { openSeries } from './series/open-series.ts'
import { countEventsOf, findSeries, listSeries, listSeriesByIds, type Series } from './series/series.sql.ts'

/** The routes of 活动: programmes, series, events. */
export const activitiesRoutes: RoutesOf<typeof activities> = {
  listProgrammes: async () => programmes.map(({ code, name }) => ({ code, name })),
  listSeries: async (setting, input) => {
    const found = await listSeries(setting, input, input)
    return { ...found, items: await presentAllSeries(setting, found.items) }
  },
  getSeries: async (setting, input) => {
    const series = await findSeries(setting, input.id)
    const [line] = series ? await presentAllSeries(setting, [series]) : []
    if (!line) throw new Fault('activities.series-not-found')
    return line
  },
  listEvents: async (setting, input) => {
    const found = await listEvents(setting, input, input)
    return { ...found, items: await presentEvents(setting, found.items) }
  },
  getEvent: async (setting, input) => {
    const event = await findEvent(setting, input.id)
    const [line] = event ? await presentEvents(setting, [event]) : []
    if (!event || !line) throw new Fault('activities.event-not-found')
    return presentEventFile(event, line, setting.clerk)
  },
  openSeries: (setting, input) => openSeries(setting, input),
  changeSeries: (setting, input) => changeSeries(setting, input),
  scheduleEvent: (setting, input) => scheduleEvent(setting, input),
  recordEvent: (setting, input) => recordEvent(setting, input),
  correctEvent: (setting, input) => correctEvent(setting, input),
  cancelEvent: (setting, input) => cancelEvent(setting, input),
}

async function presentAllSeries(setting: Setting, series: readonly Series[]) {
  const counts = await countEventsOf(
    setting,
    series.map(({ id }) => id),
  )
  const names = await divisionNames(
    setting,
    series.map(({ division }) => division),
  )
  return series.map((it) => presentSeries(it, counts.get(it.id), names))
}

async function presentEvents(setting: Setting, events: readonly ActivityEvent[]) {
  const series = await listSeriesByIds(setting, [...new Set(events.map(({ seriesId }) => seriesId))])
  const names = await divisionNames(
    setting,
    events.map(({ division }) => division),
  )
  const byId = new Map(series.map((it) => [it.id, it]))
  return events.map((event) => presentEvent(event, byId, names))
}
