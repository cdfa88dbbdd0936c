import type { DivisionCode } from '@dongzhou/terms/division'
import { enter } from '../platform/db/scope.ts'
import type { Setting } from '../platform/setting.ts'

/**
 * Works inside a part of the clerk's own scope: a town's report counts the town, whoever in the bureau opens it. Narrowing
 * only: the caller has found the report through row-level security, so its division lies within the clerk's. When the work
 * throws, the transaction is given up as a whole, and so is the narrowing.
 */
export async function withinDivision<S extends Setting, T>(
  setting: S,
  division: DivisionCode,
  work: (setting: S) => Promise<T>,
): Promise<T> {
  if (division === setting.clerk.division) return work(setting)
  const { schema } = setting.bureau
  await enter(setting.tx, { schema, division })
  const answer = await work({ ...setting, clerk: { ...setting.clerk, division } })
  await enter(setting.tx, { schema, division: setting.clerk.division })
  return answer
}
