import { type FactKind, factKinds } from '@dongzhou/terms/fact'
import { z } from 'zod'
import { FactDraft, IdentityCode } from './fact-draft.ts'
import { ask, read, write } from './route.ts'
import { Changed, Day, Division, Id, Page, Paged, Purpose, Version } from './shapes.ts'

export const FactKindCode = z.enum(Object.keys(factKinds) as [FactKind, ...FactKind[]])

export const DivisionName = z.object({ code: z.string(), name: z.string() })

/** A person as one line of a list: nothing sensitive in clear. */
export const PersonLine = z.object({
  id: Id,
  name: z.string(),
  sex: z.enum(['male', 'female']).nullable(),
  age: z.number().int().nullable(),
  born: z.string().nullable(),
  division: DivisionName,
  identities: z.array(IdentityCode).readonly(),
  isAlive: z.boolean(),
  idNumberMasked: z.string(),
  phoneMasked: z.string(),
  disabilityGrade: z.number().int().nullable(),
  disputes: z.array(FactKindCode).readonly(),
})
export type PersonLine = z.infer<typeof PersonLine>

export const PeopleFilter = z.object({
  /** A name, full pinyin, initials, the tail of an ID number or of a phone, or a whole number. */
  text: z.string().trim().max(40).default(''),
  division: Division.optional(),
  identities: z.array(IdentityCode).max(20).default([]),
  standing: z.enum(['alive', 'dead', 'all']).default('alive'),
  isDisputed: z.boolean().default(false),
  ageFrom: z.number().int().min(0).max(150).optional(),
  ageTo: z.number().int().min(0).max(150).optional(),
})
export type PeopleFilter = z.infer<typeof PeopleFilter>

