import { authoritiesOf } from '@dongzhou/terms/role'
import { type Actor, type App, inOwnerSetting, inSetting } from '../platform/app.ts'
import { systemClerk } from '../platform/clerk.ts'
import { changeJobRun, recordJobRun } from '../platform/job.sql.ts'
import type { Bureau } from '../platform/setting.ts'
import type { Check, Finding, Surroundings } from './check.ts'
import { checks } from './checks.ts'

/** What one check found; `rows` shows the first of them. */
export interface Inspection {
  readonly check: Pick<Check, 'code' | 'name' | 'severity' | 'why' | 'whatToDo'>
  readonly count: number
  readonly rows: readonly Finding[]
}

const ROWS_SHOWN = 20

/** The job under which the nightly round stands. */
export const inspectionKind = 'integrity.inspect'

/**
 * 完整性检查 (integrity): every check over one bureau, as owner: what lies outside every clerk's scope is wrong too. Each check has a
 * transaction of its own, so that a long one holds nobody up.
 */
export async function inspect(
  app: App,
  bureau: Bureau,
  surroundings: Surroundings = {},
): Promise<readonly Inspection[]> {
  const inspections: Inspection[] = []
  for (const check of checks) {
    inspections.push(
      await inOwnerSetting(app, bureau, async (setting) => {
        // Named one by one: a caller may hand in its whole configuration, whose `files` are no storage.
        const look = { ...setting, backupFolder: surroundings.backupFolder }
        const count = await check.summary(look)
        return { check, count, rows: count === 0 ? [] : await check.rows(look, ROWS_SHOWN) }
      }),
    )
  }
  return inspections
}

/** The nightly round: what was found goes into the log by code and count, and stands as a finished job for screens to show. */
export async function inspectBureau(app: App, bureau: Bureau, surroundings: Surroundings = {}): Promise<void> {
  const found = (await inspect(app, bureau, surroundings)).filter(({ count }) => count > 0)
  for (const { check, count } of found) {
    app.log.warn({ bureau: bureau.code, check: check.code, severity: check.severity, count }, 'integrity')
  }
  const result = {
    findings: found.map(({ check: { code, name, severity }, count }) => ({ code, name, severity, count })),
  }
  const actor = inspector(bureau)
  await inSetting(app, actor, crypto.randomUUID(), async ({ tx, now }) => {
    const order = { kind: inspectionKind, title: '完整性检查', payload: {}, total: checks.length }
    const id = await recordJobRun(tx, { ...order, accountId: undefined, division: actor.clerk.division, now })
    await changeJobRun(tx, id, { state: 'done', done: checks.length, result }, now)
  })
}

function inspector(bureau: Bureau): Actor {
  return { bureau, clerk: systemClerk(bureau.code, authoritiesOf.chief), secondFactor: 'off' }
}
