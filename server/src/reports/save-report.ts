import { compareDocuments, markTyped } from '@dongzhou/engines/reports'
import type { ReportDocument } from '@dongzhou/terms/document'
import { Fault } from '../platform/fault.ts'
import type { ActionSetting } from '../platform/setting.ts'
import { recordTrail } from '../platform/trail.sql.ts'
import { requireSoundDocument } from './check-document.ts'
import { changedBy, findReportInState, type Seen } from './load-report.ts'
import { changeReport, type Report } from './reports.sql.ts'

export interface SaveReport extends Seen {
  readonly document: ReportDocument
}

/** 保存报告: numbers that were typed into the text are marked as written by hand; nobody's work is overwritten. */
export async function saveReport(setting: ActionSetting, input: SaveReport): Promise<{ id: number; version: number }> {
  const report = await findReportInState(setting, input.id, 'draft')
  if (report.version !== input.version) throw conflict(report, input.document)
  requireSoundDocument(input.document, report.cutOff)
  const document = markTyped(input.document)
  const { head, blocks } = compareDocuments(report.document, document)
  const version = await changeReport(setting, report, { document })
  if (version === undefined) throw new Fault('platform.nothing-changed')
  await recordTrail(setting, {
    verb: 'reports.save-report',
    subject: { kind: 'report', id: report.id },
    division: report.division,
    before: { version: report.version, title: report.title },
    // Which parts changed, not their text: a report may name people, and the trail does not.
    after: { version, title: document.title, changed: [...fieldsOf(head), ...idsOf(blocks)] },
  })
  return { id: report.id, version }
}

/** What differs between what is stored and what was sent: ids only, the page asks for the texts. */
function conflict(stored: Report, sent: ReportDocument): Fault {
  const { head, blocks, figures } = compareDocuments(stored.document, sent)
  return new Fault('platform.changed-meanwhile', {
    ...changedBy(stored),
    head: fieldsOf(head),
    blocks: blocks.map(({ id, kind }) => ({ id, kind })),
    figures: figures.map(({ id }) => id),
  })
}

function fieldsOf(head: readonly { readonly field: string }[]): readonly string[] {
  return head.map(({ field }) => field)
}

function idsOf(parts: readonly { readonly id: string }[]): readonly string[] {
  return parts.map(({ id }) => id)
}
