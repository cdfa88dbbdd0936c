import { existsSync } from 'node:fs'
import { fewestPeopleForSamples, writeSamples } from '../demo/index.ts'
import type { App } from '../platform/app.ts'
import { settingFor } from '../platform/app.ts'
import { createBureau } from '../platform/db/migrate.ts'
import { asOwner, inScope } from '../platform/db/scope.ts'
import type { BoundRoute } from '../platform/routes.ts'
import type { Bureau } from '../platform/setting.ts'
import { haimenDivisions, recordDivisions } from '../registry/index.ts'
import { hasJobOfKind, listBureaus, listUserNames, markAsDemo } from './bureaus.sql.ts'
import type { Config } from './config.ts'
import { demoAccounts } from './demo-accounts.ts'
import { fillPeopleKind } from './fill-people.ts'
import { type FirstAccount, openFirstAccounts, systemActor } from './first-accounts.ts'
import { loadRates } from './load-rates.ts'

/** The seed of every demo bureau: the samples go with its people. */
export const DEMO_SEED = 320_614

export const DEMO_BUREAU = { code: '320614', name: '南通市海门区退役军人事务局' } as const

/** What was new on this start. */
export interface DemoStart {
  readonly bureau: Bureau
  readonly hasNewAccounts: boolean
}

/**
 * 演示局 (demo bureau): made when the embedded database is empty. Each step asks first whether it was done, so a start that was killed
 * at any point is completed by the next one. Answers undefined where there is a bureau that is no demo, or no demo is wanted.
 */
export async function ensureDemoBureau(
  app: App,
  config: Pick<Config, 'demoAccountsPath' | 'demoPeople'>,
  routes: readonly BoundRoute[],
): Promise<DemoStart | undefined> {
  const found = await findDemoBureau(app, config)
  if (found === 'none') return undefined
  const accounts = await demoAccounts(config.demoAccountsPath)
  const bureau = found === 'to-make' ? await layGround(app) : found
  return { bureau, hasNewAccounts: await openMissing(app, bureau, routes, accounts) }
}

async function findDemoBureau(
  app: App,
  config: Pick<Config, 'demoAccountsPath' | 'demoPeople'>,
): Promise<Bureau | 'to-make' | 'none'> {
  const [bureau, ...more] = await listBureaus(app.database.db)
  if (!bureau) return config.demoPeople > 0 ? 'to-make' : 'none'
  if (bureau.isDemo) return bureau
  if (more.length > 0 || bureau.code !== DEMO_BUREAU.code || !existsSync(config.demoAccountsPath)) return 'none'
  // Killed between making the schema and laying the ground: a real bureau has its administrators from the first moment.
  const names = await asOwner(app.database.db, bureau.schema, listUserNames)
  return names.size === 0 ? 'to-make' : 'none'
}

/** Orders the filling with people, unless it was ordered before. Answers whether it was ordered now. */
export async function orderPeople(app: App, bureau: Bureau, count: number): Promise<boolean> {
  const actor = systemActor(bureau, [])
  return inScope(app.database.db, { schema: bureau.schema, division: actor.clerk.division }, async (tx) => {
    if (count === 0 || (await hasJobOfKind(tx, fillPeopleKind))) return false
    await settingFor(app, actor, tx).startJob({
      kind: fillPeopleKind,
      title: '写入演示人员',
      payload: { seed: DEMO_SEED, count },
      total: count,
    })
    return true
  })
}

/** Writes the sample ledgers that go with the demo's people. */
export async function writeDemoSamples(folder: string, people: number): Promise<void> {
  await writeSamples(folder, { seed: DEMO_SEED, count: Math.max(people, fewestPeopleForSamples) })
}

/** The bureau with its schema, then its divisions and the mark of a demo in one transaction. */
async function layGround(app: App): Promise<Bureau> {
  await createBureau(app.database, DEMO_BUREAU)
  const bureau: Bureau = { ...DEMO_BUREAU, schema: `b${DEMO_BUREAU.code}`, isDemo: true }
  await asOwner(app.database.db, bureau.schema, async (tx) => {
    await recordDivisions({ tx }, seedDivisions())
    await markAsDemo(tx, bureau.code)
  })
  await loadRates(app, bureau)
  return bureau
}

async function openMissing(
  app: App,
  bureau: Bureau,
  routes: readonly BoundRoute[],
  accounts: readonly FirstAccount[],
): Promise<boolean> {
  const known = await asOwner(app.database.db, bureau.schema, listUserNames)
  const missing = accounts.filter(({ userName }) => !known.has(userName))
  await openFirstAccounts(app, bureau, routes, missing)
  return missing.length > 0
}

/** 海门区划 as the registry records them. */
export function seedDivisions(): Parameters<typeof recordDivisions>[1] {
  return haimenDivisions.map(({ parent, ...division }) => ({ ...division, parentCode: parent, source: SEED_SOURCE }))
}

const SEED_SOURCE = '国家统计局2023年统计用区划代码'
