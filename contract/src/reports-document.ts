import type { ReportDocument as DocumentTerm } from '@dongzhou/terms/document'
import { findIndicatorCode, type IndicatorCode, units } from '@dongzhou/terms/indicator'
import { z } from 'zod'
import { Day } from './shapes.ts'

// What Word and the database cannot hold: control characters, halves of surrogate pairs, the two non-characters of XML.
const UNPRINTABLE = /[^\P{Cc}\t\n]|\p{Cs}|[\ufffe\uffff]/gu

/** Text of a report. Markup in it is text like any other; what cannot be printed is taken out. */
function words(longest: number) {
  return z
    .string()
    .max(longest, `一段文字不能超过${longest}字，请分段。`)
    .transform((text) => text.replace(UNPRINTABLE, ''))
}

const PartId = z.string().regex(/^[\w.:-]{1,80}$/, '段落或数字的编号有误，请刷新页面后重做最后一步。')

/** One line of the paper's head. */
function line(longest: number) {
  return words(longest).transform((text) => text.trim())
}

export const ReportTitle = line(100).refine((text) => text.length >= 2, '请填写报告标题。')

export const IndicatorName = z
  .string()
  .max(80)
  .refine((text) => findIndicatorCode(text) !== undefined, '没有这个指标，请从指标列表中选择。')
  .transform((text) => text as IndicatorCode)

export const FigureFormat = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('plain') }),
  z.object({
    kind: z.literal('over'),
    step: z.number().int('取整单位应为整数。').min(1, '取整单位应大于0。').max(1_000_000_000),
    word: z.enum(['超', '余']),
  }),
  z.object({ kind: z.literal('chinese-count') }),
  z.object({ kind: z.literal('magnitude') }),
])

export const FigureReading = z.union([
  z.object({ value: z.number(), rows: z.number().int() }),
  z.object({ missing: z.enum(['room-not-built', 'no-rows', 'not-permitted']) }),
])

export const Unit = z.enum(units)

export const TextInline = z.object({ kind: z.literal('text'), text: words(20_000) })

/** 手工数字 (typed number). */
export const TypedInline = z.object({ kind: z.literal('typed'), id: PartId, text: words(60) })

/** 绑定数字 as it is written: what it asks, never what it answers; the server binds. */
export const FigureDraft = z.object({
  kind: z.literal('figure'),
  id: PartId,
  indicator: IndicatorName,
  from: Day,
  to: Day,
  unit: Unit,
  format: FigureFormat,
})

/** 绑定数字 as it is read, with its answer. */
export const FigureInline = FigureDraft.extend({ reading: FigureReading.optional(), shown: z.string().optional() })

/** 报告正文 as it is sent by the editor. */
export const ReportDraft = documentOf(z.discriminatedUnion('kind', [TextInline, TypedInline, FigureDraft]))

/** 报告正文 as it is read: bound. */
export const ReportDocument = documentOf(z.discriminatedUnion('kind', [TextInline, TypedInline, FigureInline]))

export type ReportDocument = Mirror<DocumentTerm, z.infer<typeof ReportDocument>>
export type ReportDraft = z.infer<typeof ReportDraft>

// Never where the shape and the term part ways, in either direction: whatever uses it stops compiling.
type Mirror<Term, Shape extends Term> = Term extends Shape ? Shape : never

function documentOf<Inline extends z.ZodType>(inline: Inline) {
  const inlines = z.array(inline).max(500, '一段中的数字与文字过多，请分段。').readonly()
  const heading = z.object({
    kind: z.literal('heading'),
    id: PartId,
    level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    inlines,
  })
  const paragraph = z.object({ kind: z.literal('paragraph'), id: PartId, inlines })
  const list = z.object({
    kind: z.literal('list'),
    id: PartId,
    marks: z.enum(['first-is', 'bracketed']),
    items: z.array(inlines).max(100, '一个列表最多100项，请拆分。').readonly(),
  })
  const appendix = z.object({ kind: z.literal('appendix'), id: PartId, title: words(100) })
  return z.object({
    title: ReportTitle,
    issuer: line(60).refine((text) => text.length >= 2, '请填写发文机关。'),
    documentNumber: line(60).optional(),
    addressee: line(200).optional(),
    date: Day.optional(),
    blocks: z
      .array(z.discriminatedUnion('kind', [heading, paragraph, list, appendix]))
      .max(400, '报告最多400段，请拆分。')
      .readonly(),
  })
}
