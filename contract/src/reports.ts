import { z } from 'zod'
import { Half } from './plan.ts'
import { DivisionName } from './registry.ts'
import { FigureReading, IndicatorName, ReportDocument, ReportDraft, ReportTitle, Unit } from './reports-document.ts'
import { ask, read, write } from './route.ts'
import { Changed, Day, Division, Id, Page, Paged, Purpose, Version } from './shapes.ts'

export const ReportState = z.enum(['draft', 'finished'])
export type ReportState = z.infer<typeof ReportState>

/** A report as one line of the list. */
export const ReportLine = z.object({
  id: Id,
  version: z.number().int(),
  division: DivisionName,
  title: z.string(),
  template: z.enum(['half-year']),
  year: z.number().int(),
  half: Half,
  /** 截止日期, inclusive. */
  cutOff: Day,
  state: ReportState,
  /** User names, as in the trail. */
  madeBy: z.string(),
  changedBy: z.string(),
  createdAt: z.string(),
  changedAt: z.string(),
  finishedAt: z.string().nullable(),
})
export type ReportLine = z.infer<typeof ReportLine>

/** 数字卡 (figure card): what the inspector says of one bound figure. */
export const FigureCard = z.object({
  id: z.string(),
  indicator: z.string(),
  name: z.string(),
  /** 取数口径: the query in words. */
  query: z.string(),
  /** The heading above it, with its number. */
  section: z.string(),
  from: Day,
  /** The cut-off. */
  to: Day,
  unit: Unit,
  /** As the sentence shows it, and exactly as the records give it. */
  shown: z.string(),
  exact: z.string(),
  reading: FigureReading,
  /** Set in a finished report: the records as they answer now. `difference` is now minus stored, where both have a value. */
  drift: z
    .object({
      storedAt: z.string(),
      isDrifted: z.boolean(),
      now: FigureReading,
      exactNow: z.string(),
      difference: z.number().nullable(),
    })
    .nullable(),
})
export type FigureCard = z.infer<typeof FigureCard>

/** 未绑定数字: a number no indicator answers for, and where it stands. `typedId` is null while it is plain text. */
export const UnboundNumber = z.object({
  block: z.number().int(),
  item: z.number().int().nullable(),
  inline: z.number().int(),
  offset: z.number().int(),
  text: z.string(),
  typedId: z.string().nullable(),
})

export const OutlineLine = z.object({ id: z.string(), level: z.number().int(), number: z.string(), text: z.string() })

/** 报告 as a page shows it: bound at its cut-off, or with its stored values when finished. */
export const ReportFile = ReportLine.extend({
  document: ReportDocument,
  outline: z.array(OutlineLine).readonly(),
  figures: z.array(FigureCard).readonly(),
  unbound: z.array(UnboundNumber).readonly(),
  may: z.object({ write: z.boolean(), finish: z.boolean(), reopen: z.boolean(), export: z.boolean() }),
})
export type ReportFile = z.infer<typeof ReportFile>

export const TextChunk = z.object({ kind: z.enum(['same', 'removed', 'added']), text: z.string() })

export const FigureChange = z.object({
  id: z.string(),
  indicator: z.string(),
  name: z.string(),
  unit: Unit,
  before: FigureReading.nullable(),
  after: FigureReading.nullable(),
  shownBefore: z.string().nullable(),
  shownAfter: z.string().nullable(),
  /** After minus before; money in fen. */
  difference: z.number().nullable(),
})

export const BlockChange = z.object({
  id: z.string(),
  kind: z.enum(['added', 'removed', 'changed', 'moved']),
  chunks: z.array(TextChunk).readonly(),
})

/** 对比: `before` is the report at the other cut-off, `after` the report as it stands. */
export const ReportComparison = z.object({
  otherCutOff: Day,
  cutOff: Day,
  head: z
    .array(
      z.object({
        field: z.enum(['title', 'issuer', 'documentNumber', 'addressee', 'date']),
        before: z.string().nullable(),
        after: z.string().nullable(),
      }),
    )
    .readonly(),
  figures: z.array(FigureChange).readonly(),
  blocks: z.array(BlockChange).readonly(),
})
export type ReportComparison = z.infer<typeof ReportComparison>

/** 引用 (citation): one figure in a sentence that can be put under a table or into a letter. */
export const Citation = z.object({ card: FigureCard, sentence: z.string() })

/**
 * What `platform.changed-meanwhile` carries in its details when a report was saved over: ids only. The page asks for the
 * report again and lays both texts side by side.
 */
export const ReportConflict = z.object({
  version: z.number().int(),
  changedBy: z.string(),
  changedAt: z.string(),
  head: z.array(z.string()).readonly(),
  blocks: z.array(z.object({ id: z.string(), kind: BlockChange.shape.kind })).readonly(),
  figures: z.array(z.string()).readonly(),
})
export type ReportConflict = z.infer<typeof ReportConflict>

const Year = z.coerce.number().int().min(2000, '请填写年份。').max(2100, '请填写年份。')
const Reason = z.string().trim().min(2, '请写明原因。').max(300)
const seen = { id: Id, version: Version }

export const reports = {
  listReports: ask('/reports/list', 'reports.read', '报告列表')
    .input(
      Page.extend({
        text: z.string().trim().max(40).default(''),
        year: Year.optional(),
        state: ReportState.optional(),
      }),
    )
    .output(Paged(ReportLine)),
  getReport: read('/reports/{id}', 'reports.read', '查看报告')
    .input(z.object({ id: Id }))
    .output(ReportFile),
  startReport: write('/reports', 'reports.write', '起草报告', {
    template: z.enum(['half-year']).default('half-year'),
    year: Year,
    half: Half,
    cutOff: Day,
    /** Taken from the template when left out. */
    title: ReportTitle.optional(),
    /** Whose report it is; the division one works in when left out. */
    division: Division.optional(),
  }).output(Changed),
  saveReport: write('/reports/save', 'reports.write', '保存报告', { ...seen, document: ReportDraft }).output(Changed),
  changeCutOff: write('/reports/cut-off', 'reports.write', '调整截止日期', { ...seen, cutOff: Day }).output(Changed),
  compareReport: ask('/reports/compare', 'reports.read', '对比报告')
    .input(z.object({ id: Id, otherCutOff: Day }))
    .output(ReportComparison),
  citeFigure: ask('/reports/cite', 'reports.read', '引用数字')
    .input(z.object({ id: Id, figureId: z.string().min(1).max(80) }))
    .output(Citation),
  /** Where a figure may be set in: how an indicator reads before it stands in the report. */
  previewFigure: ask('/reports/preview-figure', 'reports.read', '试取数字')
    .input(z.object({ id: Id, indicator: IndicatorName, from: Day, to: Day }))
    .output(z.object({ reading: FigureReading, unit: Unit, name: z.string(), query: z.string() })),
  exportReport: write('/reports/export', 'reports.export', '导出报告', { id: Id, purpose: Purpose }).output(
    z.object({ jobId: z.uuid() }),
  ),
  finishReport: write('/reports/finish', 'reports.write', '定稿报告', seen).output(Changed),
  reopenReport: write('/reports/reopen', 'reports.write', '重新打开报告', { ...seen, reason: Reason }).output(Changed),
}
