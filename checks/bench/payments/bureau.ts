import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DivisionCode, divisionCode } from '@dongzhou/terms/division'
import { sql } from 'kysely'
import { loadDemoRates, loadSampleRates } from '../../../server/src/benefits/index.ts'
import type { App } from '../../../server/src/platform/app.ts'
import { type DatabaseConfig, openDatabase } from '../../../server/src/platform/db/database.ts'
import { createBureau, migrate } from '../../../server/src/platform/db/migrate.ts'
import { asOwner } from '../../../server/src/platform/db/scope.ts'
import { openFiles, sealFiles } from '../../../server/src/platform/files/index.ts'
import type { JobQueue } from '../../../server/src/platform/jobs.ts'
import { openLog } from '../../../server/src/platform/log.ts'
import type { Bureau } from '../../../server/src/platform/setting.ts'
import { freshKeyring, openVault } from '../../../server/src/platform/vault/index.ts'
import { PayOffice } from '../../../server/src/testing/pay-office.ts'

const COUNTY = divisionCode('999999000000')
const TOWNS = 12
const VILLAGES = 10

/** 演示局: an impossible county of its own with twelve towns of ten villages, its rates loaded, nobody on file. */
export interface BenchBureau {
  readonly office: PayOffice
  readonly app: App
  readonly bureau: Bureau
  readonly villages: readonly DivisionCode[]
  readonly errands: { bureau: string; jobId: string }[]
  close(): Promise<void>
}

export async function openBenchBureau(config: DatabaseConfig, instant: string): Promise<BenchBureau> {
  const folder = await mkdtemp(join(tmpdir(), 'dongzhou-bench-pay-'))
  const database = await openDatabase(config)
  const vault = openVault(freshKeyring())
  const storage = await openFiles({ kind: 'disk', root: join(folder, 'files') })
  const files = await sealFiles(storage, vault, join(folder, 'opened'))
  const errands: { bureau: string; jobId: string }[] = []
  const clock = () => new Date(instant)
  const app: App = { database, vault, files, storage, queue: queueInto(errands), clock, log: openLog('error') }
  await migrate(database)
  const bureau: Bureau = { code: '999999', name: '测试区退役军人事务局', schema: 'b999999', isDemo: true }
  await createBureau(database, bureau)
  const villages = await layGround(app, bureau)
  const office = await PayOffice.open({ app, bureau, division: COUNTY, errands }, instant)
  await office.act('checker', async (setting) => {
    await loadSampleRates(setting)
    await loadDemoRates(setting)
  })
  const close = async () => {
    await database.close()
    await rm(folder, { recursive: true, force: true })
  }
  return { office, app, bureau, villages, errands, close }
}

function queueInto(errands: { bureau: string; jobId: string }[]): JobQueue {
  return {
    send: async (_tx, errand) => {
      errands.push(errand)
    },
    start: async () => undefined,
    daily: async () => undefined,
    stop: async () => undefined,
  }
}

/** 区划 of the county. Answers its villages. */
async function layGround({ database }: App, bureau: Bureau): Promise<readonly DivisionCode[]> {
  const two = (count: number) => String(count).padStart(3, '0')
  const towns = Array.from({ length: TOWNS }, (_, at) => divisionCode(`999999${two(at + 1)}000`))
  const villages = towns.flatMap((town) =>
    Array.from({ length: VILLAGES }, (_, at) => divisionCode(`${town.slice(0, 9)}${two(at + 1)}`)),
  )
  const rows = [
    { code: COUNTY, parent: null as string | null },
    ...towns.map((code) => ({ code, parent: COUNTY as string | null })),
    ...villages.map((code) => ({ code, parent: `${code.slice(0, 9)}000` as string | null })),
  ]
  await asOwner(database.db, bureau.schema, (tx) =>
    sql`insert into division (code, name, short_name, parent_code, source)
      select r.code, r.code, r.code, r.parent, 'test'
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(code text, parent text)`.execute(tx),
  )
  return villages
}
