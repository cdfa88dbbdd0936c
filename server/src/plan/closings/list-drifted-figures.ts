import type { Setting } from '../../platform/setting.ts'
import { listClosings } from './closings.sql.ts'
import type { Drift } from './drift.ts'
import { getClosing } from './get-closing.ts'

export interface DriftedFigure {
  readonly closingId: number
  readonly indicator: string
  readonly drift: Drift
}

const CLOSINGS_LOOKED_AT = 20

/** 有差异的定数: frozen figures of the latest closings whose rows are others today, as the caller's scope shows them. */
export async function listDriftedFigures(setting: Setting): Promise<readonly DriftedFigure[]> {
  const { items } = await listClosings(setting, {}, { page: 1, size: CLOSINGS_LOOKED_AT })
  const drifted: DriftedFigure[] = []
  // A bureau closes twice a year; the twenty latest are ten years.
  for (const { id } of items) {
    const { figures } = await getClosing(setting, id)
    for (const { indicator, drift } of figures) {
      if (drift.isDrifted) drifted.push({ closingId: id, indicator: indicator.code, drift })
    }
  }
  return drifted
}
