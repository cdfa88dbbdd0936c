import type { benefitsRates } from '@dongzhou/contract/benefits-rates'
import type { RoutesOf } from '../../platform/routes.ts'
import { checkRates } from './check-rates.ts'
import { confirmExclusion } from './confirm-exclusion.ts'
import { confirmRates } from './confirm-rates.ts'
import { listExclusions } from './exclusions.sql.ts'
import { exportRates } from './export-rates.ts'
import { getRate } from './get-rate.ts'
import { lookersFor, presentExclusion, presentRate } from './present-rate.ts'
import { proposeExclusion } from './propose-exclusion.ts'
import { proposeRates } from './propose-rates.ts'
import { listRates } from './rates.sql.ts'
import { readRateTable } from './read-rate-table.ts'
import { withdrawExclusion } from './withdraw-exclusion.ts'
import { withdrawRate } from './withdraw-rate.ts'

/** The routes of 标准库 and 兼得关系. */
export const ratesRoutes: RoutesOf<typeof benefitsRates> = {
  listRates: async (setting, input) => {
    const found = await listRates(setting, input, input)
    const lookers = await lookersFor(setting, found.items)
    return { ...found, items: found.items.map((row) => presentRate(row, lookers)) }
  },
  getRate: (setting, input) => getRate(setting, input),
  checkRates: (setting, input) => checkRates(setting, input),
  proposeRates: (setting, input) => proposeRates(setting, input),
  confirmRates: (setting, input) => confirmRates(setting, input),
  withdrawRate: (setting, input) => withdrawRate(setting, input),
  readRateTable: (setting, input) => readRateTable(setting, input),
  exportRates: (setting, { actionId: _, ...query }) => exportRates(setting, query),
  listExclusions: async (setting, input) => {
    const found = await listExclusions(setting, input, input)
    const lookers = await lookersFor(setting, found.items)
    return { ...found, items: found.items.map((row) => presentExclusion(row, lookers)) }
  },
  proposeExclusion: (setting, input) => proposeExclusion(setting, input),
  confirmExclusion: (setting, input) => confirmExclusion(setting, input),
  withdrawExclusion: (setting, input) => withdrawExclusion(setting, input),
}
