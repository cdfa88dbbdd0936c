import { z } from 'zod'
import { DivisionName } from './registry.ts'
import { ask, read } from './route.ts'
import { Division, Id, Page, Paged } from './shapes.ts'

/**
 * 数据健康项: what of people and money is wrong on file. `dead-with-award` has died and the award runs on; `death-unregistered` stands on a
 * death list and lives on file; `unjustified` draws and does not qualify; `uncertain` draws, and something is not on file; `account-missing`
 * is to be paid and has no account; `unconfirmed` draws and was not seen this year; `twins` may be on file twice; `excluded` holds two awards
 * that exclude each other; `disputed` draws on what sources tell differently.
 */
export const HealthCode = z.enum([
  'dead-with-award',
  'death-unregistered',
  'unjustified',
  'excluded',
  'twins',
  'account-missing',
  'unconfirmed',
  'uncertain',
  'disputed',
])
export type HealthCode = z.infer<typeof HealthCode>

const named = {
  name: z.string(),
  severity: z.enum(['error', 'warning']),
  why: z.string(),
  whatToDo: z.string(),
}

export const HealthItem = z.object({
  code: HealthCode,
  ...named,
  count: z.number().int(),
  /** By town, the most first; rows of the county itself stand under the county. */
  byDivision: z.array(z.object({ division: DivisionName, count: z.number().int() })).readonly(),
})
export type HealthItem = z.infer<typeof HealthItem>

export const HealthRow = z.object({
  /** Of the record that is wrong: an award, a finding, a pair of files, a row of a list. A pair has a row for each of its files. */
  id: Id,
  personId: Id,
  name: z.string(),
  division: DivisionName,
  /** What exactly, in a few words: which benefit, since when. */
  say: z.string(),
})
export type HealthRow = z.infer<typeof HealthRow>

/** 完整性检查 as the last night found it; by code and count, for whoever keeps the system. */
export const Inspection = z.object({
  /** null before the first night. */
  at: z.string().nullable(),
  items: z.array(z.object({ code: z.string(), ...named, count: z.number().int() })).readonly(),
})
export type Inspection = z.infer<typeof Inspection>

/** 数据健康与完整性检查. */
export const integrity = {
  /** Only what somebody must look at, the gravest first; nothing is there where all is well. */
  getHealth: ask('/integrity/health', 'benefits.read', '数据健康')
    .input(z.object({ division: Division.optional() }))
    .output(z.object({ items: z.array(HealthItem).readonly() })),
  listHealthRows: ask('/integrity/health/rows', 'benefits.read', '数据健康明细')
    .input(Page.extend({ code: HealthCode, division: Division.optional() }))
    .output(Paged(HealthRow)),
  getInspection: read('/integrity/inspection', 'system.inspect', '完整性检查结果').output(Inspection),
}
