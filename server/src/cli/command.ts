import type { ParseArgsOptionsConfig } from 'node:util'
import type { Config } from '../main/index.ts'

/** 命令 (command): one line of `npx dongzhou`. */
export interface Command {
  /** One or two words: `start`, `trail verify`. */
  readonly name: string
  /** What stands behind the name in the help: `FILE`. */
  readonly takes: string
  readonly summary: string
  readonly options: ParseArgsOptionsConfig
  readonly help: readonly string[]
  run(call: Call): Promise<number>
}

/** The options that were given, by name. */
export type Options = ReadonlyMap<string, string | boolean>

/** One call of a command: its arguments, and where it writes. Answers the exit code. */
export interface Call {
  readonly config: Config
  readonly arguments: readonly string[]
  readonly options: Options
  readonly say: (line: string) => void
}
