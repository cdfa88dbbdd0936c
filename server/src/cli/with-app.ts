import { type Config, listBureaus, openTools } from '../main/index.ts'
import type { App } from '../platform/app.ts'
import type { Bureau } from '../platform/setting.ts'
import { CommandError } from './command-error.ts'

/**
 * Opens the tools for one command and puts them away. An embedded database that a running server holds is not opened a second
 * time: the command ends with the sentence of DirectoryInUse.
 */
export async function withApp<T>(config: Config, work: (app: App) => Promise<T>): Promise<T> {
  const { app, close } = await openTools(config)
  try {
    return await work(app)
  } finally {
    await close()
  }
}

/** The bureau of a code; without a code, the only one. */
export async function getBureau(app: App, code: string | boolean | undefined): Promise<Bureau> {
  const bureaus = await listBureaus(app.database.db)
  if (code !== undefined) {
    const found = bureaus.find((bureau) => bureau.code === code)
    if (!found) throw new CommandError(`没有代码为 ${code} 的局。`)
    return found
  }
  const [only, ...more] = bureaus
  if (!only)
    throw new CommandError('这里还没有建局。请先运行 npx dongzhou bureau create 代码 名称，或 npx dongzhou demo。')
  if (more.length > 0) throw new CommandError(`这里有 ${bureaus.length} 个局，请用 --bureau 代码 指明。`)
  return only
}
