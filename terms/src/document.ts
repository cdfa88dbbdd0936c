import type { Day } from './day.ts'
import type { FigureValue, IndicatorCode, Unit } from './indicator.ts'

/**
 * 报告 (report): a document of headings and paragraphs in which figures are bound to indicators. Plain JSON: it is stored,
 * sent and edited in this shape.
 */
export interface ReportDocument {
  readonly title: string
  /** 发文机关 (issuer): the bureau's full name, as it signs. */
  readonly issuer: string
  /** 发文字号 (document number): `海退役军人发〔2025〕12号`. */
  readonly documentNumber?: string | undefined
  /** 主送机关 (addressee), without the colon. */
  readonly addressee?: string | undefined
  /** 成文日期 (date of the document). */
  readonly date?: Day | undefined
  readonly blocks: readonly Block[]
}

/** A part of a report. Its id stays the same through editing and re-binding, so that two versions can be laid side by side. */
export type Block = HeadingBlock | ParagraphBlock | ListBlock | AppendixBlock

/** 层次标题 (heading), without its number: 一、（一）1. are counted by the outline and never stored. */
export interface HeadingBlock {
  readonly kind: 'heading'
  readonly id: string
  readonly level: HeadingLevel
  readonly inlines: readonly Inline[]
}

export type HeadingLevel = 1 | 2 | 3

export interface ParagraphBlock {
  readonly kind: 'paragraph'
  readonly id: string
  readonly inlines: readonly Inline[]
}

/** Items set as paragraphs. `first-is` counts 一是、二是; `bracketed` counts （1）（2）. The marks are never stored. */
export interface ListBlock {
  readonly kind: 'list'
  readonly id: string
  readonly marks: 'first-is' | 'bracketed'
  readonly items: readonly (readonly Inline[])[]
}

/** 附件 (appendix): starts a page of its own; the table of figures stands under the first one. */
export interface AppendixBlock {
  readonly kind: 'appendix'
  readonly id: string
  readonly title: string
}

/** A stretch of text, a bound figure, or a number that somebody wrote by hand. */
export type Inline = TextInline | FigureInline | TypedInline

export interface TextInline {
  readonly kind: 'text'
  readonly text: string
}

/** 绑定数字 (figure): an indicator over a span of days. `to` is the cut-off (截止日期), inclusive. */
export interface FigureInline {
  readonly kind: 'figure'
  readonly id: string
  readonly indicator: IndicatorCode
  readonly from: Day
  readonly to: Day
  readonly unit: Unit
  readonly format: FigureFormat
  /** What the indicator answered when the figure was last bound. */
  readonly reading?: FigureReading | undefined
  /** The words that stand in the sentence, unit included: `12场`, `超5000人次`, `（待录入）份`. */
  readonly shown?: string | undefined
}

/** 手工数字 (number written by hand): bound to nothing, so nobody can open its rows. */
export interface TypedInline {
  readonly kind: 'typed'
  readonly id: string
  readonly text: string
}

/**
 * How a figure is worded. `over` rounds down to a whole step and says so (超5000人次, 5000余人次); `chinese-count` writes small
 * counts as 一期; `magnitude` says only 数百, 数千.
 */
export type FigureFormat =
  | { readonly kind: 'plain' }
  | { readonly kind: 'over'; readonly step: number; readonly word: '超' | '余' }
  | { readonly kind: 'chinese-count' }
  | { readonly kind: 'magnitude' }

/** What an indicator answers: a value with its rows, or why there is none. Missing is never nought. */
export type FigureReading = FigureValue | { readonly missing: MissingReason }

export type MissingReason = 'room-not-built' | 'no-rows' | 'not-permitted'
