import { type DivisionCode, levelOf } from '@dongzhou/terms/division'
import { Fault, requireMay } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { recordTrails } from '../../platform/trail.sql.ts'
import { mayWriteEvent } from '../policy.ts'
import { withdrawSeriesOfBatch } from '../series/series.sql.ts'
import { type EventOfBatch, listEventsOfBatchForUpdate, restorePlannedRows, withdrawEventRows } from './import.sql.ts'

/** The rows of one sheet of a batch that are to be taken back. */
export interface WithdrawOrder {
  readonly batchId: string
  readonly sheet: string
  readonly rows: readonly number[]
  readonly because: string
}

/** A row whose record stays, and why. */
export interface KeptRow {
  readonly row: number
  readonly why: string
}

/**
 * 撤回台账活动 (withdraw events): takes back what rows of a batch put on file, but nothing that somebody has worked on since;
 * those rows are answered. What stood planned before the batch is planned again, and a series that the batch had opened goes when
 * nothing is left under it.
 */
export async function withdrawEvents(setting: ActionSetting, order: WithdrawOrder): Promise<readonly KeptRow[]> {
  const events = await listEventsOfBatchForUpdate(setting, order)
  for (const { division } of events) requireMay(mayWriteEvent(setting.clerk, { division: division as DivisionCode }))
  const untouched = events.filter(({ isUntouched }) => isUntouched)
  const gone = untouched.filter(({ wasPlanned }) => !wasPlanned)
  const restored = untouched.filter(({ wasPlanned }) => wasPlanned)
  const done =
    (await withdrawEventRows(setting, idsOf(gone), order.because)) +
    (await restorePlannedRows(setting, idsOf(restored)))
  if (done !== untouched.length) throw new Fault('platform.nothing-changed')
  await recordTrails(
    setting,
    untouched.map(({ id, division, wasPlanned }) => ({
      verb: 'intake.withdraw-batch',
      subject: { kind: 'activity-event', id },
      division,
      after: { batchId: order.batchId, state: wasPlanned ? 'planned' : 'withdrawn' },
    })),
  )
  await withdrawSeries(setting, order.batchId)
  return events.filter(({ isUntouched }) => !isUntouched).map(kept)
}

async function withdrawSeries(setting: ActionSetting, batchId: string): Promise<void> {
  if (levelOf(setting.clerk.division) !== 'county') return
  const withdrawn = await withdrawSeriesOfBatch(setting, batchId)
  await recordTrails(
    setting,
    withdrawn.map(({ id, division }) => ({
      verb: 'intake.withdraw-batch',
      subject: { kind: 'activity-series', id },
      division,
      after: { batchId, state: 'withdrawn' },
    })),
  )
}

function kept({ row, state }: EventOfBatch): KeptRow {
  const why =
    state === 'cancelled' ? '该活动导入后已被取消，记录予以保留。' : '该活动导入后已有人更正，不能随批次撤回。'
  return { row, why }
}

function idsOf(events: readonly EventOfBatch[]): readonly number[] {
  return events.map(({ id }) => id)
}
