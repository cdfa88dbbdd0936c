import { isMissing } from '@dongzhou/engines/reports'
import { dayText } from '@dongzhou/terms/day'
import { dayInChina } from '../platform/clock.ts'
import { Fault } from '../platform/fault.ts'
import type { Setting } from '../platform/setting.ts'
import { boundReport } from './bound-report.ts'
import { loadReport } from './load-report.ts'
import { presentFigures } from './present.ts'
import type { Report } from './reports.sql.ts'

/** 引用数字: one figure with all that makes it citable: value, query, span, rows, issuer, and whether it is settled. */
export async function citeFigure(setting: Setting, input: { readonly id: number; readonly figureId: string }) {
  const report = await loadReport(setting, input.id)
  const card = presentFigures(report, await boundReport(setting, report)).find(({ id }) => id === input.figureId)
  if (!card) throw new Fault('reports.figure-not-found')
  return { card, sentence: sentenceOf(report, card) }
}

type Card = ReturnType<typeof presentFigures>[number]

function sentenceOf(report: Report, card: Card): string {
  const rows = isMissing(card.reading) ? '无记录' : `记录${card.reading.rows}条`
  const span = `${dayText(card.from)}至${dayText(card.to)}`
  const standing = report.finishedAt ? `定稿于${dayText(dayInChina(report.finishedAt))}` : '草稿，数字随记录变动'
  return `${card.name}：${card.exact}（${span}，${rows}；${report.document.issuer}，${standing}）`
}
