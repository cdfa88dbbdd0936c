import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { ConfigError, readConfig } from '../main/index.ts'
import { DirectoryInUse } from '../platform/db/lock-file.ts'
import { MigrationMismatch } from '../platform/db/migrate.ts'
import { Fault } from '../platform/fault.ts'
import { KeyringError } from '../platform/vault/index.ts'
import type { Command, Options } from './command.ts'
import { CommandError } from './command-error.ts'
import { commands } from './commands.ts'
import { helpOf, helpOfAll } from './help.ts'

export interface Streams {
  readonly say: (line: string) => void
  readonly complain: (line: string) => void
}

const common: ParseArgsOptionsConfig = { data: { type: 'string' }, help: { type: 'boolean', short: 'h' } }

/** Runs one command line; answers the exit code: 0 done, 1 refused or found something, 2 not understood. */
export async function runCommandLine(
  words: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  streams: Streams,
): Promise<number> {
  const command = findCommand(words)
  if (!command) {
    const wantsHelp = words.length === 0 || ['help', '--help', '-h'].includes(words[0] ?? '')
    if (!wantsHelp) streams.complain(`没有这个命令：${words.slice(0, 2).join(' ')}。可用的命令如下。`)
    streams.say(helpOfAll(commands))
    return wantsHelp ? 0 : 2
  }
  try {
    return await runCommand(command, words.slice(command.name.split(' ').length), environment, streams)
  } catch (error) {
    streams.complain(sentenceOf(error))
    return error instanceof TypeError && 'code' in error ? 2 : 1
  }
}

async function runCommand(
  command: Command,
  words: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  { say }: Streams,
): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...words],
    options: { ...common, ...command.options },
    allowPositionals: true,
  })
  const options: Options = new Map(Object.entries(values).filter((entry) => isPlain(entry)))
  if (options.get('help') === true) {
    say(helpOf(command))
    return 0
  }
  const config = readConfig({ ...environment, ...environmentOf(options) })
  return command.run({ config, arguments: positionals, options, say })
}

function isPlain(entry: [string, unknown]): entry is [string, string | boolean] {
  return typeof entry[1] === 'string' || typeof entry[1] === 'boolean'
}

const VARIABLES = { data: 'DONGZHOU_DATA', port: 'PORT', host: 'HOST' } as const

/** Options that stand for a variable win over it. */
function environmentOf(options: Options): Record<string, string> {
  return Object.fromEntries(
    Object.entries(VARIABLES).flatMap(([option, variable]) => {
      const value = options.get(option)
      return value === undefined ? [] : [[variable, String(value)]]
    }),
  )
}

function findCommand(words: readonly string[]): Command | undefined {
  return [2, 1]
    .map((count) => words.slice(0, count).join(' '))
    .map((name) => commands.find((command) => command.name === name))
    .find((command) => command !== undefined)
}

/** Every refusal as one Chinese sentence. What nobody foresaw keeps its stack: the operator passes it on. */
function sentenceOf(error: unknown): string {
  if (error instanceof CommandError || error instanceof ConfigError || error instanceof Fault) return error.say
  if (error instanceof DirectoryInUse || error instanceof KeyringError) return error.message
  if (error instanceof MigrationMismatch) return `数据库结构与本程序不符：${error.message}。请换用与数据相配的程序。`
  if (!(error instanceof Error)) return '命令没有完成：出现意外问题。'
  if ('code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) return `命令写法有误：${error.message}`
  if ('code' in error && error.code === 'ECONNREFUSED') return '连不上数据库，请检查 DATABASE_URL，并确认数据库已启动。'
  const cause = error.cause instanceof Error ? `\n原因：${error.cause.message}` : ''
  return `命令没有完成：${error.message}${cause}\n${(error.stack ?? '').split('\n').slice(1, 6).join('\n')}`
}
