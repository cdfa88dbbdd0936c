import type { DivisionCode } from '@dongzhou/terms/division'
import { Fault, requireMay } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { recordTrails } from '../../platform/trail.sql.ts'
import { mayWriteEvent } from '../policy.ts'
import { type EventOfBatch, listEventsOfBatchForUpdate, restorePlannedRows, withdrawEventRows } from './import.sql.ts'

/** A row of a batch that stays, and why. */
export interface KeptEvent {
  readonly eventId: number
  readonly row: number
  readonly sheet: string
  readonly say: string
}

export interface WithdrawnEvents {
  readonly withdrawn: number
  /** Events that stood planned before the batch, and are planned again. */
  readonly restored: number
  readonly kept: readonly KeptEvent[]
}

/** 撤回台账活动 (withdraw events): takes back what a batch put on file, but nothing that somebody has worked on since. */
export async function withdrawEvents(setting: ActionSetting, batchId: string): Promise<WithdrawnEvents> {
  const events = await listEventsOfBatchForUpdate(setting, batchId)
  for (const { division } of events) requireMay(mayWriteEvent(setting.clerk, { division: division as DivisionCode }))
  const untouched = events.filter(({ isUntouched }) => isUntouched)
  const gone = untouched.filter(({ wasPlanned }) => !wasPlanned)
  const restored = untouched.filter(({ wasPlanned }) => wasPlanned)
  const done =
    (await withdrawEventRows(setting, idsOf(gone), '撤回导入批次')) +
    (await restorePlannedRows(setting, idsOf(restored)))
  if (done !== untouched.length) throw new Fault('platform.nothing-changed')
  await recordTrails(
    setting,
    untouched.map(({ id, division, wasPlanned }) => ({
      verb: 'intake.withdraw-batch',
      subject: { kind: 'activity-event', id },
      division,
      after: { batchId, state: wasPlanned ? 'planned' : 'withdrawn' },
    })),
  )
  return { withdrawn: gone.length, restored: restored.length, kept: events.filter((it) => !it.isUntouched).map(kept) }
}

function kept({ id, row, sheet, state }: EventOfBatch): KeptEvent {
  const say =
    state === 'cancelled' ? '该活动导入后已被取消，记录予以保留。' : '该活动导入后已有人更正，不能随批次撤回。'
  return { eventId: id, row, sheet, say }
}

function idsOf(events: readonly EventOfBatch[]): readonly number[] {
  return events.map(({ id }) => id)
}
