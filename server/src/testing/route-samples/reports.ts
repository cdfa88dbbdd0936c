import { reports } from '@dongzhou/contract/reports'
import { EAST_TOWN } from '../test-bureau.ts'
import type { Samples, Stage } from './sample.ts'

export const reportsSamples: Samples<typeof reports> = {
  listReports: { arrange: async (stage) => ({ text: (await aReport(stage)).title }) },
  getReport: { arrange: async (stage) => ({ id: (await aReport(stage)).id }) },
  startReport: { arrange: async () => ({ year: 2025, half: 'first', cutOff: '2025-06-30', division: EAST_TOWN }) },
  saveReport: {
    arrange: async (stage) => {
      const { id, version, title } = await aReport(stage)
      const text = { kind: 'text', text: '上半年走访12户。' } as const
      const blocks = [{ kind: 'paragraph', id: 'opening', inlines: [text] }] as const
      return { id, version, document: { title, issuer: '测试服务站', blocks } }
    },
  },
  changeCutOff: { arrange: async (stage) => ({ ...seen(await aReport(stage)), cutOff: '2025-03-31' }) },
  compareReport: { arrange: async (stage) => ({ id: (await aReport(stage)).id, otherCutOff: '2025-03-31' }) },
  citeFigure: { arrange: async (stage) => ({ id: (await aReport(stage)).id, figureId: 'red-lectures-held' }) },
  previewFigure: {
    arrange: async (stage) => {
      const { id } = await aReport(stage)
      return { id, indicator: 'red-lectures-held', from: '2025-01-01', to: '2025-06-30' }
    },
  },
  exportReport: { arrange: async (stage) => ({ id: (await aReport(stage)).id, purpose: '报镇政府' }) },
  finishReport: { arrange: async (stage) => seen(await aReport(stage)) },
  reopenReport: {
    arrange: async (stage) => {
      const { id, version } = await stage.run(reports.finishReport, seen(await aReport(stage)))
      return { id, version, reason: '补录活动' }
    },
  },
}

/** A draft of the eastern town. */
async function aReport(stage: Stage) {
  const title = `东镇上半年工作总结（${stage.next()}）`
  const draft = { year: 2025, half: 'first', cutOff: '2025-06-30', title, division: EAST_TOWN } as const
  return { ...(await stage.run(reports.startReport, draft)), title }
}

function seen({ id, version }: { readonly id: number; readonly version: number }) {
  return { id, version }
}
