import { plan } from '@dongzhou/contract/plan'
import { anEvent } from './activities.ts'
import type { Samples, Stage } from './sample.ts'

const INDICATOR = 'red-lectures-held'
const year = { from: '2025-01-01', to: '2025-06-30' }

const partsCountThemselves = { isOpenBecause: 'a town reads the same figures over its own records' }

export const planSamples: Samples<typeof plan> = {
  listProgrammes: { arrange: async () => undefined, elsewhere: { isOpenBecause: 'the plan is the plan of all' } },
  getBoard: { arrange: async () => ({ year: 2025 }), elsewhere: partsCountThemselves },
  getIndicator: { arrange: async () => ({ code: INDICATOR, ...year }), elsewhere: partsCountThemselves },
  listIndicatorRows: {
    arrange: async (stage) => {
      await anEvent(stage)
      return { code: INDICATOR, ...year }
    },
  },
  setTarget: {
    arrange: async (stage) => {
      const { lines } = await stage.run(plan.getBoard, { year: 2025 })
      const version = lines.find(({ indicator }) => indicator.code === INDICATOR)?.targetVersion ?? 0
      const decision = { reason: '任务调整', document: '局务会议纪要第3号', decidedOn: '2025-06-01' }
      return { year: 2025, indicator: INDICATOR, version, target: 15, ...decision }
    },
  },
  listClosings: {
    arrange: async (stage) => {
      await aClosing(stage)
      return {}
    },
  },
  getClosing: { arrange: async (stage) => ({ id: (await aClosing(stage)).id }) },
  closePeriod: { arrange: (stage) => anOpenPeriod(stage) },
  restatePeriod: {
    arrange: async (stage) => {
      const { id: closingId, year, half } = await aClosing(stage)
      // Reported after the period was closed: what was frozen no longer is what the records say.
      await anEvent(stage, half === 'first' ? `${year}-03-01` : `${year}-09-01`)
      return { closingId, indicator: INDICATOR, revision: 1, reason: '补报一场' }
    },
  },
}

/** The next half-year that nobody has closed. */
async function anOpenPeriod(stage: Stage) {
  const { total } = await stage.run(plan.listClosings, { size: 1 })
  const half = total % 2 === 0 ? ('first' as const) : ('second' as const)
  return { year: 2001 + Math.floor(total / 2), half, indicators: [INDICATOR] }
}

async function aClosing(stage: Stage) {
  const period = await anOpenPeriod(stage)
  return { ...period, ...(await stage.run(plan.closePeriod, period)) }
}
