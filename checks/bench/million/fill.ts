import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { sql } from 'kysely'
import {
  boundRoutes,
  DEMO_SEED,
  ensureDemoBureau,
  fillPeople,
  migrateAlone,
  openTools,
  readConfig,
  systemActor,
} from '../../../server/src/main/index.ts'
import { type Actor, type App, inSetting } from '../../../server/src/platform/app.ts'
import type { Bureau } from '../../../server/src/platform/setting.ts'

/** A demo bureau on PostgreSQL with many people, opened in this process. */
export interface FilledBureau {
  readonly app: App
  readonly bureau: Bureau
  readonly people: number
  readonly facts: number
  /** How long the filling took; undefined when the people were there from an earlier run. */
  readonly fillMs: number | undefined
  /** Acts as the system within a division: what a clerk of that division would be shown. */
  actorAt(division: Actor['clerk']['division']): Actor
  close(): Promise<void>
}

/**
 * Fills a database with synthetic people through the product's own action, as `dongzhou demo --people N` does: every person with all
 * facts a demo person has, sealed, indexed and left in the trail.
 */
export async function fillBureau(folder: string, url: string, people: number): Promise<FilledBureau> {
  const config = readConfig({ DONGZHOU_DATA: join(folder, 'data'), DATABASE_URL: url, DONGZHOU_LOG: 'error' })
  const { app, close } = await openTools(config)
  try {
    await migrateAlone(app.database)
    const demo = await ensureDemoBureau(app, config, boundRoutes())
    if (!demo) throw new Error('the database holds a bureau that is no demo')
    const { bureau } = demo
    const isFilled = (await countRows(app, bureau)).people === people
    const started = performance.now()
    if (!isFilled) await fill(app, systemActor(bureau, ['registry.write']), people)
    const fillMs = isFilled ? undefined : performance.now() - started
    await sql.raw('vacuum analyze').execute(app.database.db)
    const counted = await countRows(app, bureau)
    if (counted.people !== people) throw new Error(`${counted.people} people are on file, ${people} were ordered`)
    const actorAt = (division: Actor['clerk']['division']): Actor => {
      const actor = systemActor(bureau, ['registry.read', 'registry.write', 'activities.write'])
      return { ...actor, clerk: { ...actor.clerk, division } }
    }
    return { app, bureau, ...counted, fillMs, actorAt, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function fill(app: App, actor: Actor, people: number): Promise<void> {
  const steps: Parameters<typeof fillPeople>[0] = {
    step: (work) => inSetting(app, actor, randomUUID(), work),
    report: async (done, total) => {
      if (done % 50_000 === 0) console.error(`${done} of ${total} people`)
    },
  }
  await fillPeople(steps, { seed: DEMO_SEED, count: people })
}

async function countRows(app: App, bureau: Bureau): Promise<{ readonly people: number; readonly facts: number }> {
  const { rows } = await sql<{ people: number; facts: number }>`
    select (select count(*) from ${sql.id(bureau.schema, 'person')}) as people,
      (select count(*) from ${sql.id(bureau.schema, 'fact')}) as facts`.execute(app.database.db)
  return rows[0] ?? { people: 0, facts: 0 }
}
