import { deathNoticeStates } from '@dongzhou/terms/payment'
import { z } from 'zod'
import { BenefitCode } from './fact-draft.ts'
import { DivisionName } from './registry.ts'
import { ask, write } from './route.ts'
import { Day, Division, Id, Page, Paged, Version } from './shapes.ts'

const Because = z.string().trim().min(2, '请写明依据。').max(200)
const Year = z.coerce.number().int().min(2000).max(2100)
const Count = z.number().int()

export const DeathNoticeStateCode = z.enum(
  Object.keys(deathNoticeStates) as [keyof typeof deathNoticeStates, ...(keyof typeof deathNoticeStates)[]],
)

/** 死亡名单 (death list) from the police, the civil or the health office. */
export const DeathListView = z.object({
  id: Id,
  source: z.string(),
  receivedOn: z.string(),
  fileName: z.string(),
  state: z.enum(['taken', 'refused']),
  rows: Count,
  matched: Count,
  unmatched: Count,
  held: Count,
  /** Rows that could not be read, and why the file was refused; the first twenty. */
  complaints: z.array(z.object({ where: z.string(), say: z.string() })).readonly(),
  by: z.string(),
  at: z.string(),
})
export type DeathListView = z.infer<typeof DeathListView>

/** One row of a death list that matters: somebody on file, or a row nobody can place yet. */
export const DeathNoticeView = z.object({
  id: Id,
  version: Count,
  listId: Id,
  row: Count,
  name: z.string(),
  idNumberMasked: z.string(),
  diedOn: z.string().nullable(),
  state: DeathNoticeStateCode,
  stateName: z.string(),
  /** What is wrong with the row, and what to do. */
  say: z.string(),
  person: z.object({ id: Id, name: z.string(), division: DivisionName, isAlive: z.boolean() }).nullable(),
})
export type DeathNoticeView = z.infer<typeof DeathNoticeView>

export const UnconfirmedLine = z.object({
  personId: Id,
  name: z.string(),
  division: DivisionName,
  benefits: z.array(BenefitCode).readonly(),
  lastConfirmedOn: z.string().nullable(),
})
export type UnconfirmedLine = z.infer<typeof UnconfirmedLine>

/** 死亡比对与年度确认: what the checks before a lock stand on. */
export const deathRoutes = {
  listDeathLists: ask('/payments/death-lists/list', 'payments.read', '死亡名单')
    .input(Page)
    .output(Paged(DeathListView)),
  importDeathList: write('/payments/death-lists', 'payments.make', '导入死亡名单', {
    fileId: z.uuid(),
    source: z.string().trim().min(2, '请写明提供单位。').max(60),
    receivedOn: Day,
  }).output(DeathListView),
  listDeathNotices: ask('/payments/death-lists/notices', 'payments.read', '死亡名单明细')
    .input(Page.extend({ listId: Id.optional(), state: DeathNoticeStateCode.optional() }))
    .output(Paged(DeathNoticeView)),
  decideDeathNotice: write('/payments/death-lists/decide', 'payments.make', '核实死亡名单', {
    id: Id,
    version: Version,
    /** The person on file it means; null: it means nobody on file, or it is wrong. */
    personId: Id.nullable(),
    because: Because,
  }).output(z.object({ id: Id, version: z.number().int() })),
  listUnconfirmed: ask('/payments/confirmations/unconfirmed', 'payments.read', '年度确认逾期人员')
    .input(Page.extend({ year: Year, division: Division.optional() }))
    .output(Paged(UnconfirmedLine)),
  recordConfirmations: write('/payments/confirmations', 'payments.make', '登记年度确认', {
    year: Year,
    personIds: z.array(Id).min(1, '请选择人员。').max(1000),
    confirmedOn: Day,
    way: z.string().trim().min(2, '请写明确认方式，如上门见面。').max(60),
  }).output(z.object({ count: z.number().int() })),
}
