import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { divisionCode } from '@dongzhou/terms/division'
import { sql } from 'kysely'
import { memoryOf } from '../running/process-memory.ts'
import { type RunningServer, startServer } from '../running/server-process.ts'
import { type Cluster, openCluster } from './cluster.ts'
import type { BenchResult, Measured } from './measured.ts'
import { recordYear } from './million/events.ts'
import { type FilledBureau, fillBureau } from './million/fill.ts'
import { measureFloor, measureIndicator, measureLists, measurePersonPage, recordDisputes } from './million/pages.ts'
import { readRegister } from './million/register.ts'
import { measureSearch, type Searcher } from './million/search.ts'

// BENCH_KEEP names a folder where database and keys stay for the next run: filling a million takes minutes.
const { BENCH_PEOPLE = '1000000', BENCH_KEEP: KEEP } = process.env
const PEOPLE = Number(BENCH_PEOPLE)

/** 百万人 (a million people): search as you type, lists, a person's file and a figure with its rows, on PostgreSQL. */
export async function benchMillion(): Promise<BenchResult> {
  const folder = KEEP ?? (await mkdtemp(join(tmpdir(), 'dongzhou-bench-')))
  const cluster = await openCluster(KEEP && join(KEEP, 'postgres'))
  try {
    const bureau = await fillBureau(folder, cluster.url, PEOPLE)
    try {
      return await measureBureau(folder, cluster, bureau)
    } finally {
      await bureau.close()
    }
  } finally {
    await cluster.stop()
    if (KEEP === undefined) await rm(folder, { recursive: true, force: true })
  }
}

async function measureBureau(folder: string, cluster: Cluster, bureau: FilledBureau): Promise<BenchResult> {
  const year = await recordYear(bureau)
  const server = await startServer({ folder, environment: { DATABASE_URL: cluster.url } })
  try {
    const searchers = await signInAll(server)
    const [county] = searchers
    if (!county) throw new Error('nobody signed in')
    const register = await readRegister(bureau)
    await recordDisputes(bureau, register, county)
    await sql.raw('vacuum analyze').execute(bureau.app.database.db)
    const floor = await measureFloor(county)
    const search = await measureSearch(bureau, register, searchers)
    const pages = [
      ...(await measureLists(searchers)),
      await measurePersonPage(register, county),
      ...(await measureIndicator(year, county)),
    ]
    const { now, peak } = memoryOf(server.pid)
    const memory: Measured = {
      what: 'server after all of this',
      figure: `${now} MB`,
      beside: `peak ${peak} MB`,
      aim: '',
    }
    return {
      title: `${bureau.people.toLocaleString('en')} people on PostgreSQL`,
      command: 'npm run bench -- million',
      equality: `${search.compared} searches gave the people, and the order, of a scan of the whole register; figures equal what was recorded`,
      setting: await settingOf(bureau, cluster),
      lines: [fillLine(bureau), floor, ...search.lines, ...pages, memory],
    }
  } finally {
    await server.stop()
  }
}

async function signInAll(server: RunningServer): Promise<readonly Searcher[]> {
  const searchers: Searcher[] = []
  for (const [account, name] of [
    ['clerk', 'county'],
    ['town', 'town'],
    ['village', 'village'],
  ] as const) {
    const caller = await server.signIn(account)
    const { division } = await caller.call<{ division: { code: string } }>('access/me', undefined)
    searchers.push({ name, division: divisionCode(division.code), caller })
  }
  return searchers
}

async function settingOf({ app }: FilledBureau, cluster: Cluster): Promise<string> {
  const { rows } = await sql<{ server_version: string }>`show server_version`.execute(app.database.db)
  const load = loadavg().map((value) => value.toFixed(1))
  return `PostgreSQL ${rows[0]?.server_version} (${cluster.settings}); machine's load at the end ${load.join(', ')}`
}

function fillLine({ people, facts, fillMs }: FilledBureau): Measured {
  const rate = (ms: number) => Math.round((people / ms) * 1000).toLocaleString('en')
  return {
    what: 'people into the registry, 500 a transaction',
    figure:
      fillMs === undefined ? 'there from an earlier run' : `${Math.round(fillMs / 1000)} s, ${rate(fillMs)} people/s`,
    beside: `${facts.toLocaleString('en')} facts, all that a demo person has`,
    aim: '',
  }
}
