import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { findClerk, identify, openSignIn } from '../access/index.ts'
import type { App } from '../platform/app.ts'
import { openApi } from '../platform/http/api.ts'
import { openPages } from '../platform/http/pages.ts'
import { makeServer, stopServer } from '../platform/http/server.ts'
import type { BoundRoute } from '../platform/routes.ts'
import { runJob } from '../platform/run-job.ts'
import { findBureau } from './bureaus.sql.ts'
import { type Nightly, startClockwork } from './clockwork.ts'
import { type Config, ConfigError } from './config.ts'
import { type DemoStart, ensureDemoBureau, orderPeople, writeDemoSamples } from './demo-bureau.ts'
import { loadRatesEverywhere } from './load-rates.ts'
import { openApp } from './open-app.ts'
import { boundRoutes, jobDefinitions, served } from './rooms.ts'
import { sealPartsEverywhere } from './seal-parts.ts'
import { readOrMakeSecret } from './secret-file.ts'

export interface RunningServer {
  /** `http://127.0.0.1:8320` */
  readonly address: string
  readonly app: App
  /** What the demo bureau needed on this start; undefined without one. */
  readonly demo: DemoStart | undefined
  /** Ends once the samples are written, on a first start; at once on others. */
  readonly afterwards: Promise<void>
  stop(): Promise<void>
}

/**
 * 启动服务 (serve): migrates, opens the border, starts the jobs. It answers before a demo bureau is filled: people come in as a job.
 * Throws ConfigError, DirectoryInUse, KeyringError, MigrationMismatch.
 */
export async function serve(config: Config, nights: readonly Nightly[] = []): Promise<RunningServer> {
  const { app, close } = await openApp(config)
  try {
    await sealPartsEverywhere(app)
    const routes = boundRoutes()
    const demo = app.database.embedded ? await ensureDemoBureau(app, config, routes) : undefined
    await loadRatesEverywhere(app)
    const server = await openBorder(app, config, routes)
    const address = await listen(server, config)
    const afterwards = startWork(app, config, demo, nights)
    const stop = async (): Promise<void> => {
      await stopServer(server)
      await afterwards.catch(() => undefined)
      await app.queue.stop()
      await close()
    }
    return { address, app, demo, afterwards, stop: onceOnly(stop) }
  } catch (error) {
    await app.queue.stop()
    await close()
    throw error
  }
}

async function openBorder(app: App, config: Config, routes: readonly BoundRoute[]): Promise<Server> {
  const { db } = app.database
  const secret = await readOrMakeSecret(config.signInSecretPath)
  const signIn = openSignIn({ db, clock: app.clock, secret, origin: config.origin })
  return makeServer({
    app,
    api: await openApi(app, served, routes),
    pages: openPages({ desk: builtPages('desk'), pocket: builtPages('pocket') }),
    signIn: signIn.handle,
    identify: (headers) => identify(db, signIn, headers),
  })
}

function builtPages(house: 'desk' | 'pocket'): string {
  return fileURLToPath(new URL(`../../../${house}/dist`, import.meta.url))
}

function listen(server: Server, { host, port }: Config): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, host, port)))
    server.listen(port, host, () => {
      const { port: taken } = server.address() as AddressInfo
      resolve(`http://${host.includes(':') ? `[${host}]` : host}:${taken}`)
    })
  })
}

function listenError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE') return new ConfigError(`端口 ${port} 已被其他程序占用，请用 PORT 另设一个端口。`)
  if (error.code === 'EACCES') return new ConfigError(`没有权限使用端口 ${port}，请用 PORT 另设 1024 以上的端口。`)
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new ConfigError(`本机没有地址 ${host}，请检查 HOST。`)
  return error
}

async function startWork(
  app: App,
  config: Config,
  demo: DemoStart | undefined,
  nights: readonly Nightly[],
): Promise<void> {
  const runner = {
    definitions: jobDefinitions(),
    findBureau: (code: string) => findBureau(app.database.db, code),
    findClerk: (bureau: Parameters<typeof findClerk>[1], id: number) => findClerk(app.database.db, bureau, id),
  }
  await app.queue.start((errand) => runJob(app, runner, errand))
  await startClockwork(app, config, nights)
  if (!demo) return
  const isFirstStart = await orderPeople(app, demo.bureau, config.demoPeople)
  if (isFirstStart) await writeDemoSamples(config.samplesFolder, config.demoPeople)
}

function onceOnly(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined
  return () => {
    done ??= work()
    return done
  }
}
