import { reports } from '@dongzhou/contract/reports'
import type { Samples, Stage } from './sample.ts'

export const reportsSamples: Samples<typeof reports> = {
  listReports: {
    arrange: async (stage) => {
      await aReport(stage)
      return {}
    },
  },
  getReport: { arrange: async (stage) => ({ id: (await aReport(stage)).id }) },
  startReport: {
    arrange: async () => halfYear,
    elsewhere: { isOpenBecause: 'a town writes reports of its own' },
  },
  saveReport: {
    arrange: async (stage) => {
      const seen = await aReport(stage)
      const { document } = await stage.run(reports.getReport, { id: seen.id })
      return { ...seen, document: { ...document, title: '半年工作总结（修改稿）' } }
    },
  },
  changeCutOff: { arrange: async (stage) => ({ ...(await aReport(stage)), cutOff: '2025-05-31' }) },
  compareReport: { arrange: async (stage) => ({ id: (await aReport(stage)).id, otherCutOff: '2025-03-31' }) },
  citeFigure: {
    arrange: async (stage) => {
      const { id } = await aReport(stage)
      const { figures } = await stage.run(reports.getReport, { id })
      return { id, figureId: figures[0]?.id ?? '' }
    },
  },
  previewFigure: {
    arrange: async (stage) => {
      const { id } = await aReport(stage)
      return { id, indicator: 'red-lectures-held', from: '2025-01-01', to: '2025-06-20' }
    },
  },
  exportReport: { arrange: async (stage) => ({ id: (await aReport(stage)).id, purpose: '报送区政府' }) },
  finishReport: { arrange: (stage) => aReport(stage) },
  reopenReport: {
    arrange: async (stage) => {
      const finished = await stage.run(reports.finishReport, await aReport(stage))
      return { id: finished.id, version: finished.version, reason: '补充数据' }
    },
  },
}

const halfYear = { year: 2025, half: 'first', cutOff: '2025-06-20' } as const

/** A draft of the bureau. */
async function aReport(stage: Stage) {
  const { id, version } = await stage.run(reports.startReport, halfYear)
  return { id, version }
}
