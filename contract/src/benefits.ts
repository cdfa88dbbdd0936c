import { z } from 'zod'
import { RateDraft } from './benefits-rates.ts'
import {
  ApplicationDraft,
  BeneficiaryLine,
  RateCited,
  RuleView,
  Timeline,
  Trial,
  VerdictView,
} from './benefits-views.ts'
import { WaitingBenefit } from './benefits-waiting.ts'
import { BenefitCode } from './fact-draft.ts'
import { DivisionName, KnownOn } from './registry.ts'
import { ask, read, write } from './route.ts'
import { Changed, Day, Division, Id, MonthCode, Page, Paged, Version } from './shapes.ts'

const MonthText = z.string()
const Amount = z.number().int()
const Because = z.string().trim().min(2, '请写明原因。').max(200)
const Document = z.string().trim().min(2, '请填写审批文号或文件名称。').max(60)
const Year = z.coerce.number().int().min(2000).max(2100)

/**
 * 线索种类: `unclaimed` qualifies and nobody applied; `upcoming` will qualify within a year; `possible` nothing speaks against it, but
 * something is not on file; `unjustified` has an award and does not qualify; `uncertain` has an award, and something is not on file.
 */
export const FindingKind = z.enum(['unclaimed', 'upcoming', 'possible', 'unjustified', 'uncertain'])
export type FindingKind = z.infer<typeof FindingKind>

export const RecipientLine = z.object({
  person: BeneficiaryLine,
  benefit: BenefitCode,
  benefitName: z.string(),
  awardFactId: Id,
  amount: Amount,
  /** Since when it pays this amount, and until when as things stand; null past the next twelve months. */
  from: MonthText,
  through: MonthText.nullable(),
})
export type RecipientLine = z.infer<typeof RecipientLine>

const place = { benefit: BenefitCode.optional(), division: Division.optional() }

export const FindingFilter = z.object({
  ...place,
  kind: FindingKind.optional(),
  personId: Id.optional(),
  standing: z.enum(['open', 'dismissed', 'all']).default('open'),
})
export type FindingFilter = z.infer<typeof FindingFilter>

/** 待遇线索: one line of the work list. Verdict and draft are recomputed when the list is opened. */
export const FindingLine = z.object({
  id: Id,
  version: z.number().int(),
  kind: FindingKind,
  person: BeneficiaryLine,
  benefit: BenefitCode,
  benefitName: z.string(),
  /** unclaimed: qualifies since; upcoming: will qualify from; the others: the first month of the question. */
  since: MonthText,
  /** It was so before January of last year already, where screening begins to look; of what is unjustified the first month is found, however long ago. */
  isSinceEarlier: z.boolean(),
  /** What it would bring, or what is being paid, in the month; null where it cannot be said yet. */
  amount: Amount.nullable(),
  foundAt: z.string(),
  verdict: VerdictView,
  /** The facts have changed since the screening, and this line no longer stands; the next screening takes it off. */
  isOutdated: z.boolean(),
  dismissed: z.object({ until: z.string(), because: z.string(), by: z.string(), at: z.string() }).nullable(),
  /** The application, filled in; null where there is nothing to apply for. */
  draft: ApplicationDraft.nullable(),
})
export type FindingLine = z.infer<typeof FindingLine>

export const ScreeningOverview = z.object({
  /** null before the first screening. */
  screenedAt: z.string().nullable(),
  people: z.number().int(),
  /** A whole screening is running or waiting. */
  jobId: z.uuid().nullable(),
  /** Rates have changed, or a night was missed: the lists are of before. */
  isStale: z.boolean(),
  recipients: z.number().int(),
  monthly: Amount,
  counts: z
    .array(
      z.object({
        division: DivisionName,
        benefit: BenefitCode,
        benefitName: z.string(),
        kind: FindingKind,
        open: z.number().int(),
        dismissed: z.number().int(),
      }),
    )
    .readonly(),
  may: z.object({ run: z.boolean(), screen: z.boolean() }),
})
export type ScreeningOverview = z.infer<typeof ScreeningOverview>

/** How an entitlement changes in a month: `once` falls due once; `qualifies` will qualify and must apply. */
export const ChangeKind = z.enum(['begins', 'rises', 'falls', 'ends', 'once', 'qualifies', 'uncertain'])
export type ChangeKind = z.infer<typeof ChangeKind>

export const ChangeLine = z.object({
  person: BeneficiaryLine,
  benefit: BenefitCode,
  benefitName: z.string(),
  month: MonthText,
  kind: ChangeKind,
  before: Amount,
  after: Amount,
  /** 变动原因 in words: 达到规定年龄, 标准调整 … */
  reason: z.string(),
  verdict: VerdictView,
})
export type ChangeLine = z.infer<typeof ChangeLine>

export const Spending = z.object({
  year: z.number().int(),
  /** The month that runs; months before it are what was due, those after it the forecast. */
  now: MonthText,
  months: z.array(z.object({ month: MonthText, amount: Amount, recipients: z.number().int() })).readonly(),
  benefits: z
    .array(
      z.object({
        benefit: BenefitCode,
        benefitName: z.string(),
        due: Amount,
        forecast: Amount,
        appropriation: Amount.nullable(),
        appropriationVersion: z.number().int(),
        months: z.array(Amount).readonly(),
      }),
    )
    .readonly(),
  due: Amount,
  forecast: Amount,
  /** 年度安排 as last decided; null where none is on file, or for a part of the county. */
  appropriation: z
    .object({
      amount: Amount,
      document: z.string(),
      decidedOn: z.string(),
      reason: z.string(),
      by: z.string(),
      version: z.number().int(),
    })
    .nullable(),
  appropriationVersion: z.number().int(),
  /** What is left of the appropriation at the end of the year; negative where it falls short. */
  rest: Amount.nullable(),
  may: z.object({ appropriate: z.boolean() }),
})
export type Spending = z.infer<typeof Spending>

