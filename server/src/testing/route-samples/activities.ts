import { activities } from '@dongzhou/contract/activities'
import { EAST_VILLAGE } from '../test-bureau.ts'
import type { Samples, Stage } from './sample.ts'

const townsShareSeries = { isOpenBecause: 'a town records its events under the series of the bureau' }

export const activitiesSamples: Samples<typeof activities> = {
  listProgrammes: {
    arrange: async () => undefined,
    elsewhere: { isOpenBecause: 'the programmes are the plan of all' },
  },
  listSeries: {
    arrange: async (stage) => ({ text: (await aSeries(stage)).title }),
    elsewhere: townsShareSeries,
  },
  getSeries: { arrange: async (stage) => ({ id: (await aSeries(stage)).id }), elsewhere: townsShareSeries },
  listEvents: { arrange: async (stage) => ({ seriesId: (await anEvent(stage)).seriesId }) },
  getEvent: { arrange: async (stage) => ({ id: (await anEvent(stage)).id }) },
  openSeries: {
    arrange: async (stage) => aNewSeries(stage),
    elsewhere: { isOpenBecause: 'a town opens series of its own' },
  },
  changeSeries: {
    arrange: async (stage) => {
      const { id, version, title } = await aSeries(stage)
      return { id, version, title: `${title}（改）`, planned: 9 }
    },
  },
  scheduleEvent: { arrange: async (stage) => ({ seriesId: (await aSeries(stage)).id, ...placed() }) },
  recordEvent: {
    arrange: async (stage) => ({
      seriesId: (await aSeries(stage)).id,
      ...placed(),
      attendance: 120,
      counting: 'list',
      proof: '签到表',
    }),
  },
  correctEvent: {
    arrange: async (stage) => {
      const { id, version, seriesId } = await anEvent(stage)
      return { id, version, seriesId, ...placed(), attendance: 80, counting: 'list', because: '核对签到表' }
    },
  },
  cancelEvent: {
    arrange: async (stage) => {
      const { id: seriesId } = await aSeries(stage)
      const { id, version } = await stage.run(activities.scheduleEvent, { seriesId, ...placed() })
      return { id, version, because: '天气原因' }
    },
  },
}

function aNewSeries(stage: Stage, year = 2025) {
  return { programme: 'red-lectures', year, title: `测试讲座${stage.next()}`, planned: 12 }
}

/** A series of the bureau. */
async function aSeries(stage: Stage, year = 2025) {
  const series = aNewSeries(stage, year)
  return { ...(await stage.run(activities.openSeries, series)), title: series.title }
}

/** A lecture held in the eastern village. */
export async function anEvent(stage: Stage, day = '2025-05-20') {
  const { id: seriesId } = await aSeries(stage, Number(day.slice(0, 4)))
  const event = { seriesId, ...placed(), day, attendance: 100, counting: 'list' as const }
  return { ...(await stage.run(activities.recordEvent, event)), seriesId }
}

function placed() {
  return { title: '测试活动', day: '2025-05-20', place: '村部', division: EAST_VILLAGE as string }
}
