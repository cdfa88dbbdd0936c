import { execFile } from 'node:child_process'
import { join } from 'node:path'

const ROOT = new URL('../../', import.meta.url).pathname

export interface CommandResult {
  readonly code: number
  readonly said: string
}

/** Runs `npx dongzhou …` on the folder of a server that has stopped. */
export function runCommand(folder: string, words: readonly string[]): Promise<CommandResult> {
  const env = { ...process.env, DONGZHOU_DATA: join(folder, 'data') }
  return new Promise((resolve) => {
    execFile(process.execPath, ['server/bin/dongzhou.mjs', ...words], { cwd: ROOT, env }, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, said: stdout + stderr }),
    )
  })
}
