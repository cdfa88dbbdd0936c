import { type FigureQuery, figureKey } from '@dongzhou/engines/reports'
import type { FigureReading } from '@dongzhou/terms/document'
import type { IndicatorCode, Unit } from '@dongzhou/terms/indicator'
import { Fault } from '../platform/fault.ts'
import type { Setting } from '../platform/setting.ts'
import { type LiveQuery, listRows, readFigures } from './figures.sql.ts'
import type { Indicator } from './indicator.ts'
import { mayReadIndicator } from './policy.ts'
import { findIndicator } from './registry.ts'
import { type ShownRow, showRows } from './show-rows.ts'

/**
 * 取数 (figures): what the indicators answer, in the caller's scope, by figure key. No figure over no rows: nothing recorded
 * is not nought. Throws `plan.indicator-unknown` and `plan.range-reversed`.
 */
export async function figuresFor(
  setting: Setting,
  queries: readonly FigureQuery[],
): Promise<ReadonlyMap<string, FigureReading>> {
  const asked = [...new Map(queries.map((query) => [figureKey(query), query]))]
  const plans = asked.map(([key, query]) => ({ key, ...planOf(setting, query) }))
  const live = plans.flatMap(({ key, query }) => (query ? [{ key, query }] : []))
  const values = await readFigures(
    setting,
    live.map(({ query }) => query),
  )
  const found = new Map<string, FigureReading>()
  for (const { key, missing } of plans) if (missing) found.set(key, { missing })
  for (const [at, { key }] of live.entries()) {
    const value = values[at]
    found.set(key, value === undefined || value.rows === 0 ? { missing: 'no-rows' } : value)
  }
  return found
}

interface QueryPlan {
  readonly query: LiveQuery | undefined
  readonly missing: 'room-not-built' | 'not-permitted' | undefined
}

function planOf(setting: Setting, { indicator: code, from, to }: FigureQuery): QueryPlan {
  const indicator = getIndicator(code)
  if (from > to) throw new Fault('plan.range-reversed')
  if (indicator.state === 'room-not-built') return { query: undefined, missing: 'room-not-built' }
  if (mayReadIndicator(setting.clerk, indicator) !== 'yes') return { query: undefined, missing: 'not-permitted' }
  return { query: { indicator, range: { from, to } }, missing: undefined }
}

/** 口径: an indicator's name, its query in words and its unit; undefined when there is none of that code. */
export function indicatorWords(
  code: IndicatorCode | string,
): { readonly name: string; readonly query: string; readonly unit: Unit } | undefined {
  const found = findIndicator(code)
  return found && { name: found.name, query: found.query, unit: found.unit }
}

/** 明细: a page of the rows behind a figure, in the caller's scope, each with what it opens. */
export async function indicatorRows(
  setting: Setting,
  query: FigureQuery,
  page: { readonly page: number; readonly size: number },
): Promise<{ readonly items: readonly ShownRow[]; readonly total: number; readonly more: boolean }> {
  const plan = planOf(setting, query)
  if (plan.missing === 'room-not-built') throw new Fault('plan.room-not-built')
  if (!plan.query) throw new Fault('access.not-authorised')
  const found = await listRows(setting, plan.query, page)
  return { ...found, items: await showRows(setting, found.items) }
}

export function getIndicator(code: string): Indicator {
  const found = findIndicator(code)
  if (!found) throw new Fault('plan.indicator-unknown')
  return found
}
