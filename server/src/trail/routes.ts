import type { trail } from '@dongzhou/contract/platform'
import { findDay } from '@dongzhou/terms/day'
import { bureauDivision } from '../platform/bureau-division.ts'
import { mayAt } from '../platform/clerk.ts'
import { Fault, requireMay } from '../platform/fault.ts'
import type { RoutesOf } from '../platform/routes.ts'
import { verbName } from '../platform/verb-names.ts'
import { presentTrailRow } from './present.ts'
import { listTrail } from './trail.sql.ts'
import { verifyTrail } from './verify-trail.ts'

/** The routes of 留痕: reading it inside one's division, and verifying its seals for the whole bureau. */
export const trailRoutes: RoutesOf<typeof trail> = {
  list: async (setting, input) => {
    const { subject, accountId, verb } = input
    const filter = { subject, accountId, verb, from: startOf(input.from), before: endOf(input.to) }
    const found = await listTrail(setting.tx, filter, input)
    return { ...found, items: found.items.map((row) => presentTrailRow(row, verbName)) }
  },
  verify: async (setting) => {
    // Whoever sees a part of the rows would see the rest as missing.
    requireMay(mayAt(setting.clerk, 'trail.read', bureauDivision(setting.bureau)))
    const { last: _last, ...verdict } = await verifyTrail(setting.tx)
    return verdict
  },
}

const DAY_MS = 86_400_000

/** A day begins at midnight in China; an instant is taken as it is. */
function startOf(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined
  const instant = new Date(findDay(text) === undefined ? text : `${text}T00:00:00+08:00`)
  if (Number.isNaN(instant.getTime())) throw new Fault('platform.bad-input', { field: 'from' })
  return instant
}

/** A day counts to its end. */
function endOf(text: string | undefined): Date | undefined {
  const start = startOf(text)
  if (start === undefined || text === undefined || findDay(text) === undefined) return start
  return new Date(start.getTime() + DAY_MS)
}
