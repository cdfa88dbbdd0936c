import { inspectBureau } from '../integrity/index.ts'
import type { App } from '../platform/app.ts'
import { sealTrail } from '../trail/index.ts'
import { listBureaus } from './bureaus.sql.ts'

/** What happens by the clock: the trail is sealed every five minutes, the data inspected every night at three. */
export async function startClockwork(app: App): Promise<void> {
  const { database, queue, log } = app
  await queue.daily('seal-trail', '*/5 * * * *', async () => {
    for (const bureau of await listBureaus(database.db)) {
      const sealing = await sealTrail(app, bureau)
      if (sealing.rows > 0 || sealing.isPutOff) log.info({ bureau: bureau.code, ...sealing }, 'trail sealed')
    }
  })
  await queue.daily('integrity', '0 3 * * *', async () => {
    for (const bureau of await listBureaus(database.db)) await inspectBureau(app, bureau)
  })
}
