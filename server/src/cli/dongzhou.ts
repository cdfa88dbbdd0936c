import { runCommandLine } from './run.ts'

/** The command line's own door: what `server/bin/dongzhou.mjs` calls under the right Node. */
export async function main(words: readonly string[]): Promise<void> {
  // Whoever reads through `head` closes early: that is no failure of the command, which goes on with its work.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
  process.exitCode = await runCommandLine(words, process.env, {
    say: (line) => console.log(line),
    complain: (line) => console.error(line),
  })
}