/** 标准变动影响: what one person gets more or less in all months up to this one, and each month from then on. */
export const TouchedLine = z.object({
  person: BeneficiaryLine,
  benefit: BenefitCode,
  benefitName: z.string(),
  months: z.number().int(),
  /** Of the months up to and including the running one: 补发 where positive, 追回 where negative. */
  arrears: Amount,
  monthlyBefore: Amount,
  monthlyAfter: Amount,
})
export type TouchedLine = z.infer<typeof TouchedLine>

export const RatePreview = Paged(TouchedLine).extend({
  rates: z.array(RateCited).readonly(),
  people: z.number().int(),
  arrears: Amount,
  monthlyBefore: Amount,
  monthlyAfter: Amount,
  byBenefit: z
    .array(
      z.object({
        benefit: BenefitCode,
        benefitName: z.string(),
        people: z.number().int(),
        arrears: Amount,
        monthly: Amount,
      }),
    )
    .readonly(),
})
export type RatePreview = z.infer<typeof RatePreview>

/** 待遇: the rules, whom they are for, who draws what, who should, and what it will cost. The rate book is a part of its own. */
export const benefits = {
  /** What waits for whoever asks, at most a line a kind. */
  listWaiting: read('/benefits/waiting', 'benefits.read', '待遇待办').output(
    z.object({ items: z.array(WaitingBenefit).readonly() }),
  ),
  listRules: read('/benefits/rules', 'benefits.read', '规则库').output(z.array(RuleView).readonly()),
  tryRule: ask('/benefits/try', 'benefits.read', '待遇试算')
    .input(z.object({ personId: Id, benefit: BenefitCode, month: MonthCode, asKnownOn: KnownOn.optional() }))
    .output(Trial),
  getTimeline: ask('/benefits/timeline', 'benefits.read', '待遇时间线')
    .input(z.object({ personId: Id, from: MonthCode.optional(), asKnownOn: KnownOn.optional() }))
    .output(Timeline),
  listRecipients: ask('/benefits/recipients/list', 'benefits.read', '在享人员')
    .input(Page.extend({ ...place, month: MonthCode.optional() }))
    .output(Paged(RecipientLine)),
  grantAward: write('/benefits/awards', 'benefits.write', '核定待遇', {
    personId: Id,
    version: Version,
    benefit: BenefitCode,
    approved: Day,
    /** The month the decision names; left out, the law says from when. */
    from: MonthCode.optional(),
    document: Document,
    years: z.number().int().min(1).max(40).optional(),
    because: Because,
    /** Something the rule asks for is not on file, and the decision stands all the same. */
    despiteMissing: z.boolean().default(false),
  }).output(Changed.extend({ factId: Id })),
  endAward: write('/benefits/awards/end', 'benefits.write', '终止待遇', {
    personId: Id,
    version: Version,
    factId: Id,
    lastMonth: MonthCode,
    document: Document,
    because: Because,
  }).output(Changed.extend({ factId: Id })),
  getScreening: ask('/benefits/screening', 'benefits.read', '待遇筛查概况')
    .input(z.object({ division: Division.optional() }))
    .output(ScreeningOverview),
  listFindings: ask('/benefits/screening/list', 'benefits.read', '待遇线索')
    .input(Page.extend(FindingFilter.shape))
    .output(Paged(FindingLine)),
  dismissFinding: write('/benefits/screening/dismiss', 'benefits.screen', '搁置待遇线索', {
    id: Id,
    version: Version,
    until: Day,
    because: Because,
  }).output(Changed),
  reopenFinding: write('/benefits/screening/reopen', 'benefits.screen', '恢复待遇线索', {
    id: Id,
    version: Version,
  }).output(Changed),
  runScreening: write('/benefits/screening/run', 'benefits.write', '重新筛查', {}).output(
    z.object({ jobId: z.uuid() }),
  ),
  listChanges: ask('/benefits/forecast/changes', 'benefits.read', '待遇变动预告')
    .input(Page.extend({ ...place, kind: ChangeKind.optional(), through: MonthCode.optional() }))
    .output(Paged(ChangeLine)),
  getSpending: ask('/benefits/forecast/spending', 'benefits.read', '资金安排与支出预测')
    .input(z.object({ year: Year, division: Division.optional() }))
    .output(Spending),
  setAppropriation: write('/benefits/appropriations', 'benefits.write', '登记资金安排', {
    year: Year,
    /** Left out: the whole year's, over all benefits. */
    benefit: BenefitCode.optional(),
    version: z.number().int().min(0),
    /** In fen; null takes it away. */
    amount: Amount.min(0).nullable(),
    document: Document,
    decidedOn: Day,
    reason: Because,
  }).output(z.object({ version: z.number().int() })),
  previewRates: ask('/benefits/rates/preview', 'benefits.read', '标准变动影响')
    .input(
      Page.extend({
        /** Rows that wait to be confirmed. */
        rateIds: z.array(Id).max(200).default([]),
        /** Rows that are only being written down. */
        drafts: z.array(RateDraft).max(200).default([]),
      }).refine(({ rateIds, drafts }) => rateIds.length + drafts.length > 0, '请选择或填写要比较的标准。'),
    )
    .output(RatePreview),
}
