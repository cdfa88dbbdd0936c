import type { QueryClient } from '@tanstack/react-query'
import { troubleOf } from './trouble.ts'

/**
 * For an action that overwrites nothing (cancel, end): when somebody changed the record meanwhile, what is on screen is asked anew, so that
 * the second attempt is made under the record as it stands now. `api.visits.endPairing(…).catch(askAnew(queries))`.
 */
export function askAnew(queries: QueryClient): (error: unknown) => never {
  return (error) => {
    if (troubleOf(error).kind === 'stale') void queries.invalidateQueries()
    throw error
  }
}
