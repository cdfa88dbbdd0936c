import { type RateKind, rateKinds } from '@dongzhou/terms/rate'
import { z } from 'zod'
import { BenefitCode, IdentityCode } from './fact-draft.ts'
import { DivisionName, FactKindCode, FactView } from './registry.ts'
import { Id } from './shapes.ts'

/** A month as it stands in an answer: `2025-03`. */
const MonthText = z.string()
/** Whole fen. */
const Amount = z.number().int()

export const RateKindCode = z.enum(Object.keys(rateKinds) as [RateKind, ...RateKind[]])

/** 条款 as a verdict cites it; `text` is what a paper prints. */
export const ArticleView = z.object({
  law: z.string(),
  article: z.string(),
  text: z.string(),
  from: z.string(),
  /** Exclusive; null while it is in force. */
  to: z.string().nullable(),
})
export type ArticleView = z.infer<typeof ArticleView>

/** A row of the rate book as a verdict or a preview cites it: the figure, and the paper it stands on. */
export const RateCited = z.object({
  /** null for a row that is no longer in the book, and where its name would say a finding about the person it is cited of. */
  id: Id.nullable(),
  kind: RateKindCode,
  kindName: z.string(),
  key: z.string(),
  jurisdictionName: z.string(),
  valueText: z.string(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  announcedOn: z.string().nullable(),
  document: z.string(),
  source: z.string(),
  isSample: z.boolean(),
})
export type RateCited = z.infer<typeof RateCited>

/** 规则 as the rule library shows it. */
export const RuleView = z.object({
  benefit: BenefitCode,
  benefitName: z.string(),
  version: z.number().int(),
  /** Empty: whoever the facts fit. */
  whom: z.array(IdentityCode).readonly(),
  cadence: z.enum(['monthly', 'half-yearly', 'once']),
  text: z.array(z.string()).readonly(),
  articles: z.array(ArticleView).readonly(),
  rates: z
    .array(
      z.object({
        kind: RateKindCode,
        kindName: z.string(),
        group: z.enum(['amount', 'condition', 'index', 'choice', 'house']),
        keys: z.array(z.string()).readonly(),
        /** What the rule takes today, one for each key that has a row: of a base index the year before, where the law names that. */
        inForce: z.array(RateCited).readonly(),
        /** The keys without a row today: the rule cannot answer where it needs them. */
        lacking: z.array(z.string()).readonly(),
      }),
    )
    .readonly(),
  /** 不得兼得: what somebody who draws this may not draw beside it, and where that stands. */
  excludes: z.array(z.object({ benefit: BenefitCode, benefitName: z.string(), document: z.string() })).readonly(),
})
export type RuleView = z.infer<typeof RuleView>

export const ReasonView = z.object({ code: z.string(), say: z.string(), article: ArticleView.nullable() })
export type ReasonView = z.infer<typeof ReasonView>

export const MissingView = z.object({
  what: z.enum(['fact', 'rate']),
  code: z.string(),
  name: z.string(),
  /** Where it is entered. */
  say: z.string(),
})
export type MissingView = z.infer<typeof MissingView>

/** 资格判定 with everything behind it; recomputed whenever it is asked for, never stored. */
export const VerdictView = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('entitled'),
    amount: Amount,
    parts: z.array(z.object({ part: z.string(), partName: z.string(), amount: Amount, rate: RateCited.nullable() })),
    because: z.array(ArticleView),
  }),
  z.object({ kind: z.literal('refused'), reasons: z.array(ReasonView) }),
  z.object({ kind: z.literal('unknown'), missing: z.array(MissingView) }),
])
export type VerdictView = z.infer<typeof VerdictView>

/** A person as far as a list of benefits needs them. */
export const BeneficiaryLine = z.object({
  id: Id,
  name: z.string(),
  age: z.number().int().nullable(),
  isAlive: z.boolean(),
  division: DivisionName,
  identities: z.array(IdentityCode).readonly(),
})
export type BeneficiaryLine = z.infer<typeof BeneficiaryLine>

