import { type Day, day } from '@dongzhou/terms/day'
import { bureauDivision } from '../../platform/bureau-division.ts'
import type { ActionSetting, Setting } from '../../platform/setting.ts'
import { planOfYear } from '../plans/plan-of-year.ts'
import type { PlanTables } from '../tables.ts'

/** 目标 in force on a day: the written one, or what it was last changed to. */
export interface Target {
  readonly indicator: string
  /** The id of its plan row; it stays when the target is changed. */
  readonly id: number
  readonly version: number
  /** undefined: a decision took the target away. */
  readonly value: number | undefined
  readonly from: Day
  readonly to: Day
  readonly document: string
  readonly reason: string
  readonly decidedOn: Day | undefined
}

/** Targets of a year as they stood on a day, by indicator; `version` counts the changes whenever they were decided. */
export async function listTargets(setting: Setting, year: number, asOf: Day): Promise<ReadonlyMap<string, Target>> {
  const written = (planOfYear(year)?.targets ?? []).map(
    ({ row, indicator, target, from, to, document }): Target => ({
      indicator,
      id: year * 1000 + row,
      version: 0,
      value: target,
      from,
      to,
      document,
      reason: '',
      decidedOn: undefined,
    }),
  )
  const targets = new Map(written.map((target) => [target.indicator, target]))
  for (const change of await listChanges(setting, year)) {
    const before = targets.get(change.indicator)
    const isDecided = (change.decidedOn ?? asOf) <= asOf
    if (isDecided) targets.set(change.indicator, { ...change, id: before?.id ?? change.id })
    else targets.set(change.indicator, { ...(before ?? { ...change, value: undefined }), version: change.version })
  }
  return targets
}

// In the order of the decisions' versions: the last decided by the day wins.
async function listChanges({ tx, bureau }: Setting, year: number): Promise<readonly Target[]> {
  const rows = await tx
    .withTables<PlanTables>()
    .selectFrom('plan_target')
    .select(['id', 'indicator', 'version', 'target', 'from_on', 'to_on', 'document', 'reason', 'decided_on'])
    .where('year', '=', year)
    .where('division_code', '=', bureauDivision(bureau))
    .orderBy('version')
    .orderBy('indicator')
    .limit(5000)
    .execute()
  return rows.map((row) => ({
    indicator: row.indicator,
    // Beyond the ids of written rows, which are a year and a number of three digits.
    id: CHANGES_FROM + row.id,
    version: row.version,
    value: row.target ?? undefined,
    from: day(row.from_on),
    to: day(row.to_on),
    document: row.document,
    reason: row.reason,
    decidedOn: day(row.decided_on),
  }))
}

const CHANGES_FROM = 1_000_000_000

export interface NewTarget {
  readonly year: number
  readonly indicator: string
  readonly version: number
  readonly value: number | undefined
  readonly from: Day
  readonly to: Day
  readonly reason: string
  readonly document: string
  readonly decidedOn: Day
}

/** Adds a change of a target; false when somebody else added one of this version first. */
export async function recordTarget(setting: ActionSetting, target: NewTarget): Promise<boolean> {
  const row = await setting.tx
    .withTables<PlanTables>()
    .insertInto('plan_target')
    .values({
      division_code: bureauDivision(setting.bureau),
      year: target.year,
      indicator: target.indicator,
      version: target.version,
      target: target.value ?? null,
      from_on: target.from,
      to_on: target.to,
      reason: target.reason,
      document: target.document,
      decided_on: target.decidedOn,
      actor: setting.clerk.displayName,
      account_id: setting.clerk.accountId ?? null,
      set_at: setting.now,
    })
    .onConflict((conflict) => conflict.columns(['division_code', 'year', 'indicator', 'version']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
