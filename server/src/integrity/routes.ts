import type { integrity } from '@dongzhou/contract/integrity'
import type { RoutesOf } from '../platform/routes.ts'
import { getHealth, listHealthRows } from './health/show-health.ts'
import { showInspection } from './show-inspection.ts'

/** The routes of 数据健康 and 完整性检查. */
export const integrityRoutes: RoutesOf<typeof integrity> = {
  getHealth: (setting, input) => getHealth(setting, input),
  listHealthRows: (setting, input) => listHealthRows(setting, input),
  getInspection: (setting) => showInspection(setting),
}
