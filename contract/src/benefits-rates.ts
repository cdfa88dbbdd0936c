import { type Benefit, benefits } from '@dongzhou/terms/benefit'
import {
  type Jurisdiction,
  jurisdictions,
  type RateKind,
  type RateState,
  type RateUnit,
  rateKinds,
  rateUnits,
} from '@dongzhou/terms/rate'
import { z } from 'zod'
import { ask, read, write } from './route.ts'
import { Day, Id, Page, Paged, Version } from './shapes.ts'

const Kind = z.enum(Object.keys(rateKinds) as [RateKind, ...RateKind[]], '没有这一种标准。')
const BenefitName = z.enum(Object.keys(benefits) as [Benefit, ...Benefit[]], '没有这一项待遇。')
const JurisdictionCode = z.enum(Object.keys(jurisdictions) as [Jurisdiction, ...Jurisdiction[]], '请选择制定层级。')
const Unit = z.enum(Object.keys(rateUnits) as [RateUnit, ...RateUnit[]], '请选择计量。')
const Rounding = z.object({
  mode: z.enum(['half-up', 'up', 'down']),
  unit: z.union([z.literal(1), z.literal(10), z.literal(100), z.literal(1000)]),
})
const State = z.enum(['sample', 'proposed', 'confirmed', 'withdrawn'] satisfies [RateState, ...RateState[]])
/** 不得兼得, 择高享受, 可以叠加. */
const Way = z.enum(['exclude', 'cap', 'stack'], '请选择兼得办法。')
const Reason = z.string().trim().max(300)
const Document = z.string().trim().min(2, '请填写文号。').max(100)
const Source = z.string().trim().min(2, '请写明文件从哪里取得。').max(300)

/** 待录标准 (rate draft): one row as somebody enters it; values are whole, in the unit's own small change. */
export const RateDraft = z.object({
  kind: Kind,
  /** What the kind is graded by. A page from nowhere may name one that no law has: the check says so. */
  key: z.string().trim().max(40).default(''),
  jurisdiction: JurisdictionCode,
  value: z.number().int('数值最多两位小数。').min(0).max(Number.MAX_SAFE_INTEGER),
  choice: z.string().max(40).optional(),
  unit: Unit,
  base: Kind.optional(),
  rounding: Rounding.default({ mode: 'half-up', unit: 1 }),
  validFrom: Day,
  /** Exclusive. */
  validTo: Day.optional(),
  announcedOn: Day,
  document: Document,
  source: Source,
  /** 更正: the row this one takes the place of, when it is confirmed. */
  supersedes: Id.optional(),
})
export type RateDraft = z.infer<typeof RateDraft>

/** 存疑 about one row: refused as it stands, held until a reason is given, or shown. */
export const RateComplaintView = z.object({
  row: z.number().int(),
  field: z.string(),
  weight: z.enum(['refused', 'held', 'warning']),
  say: z.string(),
})
export type RateComplaintView = z.infer<typeof RateComplaintView>

/** 录入与复核: who put a row forward, who signed it, and what became of it. */
const signed = {
  /** 作废申请: takes another row away, and puts nothing in its place. */
  isVoid: z.boolean(),
  supersedes: Id.nullable(),
  /** Why a held complaint, a correction or a withdrawal is right. */
  reason: z.string(),
  recordedAt: z.string(),
  recordedBy: z.string(),
  confirmedAt: z.string().nullable(),
  confirmedBy: z.string().nullable(),
  /** 被更正: since when it no longer counts; it stays readable. */
  supersededAt: z.string().nullable(),
  withdrawnAt: z.string().nullable(),
}

/** 标准 as a line of the rate book. */
export const RateLine = z.object({
  id: Id,
  version: z.number().int(),
  kind: Kind,
  kindName: z.string(),
  key: z.string(),
  keyName: z.string(),
  jurisdiction: JurisdictionCode,
  jurisdictionName: z.string(),
  value: z.number().int(),
  valueText: z.string(),
  choice: z.string().nullable(),
  unit: Unit,
  base: Kind.nullable(),
  baseName: z.string().nullable(),
  rounding: Rounding,
  validFrom: z.string(),
  validTo: z.string().nullable(),
  announcedOn: z.string().nullable(),
  document: z.string(),
  source: z.string(),
  state: State,
  /** 补文: announced after it began, so months already paid are touched. */
  isLate: z.boolean(),
  ...signed,
  withdrawnBy: z.string().nullable(),
  withdrawnBecause: z.string(),
  may: z.object({ confirm: z.boolean(), correct: z.boolean(), withdraw: z.boolean() }),
})
export type RateLine = z.infer<typeof RateLine>

export const RateFilter = z.object({
  kind: Kind.optional(),
  group: z.enum(['amount', 'condition', 'index', 'choice', 'house']).optional(),
  jurisdiction: JurisdictionCode.optional(),
  state: State.optional(),
  /** Rows in force on a day. */
  inForceOn: Day.optional(),
  /** Part of a document number or source. */
  text: z.string().trim().max(40).default(''),
  /** Also what was corrected since, dropped or taken away. */
  withPast: z.boolean().default(false),
})
export type RateFilter = z.infer<typeof RateFilter>

