import { runCommandLine } from './run.ts'

/** The command line's own door: what `server/bin/dongzhou.mjs` calls under the right Node. */
export async function main(words: readonly string[]): Promise<void> {
  process.exitCode = await runCommandLine(words, process.env, {
    say: (line) => console.log(line),
    complain: (line) => console.error(line),
  })
}
