import { randomUUID } from 'node:crypto'
import { mayAnywhere } from '../platform/clerk.ts'
import { Fault, requireMay } from '../platform/fault.ts'
import { findFile } from '../platform/file.sql.ts'
import type { ActionSetting } from '../platform/setting.ts'
import { recordTrail } from '../platform/trail.sql.ts'
import { changeBatch, recordBatch } from './batches.sql.ts'

export interface StartBatch {
  readonly fileId: string
  readonly sender: string
}

/** 开始导入: takes an uploaded file as a batch and has it read in the background. Nothing of it counts yet. */
export async function startBatch(
  setting: ActionSetting,
  input: StartBatch,
): Promise<{ id: string; version: number; jobId: string }> {
  requireMay(mayAnywhere(setting.clerk, 'intake.write'))
  const file = await findFile(setting, input.fileId)
  if (file?.kind !== 'upload' || file.accountId !== setting.clerk.accountId) throw new Fault('intake.file-missing')
  const id = randomUUID()
  await recordBatch(setting, { id, fileId: file.id, fileName: file.name, sender: input.sender })
  const jobId = await setting.startJob({
    kind: 'intake.read-batch',
    title: '读取并核对台账',
    payload: { batchId: id, settled: [] },
  })
  const version = await changeBatch(setting, id, { jobId })
  await recordTrail(setting, {
    verb: 'intake.start-batch',
    subject: { kind: 'intake-batch', id },
    after: { fileId: file.id },
  })
  return { id, version, jobId }
}
