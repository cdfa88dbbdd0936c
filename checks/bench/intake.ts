import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { demoFilled } from '../running/demo-filled.ts'
import { memoryOf } from '../running/process-memory.ts'
import { writeRegister } from '../running/register-book.ts'
import { type Caller, type RunningServer, startServer } from '../running/server-process.ts'
import { type BenchResult, median } from './measured.ts'

const { BENCH_ROWS = '100000' } = process.env
const ROWS = Number(BENCH_ROWS)
const RUNS = 3

interface BareReading {
  readonly rows: number
  readonly cells: number
  readonly ms: number
  readonly mb: number
}

/** 台账导入: a register of 100,000 rows by 30 columns, read, checked, matched and staged by the real server. */
export async function benchIntake(): Promise<BenchResult> {
  const folder = await mkdtemp(join(tmpdir(), 'dongzhou-bench-'))
  const server = await startServer({ environment: { DONGZHOU_DEMO_PEOPLE: '5000', ...databaseOf() } })
  try {
    const path = join(folder, 'register.xlsx')
    await writeRegister(path, { seed: 77, rows: ROWS })
    const bare = await bareReadings(path)
    const clerk = await server.signIn('clerk')
    await demoFilled(clerk, 5000)
    return report(bare, await wholeImports(server, clerk, path))
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

function databaseOf(): Record<string, string> {
  const { BENCH_DATABASE_URL: url } = process.env
  return url === undefined ? {} : { DATABASE_URL: url }
}

async function bareReadings(path: string): Promise<readonly BareReading[]> {
  const run = promisify(execFile)
  const readings: BareReading[] = []
  for (let at = 0; at < RUNS; at += 1) {
    const { stdout } = await run(process.execPath, [new URL('./bare-reading.ts', import.meta.url).pathname, path])
    readings.push(JSON.parse(stdout) as BareReading)
  }
  return readings
}

interface WholeImport {
  readonly ms: number
  readonly rest: number
  readonly peak: number
  readonly data: number
  readonly good: number
  readonly acceptMs: number | undefined
}

/** Each run is a batch of its own; the last is also accepted, so that both halves have a figure. */
async function wholeImports(server: RunningServer, clerk: Caller, path: string): Promise<readonly WholeImport[]> {
  const bytes = new Uint8Array(await readFile(path))
  const imports: WholeImport[] = []
  for (let at = 0; at < RUNS; at += 1) {
    const rest = memoryOf(server.pid).now
    const fileId = await clerk.upload('register.xlsx', bytes)
    const started = performance.now()
    const batch = await clerk.call<{ id: string; jobId: string }>('intake/startBatch', {
      actionId: crypto.randomUUID(),
      fileId,
      sender: '基准',
    })
    const { state, fault } = await clerk.waitFor(batch.jobId)
    if (state !== 'done') throw new Error(`reading ended ${state}: ${fault}`)
    const ms = performance.now() - started
    const view = await clerk.call<View>('intake/getBatch', { id: batch.id })
    const { data = 0, good = 0 } = view.sheets[0]?.counts ?? {}
    const acceptMs = at === RUNS - 1 ? await acceptance(clerk, batch.id, view.version) : undefined
    imports.push({ ms, rest, peak: memoryOf(server.pid).peak, data, good, acceptMs })
  }
  return imports
}

interface View {
  readonly version: number
  readonly sheets: readonly { readonly counts: { readonly data: number; readonly good: number } }[]
}

async function acceptance(clerk: Caller, id: string, version: number): Promise<number> {
  const started = performance.now()
  const { jobId } = await clerk.call<{ jobId: string }>('intake/acceptBatch', {
    actionId: crypto.randomUUID(),
    id,
    version,
  })
  const { state, fault } = await clerk.waitFor(jobId)
  if (state !== 'done') throw new Error(`accepting ended ${state}: ${fault}`)
  return performance.now() - started
}

function report(bare: readonly BareReading[], whole: readonly WholeImport[]): BenchResult {
  const bareMs = median(bare.map(({ ms }) => ms))
  const wholeMs = median(whole.map(({ ms }) => ms))
  const [read] = bare
  const [staged] = whole
  if (read?.rows !== (staged?.data ?? 0) + 1)
    throw new Error(`bare reading saw ${read?.rows} rows, the intake ${staged?.data}`)
  const above = Math.max(...whole.map(({ rest, peak }) => peak - rest))
  const accept = whole.find(({ acceptMs }) => acceptMs !== undefined)?.acceptMs ?? 0
  const rate = (ms: number) => `${Math.round((ROWS / ms) * 1000).toLocaleString('en')} rows/s`
  return {
    title: `Intake of ${ROWS.toLocaleString('en')} rows by 30 columns`,
    command: 'npm run bench -- intake',
    equality: `both saw ${staged?.data} data rows; ${staged?.good} of them good`,
    lines: [
      {
        what: 'bare reading (hucre stream)',
        figure: `${Math.round(bareMs)} ms, ${rate(bareMs)}`,
        beside: `${median(bare.map(({ mb }) => mb))} MB`,
        aim: '',
      },
      {
        what: 'read, check, match and stage',
        figure: `${Math.round(wholeMs)} ms, ${rate(wholeMs)}`,
        beside: `${(wholeMs / bareMs).toFixed(2)} times bare reading`,
        aim: 'under 2',
      },
      {
        what: 'memory above the server at rest',
        figure: `${above} MB`,
        beside: `at rest ${whole[0]?.rest} MB`,
        aim: 'under 600 MB',
      },
      { what: 'accept into the registry', figure: `${Math.round(accept)} ms, ${rate(accept)}`, beside: '', aim: '' },
    ],
  }
}
