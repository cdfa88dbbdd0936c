import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ROOT = new URL('../../', import.meta.url).pathname
const PROGRAM = 'server/bin/dongzhou.mjs'

export interface RunningServer {
  readonly url: string
  readonly pid: number
  readonly folder: string
  /** Milliseconds from starting the process to the first answer. */
  readonly startedIn: number
  /** The password drawn for one of the demo accounts. */
  passwordOf(userName: string): Promise<string>
  /** Signs in as one of the demo accounts and answers a caller of routes. */
  signIn(userName: string): Promise<Caller>
  /** Kills it as a power cut would. */
  kill(): Promise<void>
  stop(): Promise<void>
}

/** What a route answered, refused or not. */
export interface Answer {
  readonly status: number
  readonly code: string | undefined
  readonly say: string | undefined
  readonly value: unknown
}

export interface Caller {
  /** Calls a route; throws when it refuses. */
  call<T>(path: string, input: unknown): Promise<T>
  /** Calls a route that may refuse. */
  ask(path: string, input: unknown): Promise<Answer>
  upload(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<string>
  /** Uploads a file that may be refused. */
  uploadReply(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Response>
  download(fileId: string): Promise<Uint8Array>
  /** Waits until a job has ended and answers it. */
  waitFor(
    jobId: string,
  ): Promise<{ readonly state: string; readonly fault: string | null; readonly result: Record<string, unknown> | null }>
}

/**
 * Starts the real program on a folder of its own, or on one that another run left. Given the port of that run, whoever was
 * signed in then is still: sessions are kept in the folder too.
 */
export async function startServer(
  options: { readonly folder?: string; readonly port?: number; readonly environment?: Record<string, string> } = {},
): Promise<RunningServer> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'dongzhou-run-')))
  const port = options.port ?? (await freePort())
  const started = performance.now()
  const environment = {
    ...process.env,
    DONGZHOU_DATA: join(folder, 'data'),
    PORT: String(port),
    DONGZHOU_LOG: 'error',
    ...options.environment,
  }
  const child = spawn(process.execPath, [PROGRAM, 'start'], {
    cwd: ROOT,
    env: environment,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const url = `http://127.0.0.1:${port}`
  await answering(url, child)
  return {
    url,
    pid: child.pid ?? 0,
    folder,
    startedIn: performance.now() - started,
    passwordOf: (userName) => passwordOf(folder, userName),
    signIn: async (userName) => signIn(url, userName, await passwordOf(folder, userName)),
    kill: () => end(child, 'SIGKILL'),
    stop: async () => {
      await end(child, 'SIGTERM')
      if (options.folder === undefined) await rm(folder, { recursive: true, force: true })
    },
  }
}

async function answering(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
    const isThere = await fetch(`${url}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isThere) return
    await pause(100)
  }
  throw new Error('the server did not answer within a minute')
}

function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill(signal)
  })
}

async function passwordOf(folder: string, userName: string): Promise<string> {
  const accounts = await readFile(join(folder, 'data', 'demo-accounts.txt'), 'utf8')
  return new RegExp(`^${userName}\\s+(\\S+)`, 'm').exec(accounts)?.[1] ?? ''
}

async function signIn(url: string, userName: string, password: string): Promise<Caller> {
  const reply = await fetch(`${url}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: userName, password }),
  })
  if (!reply.ok) throw new Error(`sign-in answered ${reply.status}`)
  const cookie = reply.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  return callerOf(url, cookie)
}

function callerOf(url: string, cookie: string): Caller {
  const ask: Caller['ask'] = async (path, input) => {
    const reply = await fetch(`${url}/rpc/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ json: input }),
    })
    const { json } = (await reply.json()) as { json: { readonly code?: string; readonly message?: string } | null }
    return { status: reply.status, code: json?.code, say: json?.message, value: json }
  }
  const call: Caller['call'] = async (path, input) => {
    const { status, value } = await ask(path, input)
    if (status !== 200) throw new Error(`${path} answered ${status}: ${JSON.stringify(value).slice(0, 300)}`)
    return value as never
  }
  const uploadReply: Caller['uploadReply'] = (name, bytes) =>
    fetch(`${url}/uploads?name=${encodeURIComponent(name)}`, { method: 'POST', headers: { cookie }, body: bytes })
  return {
    call,
    ask,
    uploadReply,
    upload: async (name, bytes) => {
      const reply = await uploadReply(name, bytes)
      if (!reply.ok) throw new Error(`the upload answered ${reply.status}`)
      return ((await reply.json()) as { fileId: string }).fileId
    },
    download: async (fileId) => {
      const reply = await fetch(`${url}/downloads/${fileId}`, { headers: { cookie } })
      if (!reply.ok) throw new Error(`the download answered ${reply.status}`)
      return new Uint8Array(await reply.arrayBuffer())
    },
    waitFor: async (jobId) => {
      for (;;) {
        const job = await call<Awaited<ReturnType<Caller['waitFor']>>>('jobs/get', { id: jobId })
        if (job.state !== 'waiting' && job.state !== 'running') return job
        await pause(100)
      }
    },
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

/** A port nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}
