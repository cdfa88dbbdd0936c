import { z } from 'zod'
import { DivisionName } from './registry.ts'
import { ask, read, write } from './route.ts'
import { Changed, Day, Division, Id, Page, Paged, Purpose, Version } from './shapes.ts'

export const PairingState = z.enum(['proposed', 'confirmed', 'ended'])

export const SchemeLine = z.object({
  id: Id,
  version: z.number().int(),
  year: z.number().int(),
  title: z.string(),
  division: DivisionName,
  pairings: z.number().int(),
  organisations: z.number().int(),
  people: z.number().int(),
  visitsPlanned: z.number().int(),
  visitsPaid: z.number().int(),
})
export type SchemeLine = z.infer<typeof SchemeLine>

export const PairingLine = z.object({
  id: Id,
  version: z.number().int(),
  schemeId: Id,
  schemeTitle: z.string(),
  organisation: z.object({ id: Id, name: z.string() }),
  person: z.object({ id: Id, name: z.string() }),
  division: DivisionName,
  contactName: z.string(),
  contactPhoneMasked: z.string(),
  plannedVisits: z.number().int().nullable(),
  visitsPaid: z.number().int(),
  lastVisitOn: z.string().nullable(),
  state: PairingState,
  confirmedOn: z.string().nullable(),
  endedOn: z.string().nullable(),
})
export type PairingLine = z.infer<typeof PairingLine>

export const VisitLine = z.object({
  id: Id,
  version: z.number().int(),
  pairingId: Id,
  day: z.string(),
  dayText: z.string(),
  visitors: z.string(),
  help: z.string(),
  goods: z.string(),
  money: z.number().int().nullable(),
  findings: z.string(),
  division: DivisionName,
  source: z.string(),
})
export type VisitLine = z.infer<typeof VisitLine>

export const PairingFile = PairingLine.extend({
  help: z.string(),
  remark: z.string(),
  endedBecause: z.string().nullable(),
  source: z.string(),
  may: z.object({ write: z.boolean(), open: z.boolean() }),
})
export type PairingFile = z.infer<typeof PairingFile>

export const PairingFilter = z.object({
  schemeId: Id.optional(),
  year: z.number().int().min(2000).max(2100).optional(),
  organisationId: Id.optional(),
  personId: Id.optional(),
  state: PairingState.optional(),
  division: Division.optional(),
  /** Fewer visits paid than planned. */
  isBehind: z.boolean().default(false),
})
export type PairingFilter = z.infer<typeof PairingFilter>

const pairShape = {
  schemeId: Id,
  organisationId: Id,
  personId: Id,
  contactName: z.string().trim().max(30).default(''),
  contactPhone: z.string().trim().max(20).default(''),
  plannedVisits: z.number().int().min(0).max(366).nullable().default(null),
  remark: z.string().trim().max(300).default(''),
}

const visitShape = {
  day: Day,
  visitors: z.string().trim().max(100).default(''),
  help: z.string().trim().max(300).default(''),
  goods: z.string().trim().max(200).default(''),
  /** 慰问金, in fen. */
  money: z.number().int().min(0).max(10_000_000_00).nullable().default(null),
  findings: z.string().trim().max(500).default(''),
}

const Because = z.string().trim().min(2, '请写明原因。').max(200)

export const visits = {
  listSchemes: ask('/visits/schemes/list', 'visits.read', '结对方案')
    .input(Page.extend({ year: z.number().int().min(2000).max(2100).optional() }))
    .output(Paged(SchemeLine)),
  listPairings: ask('/visits/pairings/list', 'visits.read', '结对名单')
    .input(Page.extend(PairingFilter.shape))
    .output(Paged(PairingLine)),
  getPairing: read('/visits/pairings/{id}', 'visits.read', '结对详情')
    .input(z.object({ id: Id }))
    .output(PairingFile),
  listVisits: ask('/visits/visits/list', 'visits.read', '走访记录')
    .input(
      Page.extend({
        pairingId: Id.optional(),
        personId: Id.optional(),
        from: Day.optional(),
        to: Day.optional(),
      }),
    )
    .output(Paged(VisitLine)),
  openScheme: write('/visits/schemes', 'visits.write', '开设结对方案', {
    year: z.number().int().min(2000).max(2100),
    title: z.string().trim().min(2, '请填写方案名称。').max(60),
  }).output(Changed),
  proposePairing: write('/visits/pairings/propose', 'visits.write', '提出结对', pairShape).output(Changed),
  confirmPairing: write('/visits/pairings', 'visits.write', '确认结对', {
    ...pairShape,
    confirmedOn: Day,
  }).output(Changed),
  endPairing: write('/visits/pairings/end', 'visits.write', '终止结对', {
    id: Id,
    version: Version,
    endedOn: Day,
    because: Because,
  }).output(Changed),
  recordVisit: write('/visits/visits', 'visits.write', '登记走访', { pairingId: Id, ...visitShape }).output(Changed),
  correctVisit: write('/visits/visits/correct', 'visits.write', '更正走访', {
    id: Id,
    version: Version,
    ...visitShape,
    because: Because,
  }).output(Changed),
  openContactPhone: write('/visits/pairings/open-phone', 'registry.open', '查看联系人电话', {
    pairingId: Id,
    purpose: Purpose,
  }).output(z.object({ text: z.string() })),
}
