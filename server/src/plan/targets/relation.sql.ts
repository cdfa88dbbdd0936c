import { partsOf } from '@dongzhou/terms/day'
import type { IndicatorRow } from '@dongzhou/terms/indicator'
import { type RawBuilder, sql } from 'kysely'
import { bureauDivision } from '../../platform/bureau-division.ts'
import type { Setting } from '../../platform/setting.ts'
import type { Range } from '../indicator.ts'
import { listTargets, type Target } from './targets.sql.ts'

/** Which plan rows: that of one indicator with its target as amount, or all, each counting one. */
export interface PlannedTargets {
  readonly of: string
}

/**
 * 计划目标 as rows of an indicator: the plan rows of the years in the span, as they stood on the cut-off. They are the
 * bureau's, so a town has none; the written plan is no table, so the fence of row-level security is put up here by hand.
 */
export async function plannedTargets(
  setting: Setting,
  range: Range,
  { of }: PlannedTargets,
): Promise<RawBuilder<IndicatorRow>> {
  const rows: IndicatorRow[] = []
  for (let { year } = partsOf(range.from); year <= partsOf(range.to).year; year += 1) {
    // One statement a year of the span: a report's span lies in one year, a comparison's in two.
    for (const target of (await listTargets(setting, year, range.to)).values()) {
      if (target.value === undefined || (of !== 'all' && of !== target.indicator)) continue
      rows.push(rowOf(setting, target, year, of === 'all' ? 1 : target.value))
    }
  }
  return sql<IndicatorRow>`
    select r.kind as kind, r.id as id, r.title as title, r.day as day, r.division as division, r.amount as amount
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(kind text, id bigint, title text, day date, division text, amount bigint)
    where r.division collate "C" between current_setting('app.division_first', true) and current_setting('app.division_last', true)`
}

function rowOf({ bureau }: Setting, target: Target, year: number, amount: number): IndicatorRow {
  return {
    kind: 'plan-row',
    id: target.id,
    // The code: the name is put in its place when the row is shown.
    title: target.indicator,
    day: target.decidedOn ?? `${year}-01-01`,
    division: bureauDivision(bureau),
    amount,
  }
}
