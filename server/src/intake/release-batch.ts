import { z } from 'zod'
import type { JobRun } from '../platform/job.sql.ts'
import type { ActionSetting } from '../platform/setting.ts'
import { type Batch, type BatchChange, changeBatch, clearRows, findBatchForUpdate } from './batches.sql.ts'
import { countOutcomes } from './outcomes.sql.ts'

const BatchOrder = z.object({ batchId: z.uuid() })

/**
 * 释放批次 (release batch): a job that ended without being done leaves its batch in a state one can go on from, with a
 * sentence. Half a reading is nothing: its rows are cleared, or they could be accepted as if they were the whole sheet.
 */
export async function releaseBatch(setting: ActionSetting, run: JobRun): Promise<void> {
  const order = BatchOrder.safeParse(run.payload)
  const batch = order.success ? await findBatchForUpdate(setting, order.data.batchId) : undefined
  // Somebody else's job has it by now, or it was freed before.
  if (!batch || batch.jobId !== run.id) return
  const change = await changeFor(setting, batch)
  if (change) await changeBatch(setting, batch.id, change)
}

async function changeFor(setting: ActionSetting, batch: Batch): Promise<BatchChange | undefined> {
  switch (batch.state) {
    case 'reading':
      await clearRows(setting, batch.id)
      return { state: 'staged', fault: '读取中断，请重新读取或重新上传。' }
    case 'accepting': {
      const { new: added, changed, unchanged } = await countOutcomes(setting, batch.id)
      const state = added + changed + unchanged > 0 ? 'accepted' : 'staged'
      return { state, fault: '接收中断，已接收的行予以保留，其余可以继续接收。' }
    }
    case 'withdrawing':
      return { state: 'accepted', fault: '撤回中断，已撤回的行不再恢复，其余可以继续撤回。' }
    default:
      return undefined
  }
}
