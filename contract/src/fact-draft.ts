import { type Benefit, benefits } from '@dongzhou/terms/benefit'
import type { FactKind } from '@dongzhou/terms/fact'
import { fen } from '@dongzhou/terms/fen'
import { type Identity, identities } from '@dongzhou/terms/identity'
import { z } from 'zod'
import { DatedTo, Day, Division } from './shapes.ts'

export const IdentityCode = z.enum(Object.keys(identities) as [Identity, ...Identity[]])

export const BenefitCode = z.enum(Object.keys(benefits) as [Benefit, ...Benefit[]])

const factValues = {
  name: z.object({ name: z.string().trim().min(1, '请填写姓名。').max(50) }),
  'id-number': z.object({ idNumber: z.string().trim().min(15).max(18) }),
  sex: z.object({ sex: z.enum(['male', 'female']) }),
  birth: DatedTo,
  ethnicity: z.object({ ethnicity: z.string().trim().min(1).max(20) }),
  'political-status': z.object({ status: z.string().trim().min(1).max(20) }),
  education: z.object({ level: z.string().trim().min(1).max(20) }),
  'marital-status': z.object({ status: z.string().trim().min(1).max(20) }),
  residence: z.object({ division: Division, address: z.string().trim().max(120).optional() }),
  'household-registration': z.object({
    kind: z.enum(['rural', 'urban']),
    division: Division.optional(),
    address: z.string().trim().max(120).optional(),
  }),
  phone: z.object({ phone: z.string().trim().min(7, '电话号码太短。').max(20) }),
  service: z.object({
    enlisted: DatedTo.optional(),
    discharged: DatedTo.optional(),
    conscriptFrom: DatedTo.optional(),
    conscriptTo: DatedTo.optional(),
    category: z.string().trim().max(30).optional(),
    rank: z.string().trim().max(30).optional(),
    dischargeNumber: z.string().trim().max(40).optional(),
  }),
  identity: z.object({ identity: IdentityCode, certificate: z.string().trim().max(60).optional() }),
  disability: z.object({
    grade: z.number().int().min(1).max(10),
    nature: z.enum(['war', 'duty', 'illness']),
    approved: Day.optional(),
    mental: z.boolean().optional(),
  }),
  merit: z.object({
    class: z.string().trim().min(1).max(30),
    year: z.number().int().min(1930).max(2100).optional(),
    on: Day.optional(),
    wartime: z.boolean().optional(),
  }),
  'bank-account': z.object({
    bank: z.string().trim().min(1).max(40),
    account: z
      .string()
      .trim()
      .regex(/^\d{12,25}$/, '银行账号应为12至25位数字。'),
    holder: z.string().trim().min(1).max(50),
  }),
  employment: z.object({ state: z.string().trim().min(1).max(30), employer: z.string().trim().max(60).optional() }),
  income: z.object({ yearly: z.number().int().min(0) }),
  hardship: z.object({ kind: z.string().trim().min(1).max(60) }),
  health: z.object({ finding: z.string().trim().min(1).max(200) }),
  'pension-insurance': z.object({ kind: z.string().trim().min(1).max(30) }),
  death: DatedTo,
  award: z.object({
    benefit: BenefitCode,
    approved: Day,
    document: z.string().trim().max(60).optional(),
    years: z.number().int().min(1).max(40).optional(),
  }),
  care: z.object({ mode: z.enum(['dispersed', 'pooled']) }),
  survivor: z.object({
    of: z.enum(['martyr', 'duty', 'illness']),
    relation: z.enum(['parent', 'spouse', 'child', 'sibling']),
    ground: z.enum(['no-means', 'low-income', 'studying', 'disabled', 'minor', 'remarried', 'none']).optional(),
    supported: z.boolean().optional(),
    deceased: z.string().trim().max(50).optional(),
  }),
  conscription: z.object({
    approved: Day,
    region: z.enum(['tibet', 'xinjiang', 'plateau']).optional(),
    student: z.enum(['bachelor', 'college', 'enrolled']).optional(),
    left: Day.optional(),
    how: z.enum(['completed', 'unfit', 'early', 'deferred', 'promoted', 'academy', 'sergeant', 'dismissed']).optional(),
  }),
  suspension: z.object({ ground: z.string().trim().min(1).max(60), document: z.string().trim().min(1).max(60) }),
  lone: z.object({ kind: z.enum(['alone', 'orphan']) }),
  'death-cause': z.object({
    cause: z.enum(['martyrdom', 'on-duty', 'service-illness', 'old-injury', 'illness', 'accident']),
    basePay: z
      .number()
      .int()
      .min(0)
      .transform((amount) => fen(amount))
      .optional(),
    honour: z.string().trim().max(30).optional(),
  }),
  arrangement: z.object({
    mode: z.enum(['self-employed', 'assigned-work', 'monthly-pay', 'retired', 'supported', 'demobilised']),
    reported: Day.optional(),
    letter: Day.optional(),
  }),
} satisfies { readonly [Kind in FactKind]: z.ZodType }

function draftOf<Kind extends FactKind, Value extends z.ZodType>(kind: Kind, value: Value) {
  return z.object({ kind: z.literal(kind), value, validFrom: Day.optional(), validTo: Day.optional() })
}

/** A fact as a clerk or a ledger states it, before the server adds the source. */
export const FactDraft = z.discriminatedUnion('kind', [
  draftOf('name', factValues.name),
  draftOf('id-number', factValues['id-number']),
  draftOf('sex', factValues.sex),
  draftOf('birth', factValues.birth),
  draftOf('ethnicity', factValues.ethnicity),
  draftOf('political-status', factValues['political-status']),
  draftOf('education', factValues.education),
  draftOf('marital-status', factValues['marital-status']),
  draftOf('residence', factValues.residence),
  draftOf('household-registration', factValues['household-registration']),
  draftOf('phone', factValues.phone),
  draftOf('service', factValues.service),
  draftOf('identity', factValues.identity),
  draftOf('disability', factValues.disability),
  draftOf('merit', factValues.merit),
  draftOf('bank-account', factValues['bank-account']),
  draftOf('employment', factValues.employment),
  draftOf('income', factValues.income),
  draftOf('hardship', factValues.hardship),
  draftOf('health', factValues.health),
  draftOf('pension-insurance', factValues['pension-insurance']),
  draftOf('death', factValues.death),
  draftOf('award', factValues.award),
  draftOf('care', factValues.care),
  draftOf('survivor', factValues.survivor),
  draftOf('conscription', factValues.conscription),
  draftOf('suspension', factValues.suspension),
  draftOf('lone', factValues.lone),
  draftOf('death-cause', factValues['death-cause']),
  draftOf('arrangement', factValues.arrangement),
])
export type FactDraft = z.infer<typeof FactDraft>
