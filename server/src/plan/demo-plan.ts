import { listSeriesOfYears, openSeries } from '../activities/index.ts'
import type { ActionSetting } from '../platform/setting.ts'
import { planOfYear } from './plans/plan-of-year.ts'

/**
 * 演示计划 (demo plan): opens the series of the 2025 plan with their planned numbers, through the action a clerk uses, so that
 * ledgers land on them. Safe to repeat. Answers how many it opened.
 */
export async function demoPlan2025(setting: ActionSetting): Promise<number> {
  const plan = planOfYear(2025)
  const open = new Set((await listSeriesOfYears(setting, [2025])).map(({ title }) => title))
  const missing = (plan?.series ?? []).filter(({ title }) => !open.has(title))
  for (const { programme, title, aliases, plannedBy } of missing) {
    // Eight series, once.
    const planned = plan?.targets.find(({ indicator }) => indicator === plannedBy)?.target ?? null
    await openSeries(setting, { programme, year: 2025, title, aliases, planned })
  }
  return missing.length
}
