import { bindFigures, compareDocuments } from '@dongzhou/engines/reports'
import type { Day } from '@dongzhou/terms/day'
import type { Setting } from '../platform/setting.ts'
import { boundReport } from './bound-report.ts'
import { loadReport } from './load-report.ts'
import { moveCutOff } from './move-cut-off.ts'
import { presentComparison } from './present.ts'
import { readFiguresOf, wordsOfIndicators } from './read-figures.ts'

/** 对比报告: the report as it stands beside the same text counted to another day, this year or another. */
export async function compareReport(setting: Setting, input: { readonly id: number; readonly otherCutOff: Day }) {
  const report = await loadReport(setting, input.id)
  const other = moveCutOff(report.document, report.cutOff, input.otherCutOff)
  const before = bindFigures(other, await readFiguresOf(setting, report.division, other))
  const { document: after } = await boundReport(setting, report)
  return {
    otherCutOff: input.otherCutOff,
    cutOff: report.cutOff,
    ...presentComparison(compareDocuments(before, after), wordsOfIndicators(after)),
  }
}