export const RateDetail = z.object({
  rate: RateLine,
  /** All rows of the same kind, key and jurisdiction, the newest beginning first. */
  history: z.array(RateLine).readonly(),
  /** What speaks against a proposed row beside what stands today. */
  complaints: z.array(RateComplaintView).readonly(),
})
export type RateDetail = z.infer<typeof RateDetail>

/** A row of an uploaded table, as far as it could be read. */
export const ReadRateRow = z.object({ number: z.number().int(), draft: RateDraft.nullable() })

/** What is wrong with one cell of an uploaded table; `cell` is what Excel calls it. */
export const RateCellComplaint = z.object({
  cell: z.string(),
  weight: z.enum(['refused', 'held', 'warning']),
  say: z.string(),
})

export const RateTable = z.object({
  sheet: z.string(),
  rows: z.array(ReadRateRow).readonly(),
  complaints: z.array(RateCellComplaint).readonly(),
})
export type RateTable = z.infer<typeof RateTable>

/** 兼得关系: whoever draws `other` does not draw `benefit`, or the higher of both is paid, or both are. */
export const ExclusionLine = z.object({
  id: Id,
  version: z.number().int(),
  benefit: BenefitName,
  benefitName: z.string(),
  other: BenefitName,
  otherName: z.string(),
  way: Way,
  wayName: z.string(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  document: z.string(),
  source: z.string(),
  state: State,
  ...signed,
  withdrawnBecause: z.string(),
  may: z.object({ confirm: z.boolean(), withdraw: z.boolean() }),
})
export type ExclusionLine = z.infer<typeof ExclusionLine>

const drafts = z.array(RateDraft).min(1, '请至少录入一条。').max(200, '一次最多录入200条。')
const proposal = { drafts, reason: Reason.default('') }
const chosen = z
  .array(z.object({ id: Id, version: Version }))
  .min(1, '请选择要复核的标准。')
  .max(200, '一次最多复核200条。')
const Because = Reason.min(2, '请写明原因。')
/** What became of a withdrawal: dropped at once, or waiting for a second person. */
const Withdrawn = z.object({ id: Id, version: z.number().int(), awaitsConfirmation: z.boolean() })

/** 标准库与兼得关系: a part of the benefits room's contract. */
export const benefitsRates = {
  listRates: ask('/benefits/rates/list', 'benefits.read', '标准库')
    .input(Page.extend(RateFilter.shape))
    .output(Paged(RateLine)),
  getRate: read('/benefits/rates/{id}', 'benefits.read', '标准明细')
    .input(z.object({ id: Id }))
    .output(RateDetail),
  checkRates: ask('/benefits/rates/check', 'rates.write', '核对待录标准')
    .input(z.object({ drafts }))
    .output(z.array(RateComplaintView).readonly()),
  proposeRates: write('/benefits/rates', 'rates.write', '录入标准', proposal).output(
    z.object({ ids: z.array(Id).readonly() }),
  ),
  confirmRates: write('/benefits/rates/confirm', 'rates.confirm', '复核标准', { rates: chosen }).output(
    z.object({ ids: z.array(Id).readonly() }),
  ),
  withdrawRate: write('/benefits/rates/withdraw', 'rates.write', '撤回或作废标准', {
    id: Id,
    version: Version,
    reason: Because,
  }).output(Withdrawn),
  readRateTable: ask('/benefits/rates/table', 'rates.write', '读取标准表')
    .input(z.object({ fileId: z.uuid() }))
    .output(RateTable),
  exportRates: write('/benefits/rates/export', 'benefits.read', '导出标准表', RateFilter.shape).output(
    z.object({ fileId: z.uuid(), name: z.string(), rows: z.number().int() }),
  ),
  listExclusions: ask('/benefits/exclusions/list', 'benefits.read', '兼得关系')
    .input(Page.extend({ benefit: BenefitName.optional(), withPast: z.boolean().default(false) }))
    .output(Paged(ExclusionLine)),
  proposeExclusion: write('/benefits/exclusions', 'rates.write', '录入兼得关系', {
    benefit: BenefitName,
    other: BenefitName,
    way: Way,
    /** From the month of this day; left out, always. */
    validFrom: Day.optional(),
    /** Exclusive. */
    validTo: Day.optional(),
    document: Document,
    source: Source,
    reason: Reason.default(''),
  }).output(z.object({ id: Id })),
  confirmExclusion: write('/benefits/exclusions/confirm', 'rates.confirm', '复核兼得关系', {
    id: Id,
    version: Version,
  }).output(z.object({ id: Id, version: z.number().int() })),
  withdrawExclusion: write('/benefits/exclusions/withdraw', 'rates.write', '撤回或作废兼得关系', {
    id: Id,
    version: Version,
    reason: Because,
  }).output(Withdrawn),
}
