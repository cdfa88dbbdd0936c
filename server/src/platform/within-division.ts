import { type DivisionCode, isWithin } from '@dongzhou/terms/division'
import { enter } from './db/scope.ts'
import { Fault } from './fault.ts'
import type { Setting } from './setting.ts'

/**
 * Works inside a part of the clerk's own scope: a town's report counts the town, whoever in the bureau opens it. It only
 * narrows: a division that does not lie within the clerk's is refused. When the work throws, the transaction is given up as a
 * whole, and so is the narrowing.
 */
export async function withinDivision<S extends Setting, T>(
  setting: S,
  division: DivisionCode,
  work: (setting: S) => Promise<T>,
): Promise<T> {
  if (division === setting.clerk.division) return work(setting)
  if (!isWithin(division, setting.clerk.division)) throw new Fault('access.outside-jurisdiction')
  const { schema } = setting.bureau
  await enter(setting.tx, { schema, division })
  const answer = await work({ ...setting, clerk: { ...setting.clerk, division } })
  await enter(setting.tx, { schema, division: setting.clerk.division })
  return answer
}