/** 待遇核定: the decision on file, with who told us. */
export const AwardView = z.object({
  factId: Id,
  benefit: BenefitCode,
  benefitName: z.string(),
  approved: z.string(),
  /** The month the decision names; null where the law says from when. */
  from: MonthText.nullable(),
  /** The last month it pays; null while it has no end. */
  lastMonth: MonthText.nullable(),
  document: z.string().nullable(),
  years: z.number().int().nullable(),
  source: z.string(),
  recordedAt: z.string(),
})
export type AwardView = z.infer<typeof AwardView>

/** One answer of a rule: for one award, or for somebody who has none. */
export const TrialAnswer = z.object({
  award: AwardView.nullable(),
  /** The conditions alone, award or not. */
  qualifies: VerdictView,
  /** What is due in the month. */
  due: VerdictView,
  /** The facts the rule asked for, as they hold in the month. */
  facts: z.array(FactView).readonly(),
  /** 说明书: the same in sentences, for reading to a veteran and for printing on one page. */
  letter: z.array(z.string()).readonly(),
})
export type TrialAnswer = z.infer<typeof TrialAnswer>

export const Trial = z.object({
  person: BeneficiaryLine,
  benefit: BenefitCode,
  benefitName: z.string(),
  version: z.number().int(),
  month: MonthText,
  asKnownOn: z.string().nullable(),
  /** One for each award of the benefit, or one without award. */
  answers: z.array(TrialAnswer).readonly(),
  /** A sample rate took part: nothing of this may be paid outside a demo bureau. */
  isSample: z.boolean(),
})
export type Trial = z.infer<typeof Trial>

/** 时段: months with one answer. `amount` is due in each of them. */
export const TimelineSegment = z.object({
  from: MonthText,
  /** The last month, inclusive. */
  through: MonthText,
  months: z.number().int(),
  state: z.enum(['due', 'refused', 'unknown', 'unclaimed']),
  amount: Amount,
  reasons: z.array(ReasonView).readonly(),
  missing: z.array(MissingView).readonly(),
})
export type TimelineSegment = z.infer<typeof TimelineSegment>

/**
 * How a benefit stands with a person: `drawn` an award that pays; `unclaimed` qualifies and nobody applied; `upcoming` will qualify;
 * `unjustified` an award though the conditions are not met; `uncertain` an award, but something is not known; `ended`; `none`.
 */
export const Standing = z.enum(['drawn', 'unclaimed', 'upcoming', 'unjustified', 'uncertain', 'ended', 'none'])
export type Standing = z.infer<typeof Standing>

export const TimelineLine = z.object({
  benefit: BenefitCode,
  benefitName: z.string(),
  version: z.number().int(),
  cadence: z.enum(['monthly', 'half-yearly', 'once']),
  standing: Standing,
  award: AwardView.nullable(),
  now: TimelineSegment,
  /** The next month in which the answer changes, and how, in words. */
  next: z.object({ month: MonthText, say: z.string() }).nullable(),
  segments: z.array(TimelineSegment).readonly(),
})
export type TimelineLine = z.infer<typeof TimelineLine>

/** 待遇时间线 of a person: every benefit there is, what is drawn first. */
export const Timeline = z.object({
  person: BeneficiaryLine,
  version: z.number().int(),
  from: MonthText,
  through: MonthText,
  now: MonthText,
  asKnownOn: z.string().nullable(),
  /** What all awards together pay this month. */
  monthly: Amount,
  lines: z.array(TimelineLine).readonly(),
  isSample: z.boolean(),
  may: z.object({ write: z.boolean() }),
})
export type Timeline = z.infer<typeof Timeline>

/** 申请草稿: an application filled in from the file; `source` says where each value came from. */
export const ApplicationDraft = z.object({
  personId: Id,
  version: z.number().int(),
  benefit: BenefitCode,
  approved: z.string(),
  from: MonthText.nullable(),
  years: z.number().int().nullable(),
  expected: Amount.nullable(),
  fields: z
    .array(z.object({ label: z.string(), text: z.string(), source: z.string(), kind: FactKindCode.nullable() }))
    .readonly(),
})
export type ApplicationDraft = z.infer<typeof ApplicationDraft>
