import type { reports } from '@dongzhou/contract/reports'
import { outline } from '@dongzhou/engines/reports'
import type { RoutesOf } from '../platform/routes.ts'
import type { Setting } from '../platform/setting.ts'
import { divisionNames } from '../registry/index.ts'
import { boundReport } from './bound-report.ts'
import { changeCutOff } from './change-cut-off.ts'
import { citeFigure } from './cite-figure.ts'
import { compareReport } from './compare-report.ts'
import { exportReport } from './export-report.ts'
import { finishReport } from './finish-report.ts'
import { loadReport } from './load-report.ts'
import { mayExportReport, mayWriteReport } from './policy.ts'
import { presentFigures, presentHead, presentUnbound } from './present.ts'
import { previewFigure } from './preview-figure.ts'
import { reopenReport } from './reopen-report.ts'
import { listReports } from './reports.sql.ts'
import { saveReport } from './save-report.ts'
import { startReport } from './start-report.ts'

/** The routes of 报告. */
export const reportsRoutes: RoutesOf<typeof reports> = {
  listReports: async (setting, input) => {
    const found = await listReports(setting, input, input)
    const names = await divisionNames(
      setting,
      found.items.map(({ division }) => division),
    )
    return { ...found, items: found.items.map((report) => presentHead(report, names)) }
  },
  getReport: (setting, input) => getReport(setting, input.id),
  startReport: (setting, input) => startReport(setting, input),
  saveReport: (setting, input) => saveReport(setting, input),
  changeCutOff: (setting, input) => changeCutOff(setting, input),
  compareReport: (setting, input) => compareReport(setting, input),
  citeFigure: (setting, input) => citeFigure(setting, input),
  previewFigure: (setting, input) => previewFigure(setting, input),
  exportReport: (setting, input) => exportReport(setting, input),
  finishReport: (setting, input) => finishReport(setting, input),
  reopenReport: (setting, input) => reopenReport(setting, input),
}

async function getReport(setting: Setting, id: number) {
  const report = await loadReport(setting, id)
  const bound = await boundReport(setting, report)
  const isWriter = mayWriteReport(setting.clerk, report) === 'yes'
  return {
    ...presentHead(report, await divisionNames(setting, [report.division])),
    document: bound.document,
    outline: outline(bound.document),
    figures: presentFigures(report, bound),
    unbound: presentUnbound(bound.document),
    may: {
      write: isWriter && report.state === 'draft',
      finish: isWriter && report.state === 'draft',
      reopen: isWriter && report.state === 'finished',
      export: mayExportReport(setting.clerk, report) === 'yes',
    },
  }
}
