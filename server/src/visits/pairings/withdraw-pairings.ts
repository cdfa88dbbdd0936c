import type { DivisionCode } from '@dongzhou/terms/division'
import { Fault, requireMay } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { recordTrails } from '../../platform/trail.sql.ts'
import { mayWritePairing } from '../policy.ts'
import {
  listPairingsOfBatchForUpdate,
  listVisitsOfBatchForUpdate,
  type PairingOfBatch,
  withdrawPairingRows,
  withdrawVisitRows,
} from './import.sql.ts'

/** The rows of one sheet of a batch that are to be taken back. */
export interface WithdrawOrder {
  readonly batchId: string
  readonly sheet: string
  readonly rows: readonly number[]
  readonly because: string
}

/** A row whose records stay, and why. */
export interface KeptRow {
  readonly row: number
  readonly why: string
}

/**
 * 撤回台账结对 (withdraw pairings): takes back the pairings and visits that rows of a batch put on file. A row goes back as a
 * whole or stays as a whole: once somebody has worked on its pairing or one of its visits, it stays and is answered.
 */
export async function withdrawPairings(setting: ActionSetting, order: WithdrawOrder): Promise<readonly KeptRow[]> {
  const pairings = await listPairingsOfBatchForUpdate(setting, order)
  const visits = await listVisitsOfBatchForUpdate(setting, order)
  for (const { division } of [...pairings, ...visits])
    requireMay(mayWritePairing(setting.clerk, { division: division as DivisionCode }))
  const kept = keptRows(pairings, visits)
  const gone = pairings.filter(({ row }) => !kept.has(row))
  const goneVisits = visits.filter(({ row }) => !kept.has(row))
  const done =
    (await withdrawVisitRows(setting, idsOf(goneVisits), order.because)) +
    (await withdrawPairingRows(setting, idsOf(gone), order.because))
  if (done !== gone.length + goneVisits.length) throw new Fault('platform.nothing-changed')
  await recordTrails(setting, [
    ...gone.map(({ id, division }) => trailOf('pairing', id, division, order)),
    ...goneVisits.map(({ id, division }) => trailOf('pairing-visit', id, division, order)),
  ])
  return [...kept].map(([row, why]) => ({ row, why }))
}

function keptRows(
  pairings: readonly PairingOfBatch[],
  visits: readonly { readonly row: number; readonly isUntouched: boolean }[],
): ReadonlyMap<number, string> {
  const kept = new Map<number, string>()
  for (const { row, isUntouched } of visits) {
    if (!isUntouched) kept.set(row, '该行的走访记录导入后已有人更正，不能随批次撤回。')
  }
  for (const pairing of pairings) {
    const why = whyKept(pairing)
    if (why !== undefined) kept.set(pairing.row, why)
  }
  return kept
}

function whyKept({ state, isUntouched, laterVisits }: PairingOfBatch): string | undefined {
  if (state === 'ended') return '该结对导入后已终止，记录予以保留。'
  if (!isUntouched) return '该结对导入后已有人更正，不能随批次撤回。'
  return laterVisits > 0 ? '该结对导入后已登记新的走访，不能随批次撤回。' : undefined
}

function trailOf(kind: string, id: number, division: string, { batchId }: WithdrawOrder) {
  return { verb: 'intake.withdraw-batch', subject: { kind, id }, division, after: { batchId, state: 'withdrawn' } }
}

function idsOf(records: readonly { readonly id: number }[]): readonly number[] {
  return records.map(({ id }) => id)
}
