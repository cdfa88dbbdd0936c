import type { HealthCode } from '@dongzhou/contract/integrity'
import { accountMissing, deadWithAward, excluded, uncertain, unjustified } from './awards.sql.ts'
import type { HealthCheck } from './health-check.ts'
import { deathUnregistered, disputed, twins, unconfirmed } from './people.sql.ts'

/** 数据健康项, the gravest first. A check that is added has its line here and its code in the contract. */
export const healthChecks: readonly HealthCheck[] = [
  deadWithAward,
  deathUnregistered,
  unjustified,
  twins,
  excluded,
  accountMissing,
  unconfirmed,
  uncertain,
  disputed,
]

export function healthCheckOf(code: HealthCode): HealthCheck {
  const found = healthChecks.find((check) => check.code === code)
  if (!found) throw new Error(`no health check is called ${code}`)
  return found
}
