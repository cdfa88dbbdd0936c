import type { Command } from './command.ts'

/** The help of all commands, one line each. */
export function helpOfAll(commands: readonly Command[]): string {
  const width = Math.max(...commands.map((command) => nameOf(command).length))
  return [
    '东洲：县级退役军人事务局工作平台',
    '',
    '用法：npx dongzhou 命令 [选项]',
    '',
    ...commands.map((command) => `  ${nameOf(command).padEnd(width)}  ${command.summary}`),
    '',
    '每个命令加 --help 可看详细说明；--data DIR 指定数据目录（默认 ./data）。',
    '环境变量：DONGZHOU_DATA、DATABASE_URL、PORT、HOST、DONGZHOU_ORIGIN、DONGZHOU_KEYS、DONGZHOU_LOG、S3_*。',
  ].join('\n')
}

/** The help of one command. */
export function helpOf(command: Command): string {
  return [`npx dongzhou ${nameOf(command)}`, '', command.summary, ...command.help.map((line) => `  ${line}`)].join('\n')
}

function nameOf({ name, takes }: Command): string {
  return takes === '' ? name : `${name} ${takes}`
}
