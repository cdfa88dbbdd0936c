import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { freePort, pause } from '../running/server-process.ts'

const BIN = '/usr/lib/postgresql/15/bin'
const run = promisify(execFile)

/** A PostgreSQL of the benchmark's own, or one that somebody named; stopping it leaves nothing behind. */
export interface Cluster {
  readonly url: string
  /** What it was set to, for the table: figures of a database mean nothing without. */
  readonly settings: string
  stop(): Promise<void>
}

// A production server is given a quarter of its memory, and random reads from a solid disk cost little more than sequential ones. Nothing here has
// to outlive a power cut, so nothing is flushed: that makes the filling faster and no question.
const SETTINGS = [
  'shared_buffers=2GB',
  'effective_cache_size=8GB',
  'random_page_cost=1.1',
  'max_wal_size=8GB',
  'fsync=off',
  'full_page_writes=off',
  'autovacuum_naptime=1h',
]

/**
 * Starts a private cluster on a free port, in a temporary folder or in one to keep, where the next run finds its data again; with
 * BENCH_DATABASE_URL, uses the database named there.
 */
export async function openCluster(keep?: string): Promise<Cluster> {
  const { BENCH_DATABASE_URL: given } = process.env
  if (given !== undefined)
    return { url: given, settings: 'as BENCH_DATABASE_URL is set', stop: () => Promise.resolve() }
  const folder = keep ?? (await mkdtemp(join(tmpdir(), 'dongzhou-bench-pg-')))
  const port = await freePort()
  const data = join(folder, 'cluster')
  await mkdir(folder, { recursive: true })
  await giveToPostgres(folder)
  if (!existsSync(data)) {
    await asPostgres(`${BIN}/initdb`, ['-D', data, '-U', 'postgres', '--auth=trust', '-E', 'UTF8', '--locale=C.UTF-8'])
  }
  const options = [`-p ${port}`, `-k ${folder}`, '-h 127.0.0.1', ...SETTINGS.map((setting) => `-c ${setting}`)]
  await asPostgres(`${BIN}/pg_ctl`, ['-D', data, '-w', '-l', join(folder, 'log'), '-o', options.join(' '), 'start'])
  const [pid = ''] = (await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n')
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    settings: SETTINGS.join(', '),
    stop: async () => {
      await endPostmaster(Number(pid))
      if (keep === undefined) await rm(folder, { recursive: true, force: true })
    },
  }
}

// initdb refuses to run as root; anybody else owns the folder already.
const isRoot = process.getuid?.() === 0

async function giveToPostgres(folder: string): Promise<void> {
  if (!isRoot) return
  const id = async (flag: string) => Number((await run('id', [flag, 'postgres'])).stdout)
  await chown(folder, await id('-u'), await id('-g'))
  await chmod(folder, 0o700)
}

async function asPostgres(program: string, options: readonly string[]): Promise<void> {
  const [command, ...before] = isRoot ? ['runuser', '-u', 'postgres', '--', program] : [program]
  await run(command ?? program, [...before, ...options], { cwd: '/' })
}

/** SIGINT ends the sessions that are still open and shuts down at once. */
async function endPostmaster(pid: number): Promise<void> {
  process.kill(pid, 'SIGINT')
  for (let tries = 0; tries < 300 && isAlive(pid); tries += 1) await pause(100)
  if (isAlive(pid)) throw new Error(`the database ${pid} did not stop`)
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
