import { type App, inOwnerSetting } from '../platform/app.ts'
import { Fault } from '../platform/fault.ts'
import type { ActionSetting, Bureau } from '../platform/setting.ts'
import { recordTrails } from '../platform/trail.sql.ts'
import { listExpiredFilesForUpdate, recordContentRemoved } from './expired-files.sql.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const FILES_AT_ONCE = 100

/**
 * 清理到期文件 (remove expired files): uploads and exports older than so many days leave the storage; record and trail stay. They hold
 * whole registers, and nobody should keep those for longer than the work needs. Logs and the trail are no files and stay.
 */
export async function removeExpiredFiles(app: App, bureau: Bureau, keepDays: number): Promise<number> {
  let removed = 0
  for (;;) {
    const count = await inOwnerSetting(app, bureau, (setting) => removeSome(setting, keepDays))
    removed += count
    if (count < FILES_AT_ONCE) return removed
  }
}

/** Contents go before the records say so: killed in between, the next night finds the records again and the removal says nothing twice. */
async function removeSome(setting: ActionSetting, keepDays: number): Promise<number> {
  const before = new Date(setting.now.getTime() - keepDays * DAY_MS)
  const expired = await listExpiredFilesForUpdate(setting.tx, before, FILES_AT_ONCE)
  if (expired.length === 0) return 0
  for (const { key } of expired) await setting.files.remove(key)
  const ids = expired.map(({ id }) => id)
  if ((await recordContentRemoved(setting.tx, ids, setting.now)) !== ids.length)
    throw new Fault('platform.nothing-changed')
  await recordTrails(
    setting,
    expired.map(({ id, kind, division, createdAt }) => ({
      verb: 'platform.remove-file',
      subject: { kind: 'file', id },
      division,
      before: { kind, createdAt: createdAt.toISOString() },
      after: { keepDays },
    })),
  )
  return expired.length
}
