import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { demoFilled } from '../running/demo-filled.ts'
import { memoryOf } from '../running/process-memory.ts'
import { pause, type RunningServer, startServer } from '../running/server-process.ts'
import { openCluster } from './cluster.ts'
import { type BenchResult, type Measured, median } from './measured.ts'
import { fillBureau } from './million/fill.ts'

const RUNS = 3
const PEOPLE = 5000
const IDLE_MS = 60_000

/** 启动与静息 (start and rest): from starting the process to its first answer, and what it holds after a minute without a question. */
export async function benchStart(): Promise<BenchResult> {
  const embedded = await measureEmbedded()
  const postgres = await measurePostgres()
  return {
    title: 'Server start and memory at rest',
    command: 'npm run bench -- start',
    equality: `each filled start answered with its ${PEOPLE.toLocaleString('en')} people`,
    setting: `PostgreSQL: ${postgres.settings}; its own processes are not counted`,
    lines: [...embedded, ...postgres.lines],
  }
}

async function measureEmbedded(): Promise<readonly Measured[]> {
  const environment = { DONGZHOU_DEMO_PEOPLE: String(PEOPLE) }
  const empty = await startsOnEmpty(environment)
  const folder = await mkdtemp(join(tmpdir(), 'dongzhou-bench-'))
  try {
    const first = await startServer({ folder, environment })
    await demoFilled(await first.signIn('clerk'), PEOPLE)
    await first.stop()
    return await measureFilled('embedded database', empty, { folder, environment })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function measurePostgres(): Promise<{ readonly settings: string; readonly lines: readonly Measured[] }> {
  const cluster = await openCluster()
  const folder = await mkdtemp(join(tmpdir(), 'dongzhou-bench-'))
  try {
    const environment = { DATABASE_URL: cluster.url }
    const empty = await startsOnEmpty(environment, 1)
    await (await fillBureau(folder, cluster.url, PEOPLE)).close()
    return { settings: cluster.settings, lines: await measureFilled('PostgreSQL', empty, { folder, environment }) }
  } finally {
    await cluster.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** A first start makes keys, schema and, embedded, the demo bureau with its accounts. On a server's database there is one first start. */
async function startsOnEmpty(environment: Record<string, string>, runs = RUNS): Promise<readonly number[]> {
  const times: number[] = []
  for (let at = 0; at < runs; at += 1) {
    const server = await startServer({ environment })
    times.push(server.startedIn)
    await server.stop()
  }
  return times
}

async function measureFilled(
  name: string,
  empty: readonly number[],
  options: NonNullable<Parameters<typeof startServer>[0]>,
): Promise<readonly Measured[]> {
  const filled: number[] = []
  for (let at = 1; at < RUNS; at += 1) {
    const server = await startServer(options)
    filled.push(server.startedIn)
    await server.stop()
  }
  const server = await startServer(options)
  filled.push(server.startedIn)
  try {
    await demoFilled(await server.signIn('clerk'), PEOPLE)
    return [
      { what: `start on nothing, ${name}`, figure: milliseconds(empty), beside: '', aim: 'answers within 60 s' },
      {
        what: `start on ${PEOPLE.toLocaleString('en')} people, ${name}`,
        figure: milliseconds(filled),
        beside: '',
        aim: '',
      },
      await atRest(name, server),
    ]
  } finally {
    await server.stop()
  }
}

async function atRest(name: string, server: RunningServer): Promise<Measured> {
  await pause(IDLE_MS)
  const { now, peak } = memoryOf(server.pid)
  return { what: `memory after a minute at rest, ${name}`, figure: `${now} MB`, beside: `peak ${peak} MB`, aim: '' }
}

function milliseconds(times: readonly number[]): string {
  return `${Math.round(median(times)).toLocaleString('en')} ms (median of ${times.length})`
}
