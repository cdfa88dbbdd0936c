import type { ActionSetting } from '../platform/setting.ts'
import { recordTrail } from '../platform/trail.sql.ts'
import { fileNameOf, readPaper } from './paper.ts'
import { writeOfficialDocument } from './word/write-official-document.ts'

export interface WrittenReport {
  readonly fileName: string
  readonly content: Uint8Array
  readonly title: string
  readonly figures: number
}

/** 导出报告 at once, for the console: the content is handed over instead of being kept, and the trail says so. */
export async function writeReport(
  setting: ActionSetting,
  input: { readonly id: number; readonly purpose: string },
): Promise<WrittenReport> {
  const { report, document, rows } = await readPaper(setting, input.id)
  const content = await writeOfficialDocument(document, rows)
  await recordTrail(setting, {
    verb: 'reports.export-report',
    subject: { kind: 'report', id: report.id },
    division: report.division,
    after: { version: report.version, cutOff: report.cutOff, state: report.state, figures: rows.length },
    purpose: input.purpose,
  })
  return { fileName: fileNameOf(report), content, title: report.title, figures: rows.length }
}
