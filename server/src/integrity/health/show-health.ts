import type { HealthCode, HealthItem, HealthRow } from '@dongzhou/contract/integrity'
import type { Paged } from '@dongzhou/contract/shapes'
import { confirmedSince } from '@dongzhou/engines/benefits'
import type { DivisionCode } from '@dongzhou/terms/division'
import { houseRulesOf } from '../../benefits/index.ts'
import { mayAt } from '../../platform/clerk.ts'
import { requireMay } from '../../platform/fault.ts'
import type { Setting } from '../../platform/setting.ts'
import { divisionNames, listMergedFiles } from '../../registry/index.ts'
import { countByTown, listAilments } from './health.sql.ts'
import type { HealthGround } from './health-check.ts'
import { healthCheckOf, healthChecks } from './health-checks.ts'

interface Place {
  readonly division?: DivisionCode | undefined
}

/** 数据健康: every check over the clerk's own places, as things stand now; what finds nothing is left out. */
export async function getHealth(
  setting: Setting,
  { division }: Place,
): Promise<{ readonly items: readonly HealthItem[] }> {
  requireSight(setting, division)
  const ground = await groundOf(setting)
  const found = []
  // Nine checks, each its own question: together they would be one that no index serves.
  for (const check of healthChecks)
    found.push({ check, towns: await countByTown(setting, { check, ground }, division) })
  const names = await divisionNames(
    setting,
    found.flatMap(({ towns }) => towns.map((town) => town.division)),
  )
  return {
    items: found
      .filter(({ towns }) => towns.length > 0)
      .map(({ check: { code, name, severity, why, whatToDo }, towns }) => ({
        ...{ code, name, severity, why, whatToDo },
        count: towns.reduce((sum, { count }) => sum + count, 0),
        byDivision: towns.map((town) => ({
          division: { code: town.division, name: names.get(town.division) ?? town.division },
          count: town.count,
        })),
      })),
  }
}

/** 数据健康明细: who it is, and what exactly is wrong. */
export async function listHealthRows(
  setting: Setting,
  ask: Place & { readonly code: HealthCode; readonly page: number; readonly size: number },
): Promise<Paged<HealthRow>> {
  requireSight(setting, ask.division)
  const check = healthCheckOf(ask.code)
  const { items, ...counted } = await listAilments(setting, { check, ground: await groundOf(setting) }, ask)
  const names = await divisionNames(
    setting,
    items.map((row) => row.division_code),
  )
  return {
    ...counted,
    items: items.map((row) => ({
      id: row.id,
      personId: row.person_id,
      name: row.name,
      division: { code: row.division_code, name: names.get(row.division_code) ?? row.division_code },
      say: check.say(row),
    })),
  }
}

async function groundOf(setting: Setting): Promise<HealthGround> {
  const { tx, today, bureau } = setting
  const rules = await houseRulesOf(setting, today)
  const merged = await listMergedFiles(tx)
  return { today, isDemo: bureau.isDemo, confirmedSince: confirmedSince(today, rules), merged }
}

function requireSight({ clerk }: Setting, division: DivisionCode | undefined): void {
  if (division !== undefined) requireMay(mayAt(clerk, 'benefits.read', division))
}
