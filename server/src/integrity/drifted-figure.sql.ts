import { sql } from 'kysely'
import { type DriftedFigure, listDriftedFigures } from '../plan/index.ts'
import { enter } from '../platform/db/scope.ts'
import type { Check, Look } from './check.ts'

/** 定数与记录不符: rows came or went after a figure was frozen, and nobody has restated it. */
export const driftedFigure: Check = {
  code: 'drifted-figure',
  name: '期末定数与现有记录不符',
  severity: 'warning',
  why: '对外引用的数字已与记录不一致，被问起时说不清。',
  whatToDo: '到“计划”的期末定数中查看差异，确属补报的更正定数并写明原因。',
  summary: async (look) => (await drifted(look)).length,
  rows: async (look, limit) =>
    (await drifted(look)).slice(0, limit).map(({ closingId, indicator, drift }) => ({
      kind: 'closing',
      id: String(closingId),
      say: `${indicator} 多 ${drift.added} 条、少 ${drift.removed} 条`,
    })),
}

/** The one check that asks the code of its room: a figure is nothing but its indicator's query, over the whole bureau. */
async function drifted(look: Look): Promise<readonly DriftedFigure[]> {
  const { tx, bureau, clerk } = look
  await enter(tx, { schema: bureau.schema, division: clerk.division })
  const found = await listDriftedFigures(look)
  await sql`reset role`.execute(tx)
  return found
}