/** 事实 on the wire: text for reading, the value only as far as it is not sealed. */
export const FactView = z.object({
  id: Id,
  kind: FactKindCode,
  kindName: z.string(),
  text: z.string(),
  isSealed: z.boolean(),
  value: z.record(z.string(), z.unknown()).nullable(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  certainty: z.enum(['confirmed', 'stated', 'derived']),
  source: z.string(),
  sourceKind: z.string(),
  recordedAt: z.string(),
  supersededAt: z.string().nullable(),
  supersededBecause: z.string().nullable(),
})
export type FactView = z.infer<typeof FactView>

export const RelationKind = z.enum([
  'spouse',
  'parent',
  'child',
  'sibling',
  'guardian',
  'payee',
  'household-head',
  'household-member',
])

export const RelationView = z.object({
  id: Id,
  kind: RelationKind,
  kindName: z.string(),
  name: z.string(),
  personId: Id.nullable(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
})
export type RelationView = z.infer<typeof RelationView>

/** 户 (household): who lives under one register entry, the head first. */
export const HouseholdView = z.object({
  id: Id,
  members: z
    .array(
      z.object({
        relationId: Id,
        personId: Id,
        name: z.string(),
        isHead: z.boolean(),
        validFrom: z.string().nullable(),
      }),
    )
    .readonly(),
})
export type HouseholdView = z.infer<typeof HouseholdView>

/** 按某日所知: a day, counted to its end in China, or an instant. */
export const KnownOn = z.union([Day, z.iso.datetime({ offset: true })], '日期应为年-月-日，如 2025-03-05。')

/** 一人一档 (person file). */
export const PersonFile = PersonLine.extend({
  version: z.number().int(),
  address: z.string().nullable(),
  enlistedOn: z.string().nullable(),
  dischargedOn: z.string().nullable(),
  diedOn: z.string().nullable(),
  facts: z.array(FactView).readonly(),
  relations: z.array(RelationView).readonly(),
  household: HouseholdView.nullable(),
  mergedInto: Id.nullable(),
  /** Set where the file is shown as it was known then: for reading only, without relations and household, which keep no past. */
  asKnownOn: z.string().nullable(),
  may: z.object({ write: z.boolean(), open: z.boolean() }),
})
export type PersonFile = z.infer<typeof PersonFile>

const Note = z.string().trim().min(2, '请写明依据，如证件名称或来访说明。').max(200)

export const DivisionLine = z.object({
  code: z.string(),
  name: z.string(),
  shortName: z.string(),
  parentCode: z.string().nullable(),
  aliases: z.array(z.string()).readonly(),
  isActive: z.boolean(),
  version: z.number().int(),
})
export type DivisionLine = z.infer<typeof DivisionLine>

export const OrganisationLine = z.object({
  id: Id,
  version: z.number().int(),
  name: z.string(),
  kind: z.string(),
  creditCode: z.string().nullable(),
  division: DivisionName,
  contactName: z.string().nullable(),
  contactPhoneMasked: z.string(),
})
export type OrganisationLine = z.infer<typeof OrganisationLine>

const organisationShape = {
  name: z.string().trim().min(2, '请填写单位全称。').max(60),
  kind: z.string().trim().min(1, '请选择单位类别。').max(20),
  creditCode: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[0-9A-Z]{18}$/, '统一社会信用代码应为18位。')
    .optional(),
  division: Division,
  contactName: z.string().trim().max(30).optional(),
  contactPhone: z.string().trim().max(20).optional(),
}

export const registry = {
  listPeople: ask('/registry/people/list', 'registry.read', '人员名册')
    .input(Page.extend(PeopleFilter.shape))
    .output(Paged(PersonLine)),
  findPeople: ask('/registry/people/find', 'registry.read', '快速找人')
    .input(z.object({ text: z.string().trim().min(1).max(40), size: z.number().int().min(1).max(20).default(10) }))
    .output(z.array(PersonLine).readonly()),
  getPerson: read('/registry/people/{id}', 'registry.read', '一人一档')
    .input(z.object({ id: Id, asKnownOn: KnownOn.optional() }))
    .output(PersonFile),
  listLookers: ask('/registry/people/lookers', 'registry.read', '谁看过')
    .input(Page.extend({ personId: Id }))
    .output(
      Paged(z.object({ at: z.string(), actor: z.string(), verbName: z.string(), purpose: z.string().nullable() })),
    ),
  registerPerson: write('/registry/people', 'registry.write', '登记人员', {
    facts: z.array(FactDraft).min(1).max(60),
    note: Note,
    /** Set after the clerk has looked at the likely duplicates and said that this is somebody else. */
    isSomebodyElse: z.boolean().default(false),
  }).output(Changed),
  recordFact: write('/registry/facts', 'registry.write', '登记事实', {
    personId: Id,
    version: Version,
    fact: FactDraft,
    note: Note,
  }).output(Changed),
  correctFact: write('/registry/facts/correct', 'registry.write', '更正事实', {
    personId: Id,
    version: Version,
    factId: Id,
    fact: FactDraft,
    because: Note,
  }).output(Changed),
  settleDispute: write('/registry/facts/settle', 'registry.write', '裁定不一致', {
    personId: Id,
    version: Version,
    keepFactId: Id,
    because: Note,
  }).output(Changed),
  openSealed: write('/registry/facts/open', 'registry.open', '查看敏感信息原文', {
    personId: Id,
    factId: Id,
    purpose: Purpose,
  }).output(z.object({ text: z.string() })),
  exportPeople: write('/registry/people/export', 'registry.export', '导出名册', {
    filter: PeopleFilter,
    purpose: Purpose,
  }).output(z.object({ jobId: z.uuid() })),
  addRelation: write('/registry/relations', 'registry.write', '登记关系', {
    personId: Id,
    version: Version,
    kind: RelationKind,
    otherPersonId: Id.optional(),
    otherName: z.string().trim().max(50).optional(),
    validFrom: Day.optional(),
    note: Note,
  }).output(Changed),
  endRelation: write('/registry/relations/end', 'registry.write', '终止关系', {
    personId: Id,
    version: Version,
    relationId: Id,
    validTo: Day,
  }).output(Changed),
  listDivisions: read('/registry/divisions', 'signed-in', '区划').output(z.array(DivisionLine).readonly()),
  addDivision: write('/registry/divisions', 'divisions.write', '新增区划', {
    code: Division,
    name: z.string().trim().min(2, '请填写区划全称。').max(40),
    shortName: z.string().trim().min(1).max(20),
    parentCode: Division,
    aliases: z.array(z.string().trim().min(1).max(40)).max(20).default([]),
  }).output(z.object({ code: z.string(), version: z.number().int() })),
  changeDivision: write('/registry/divisions/change', 'divisions.write', '修改区划', {
    code: Division,
    version: Version,
    name: z.string().trim().min(2, '请填写区划全称。').max(40),
    shortName: z.string().trim().min(1).max(20),
    aliases: z.array(z.string().trim().min(1).max(40)).max(20),
    isActive: z.boolean(),
  }).output(z.object({ code: z.string(), version: z.number().int() })),
  listOrganisations: ask('/registry/organisations/list', 'registry.read', '单位名录')
    .input(Page.extend({ text: z.string().trim().max(40).default(''), kind: z.string().max(20).optional() }))
    .output(Paged(OrganisationLine)),
  registerOrganisation: write('/registry/organisations', 'registry.write', '登记单位', organisationShape).output(
    Changed,
  ),
  correctOrganisation: write('/registry/organisations/correct', 'registry.write', '更正单位', {
    id: Id,
    version: Version,
    ...organisationShape,
  }).output(Changed),
}
