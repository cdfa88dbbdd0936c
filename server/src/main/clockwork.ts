import { followChanges, orderScreening } from '../benefits/index.ts'
import { inspectBureau } from '../integrity/index.ts'
import { type App, inSetting } from '../platform/app.ts'
import { refreshStatistics } from '../platform/db/statistics.ts'
import { refreshProjectionsKind } from '../registry/index.ts'
import { sealTrail } from '../trail/index.ts'
import { listBureaus } from './bureaus.sql.ts'
import { systemActor } from './first-accounts.ts'
import { removeExpiredFiles } from './remove-expired-files.ts'
import { sweepOrphanFiles } from './sweep-orphan-files.ts'

/** Work of the night that a house above hands in: the console has the backup. */
export interface Nightly {
  readonly name: string
  /** Five fields, in China's time. */
  readonly cron: string
  run(app: App): Promise<void>
}

/** What happens by the clock: the trail is sealed every five minutes, the planner is told what there is every hour, lists follow the day after midnight and with them who is entitled to what, which follows every change by the minute too, old uploads go before three and contents without a record with them, the data is inspected at three. */
export async function startClockwork(
  app: App,
  surroundings: { readonly backupFolder: string | undefined; readonly keepFilesDays: number },
  nights: readonly Nightly[],
): Promise<void> {
  const { database, queue, log } = app
  await queue.daily('seal-trail', '*/5 * * * *', async () => {
    for (const bureau of await listBureaus(database.db)) {
      const sealing = await sealTrail(app, bureau)
      if (sealing.rows > 0 || sealing.isPutOff) log.info({ bureau: bureau.code, ...sealing }, 'trail sealed')
    }
  })
  await queue.daily('refresh-statistics', '20 * * * *', async () => {
    await refreshStatistics(database)
  })
  await queue.daily('refresh-projections', '10 0 * * *', async () => {
    for (const bureau of await listBureaus(database.db)) {
      const order = { kind: refreshProjectionsKind, title: '名册逐日更新', payload: {} }
      await inSetting(app, systemActor(bureau, []), crypto.randomUUID(), (setting) => setting.startJob(order))
    }
  })
  // After the lists have followed the day: a birthday changes what somebody is entitled to.
  await queue.daily('screen-benefits', '30 0 * * *', async () => {
    for (const bureau of await listBureaus(database.db))
      await inSetting(app, systemActor(bureau, []), crypto.randomUUID(), orderScreening)
  })
  await queue.daily('follow-benefits', '* * * * *', async () => {
    for (const bureau of await listBureaus(database.db)) {
      const followed = await followChanges(app, systemActor(bureau, []))
      if (followed.people > 0) log.info({ bureau: bureau.code, ...followed }, 'benefits followed')
    }
  })
  // After the backup of half past one: what goes tonight is in last night's.
  await queue.daily('remove-expired-files', '40 2 * * *', async () => {
    for (const bureau of await listBureaus(database.db)) {
      const removed = await removeExpiredFiles(app, bureau, surroundings.keepFilesDays)
      if (removed > 0) log.info({ bureau: bureau.code, removed }, 'expired files removed')
    }
    await sweepOrphanFiles(app, await listBureaus(database.db))
  })
  await queue.daily('integrity', '0 3 * * *', async () => {
    for (const bureau of await listBureaus(database.db)) await inspectBureau(app, bureau, surroundings)
  })
  for (const { name, cron, run } of nights) await queue.daily(name, cron, () => run(app))
}
