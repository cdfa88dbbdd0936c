import { type Inspection, inspect } from '../../integrity/index.ts'
import { listBureaus } from '../../main/index.ts'
import type { Command } from '../command.ts'
import { withApp } from '../with-app.ts'

/** 完整性检查 of every bureau; ends with 1 when an error was found. */
export const integrityCommand: Command = {
  name: 'integrity',
  takes: '',
  summary: '检查数据是否前后一致，说明为什么要紧、怎么办',
  options: { json: { type: 'boolean' } },
  help: ['--json   供程序读取', '发现错误时退出码为 1；只有提醒时为 0。'],
  run: ({ config, options, say }) =>
    withApp(config, async (app) => {
      let errors = 0
      for (const bureau of await listBureaus(app.database.db)) {
        const inspections = await inspect(app, bureau, config)
        errors += inspections.filter(({ check, count }) => check.severity === 'error' && count > 0).length
        if (options.get('json') === true) say(JSON.stringify({ bureau: bureau.code, inspections }))
        else sayAll(bureau.name, inspections, say)
      }
      return errors === 0 ? 0 : 1
    }),
}

function sayAll(name: string, inspections: readonly Inspection[], say: (line: string) => void): void {
  say(`${name}：${inspections.length} 项检查`)
  for (const inspection of inspections) for (const line of linesOf(inspection)) say(`  ${line}`)
}

function linesOf({ check, count, rows }: Inspection): readonly string[] {
  if (count === 0) return [`正常  ${check.name}`]
  const more = count > rows.length ? [`      …… 另有 ${count - rows.length} 处`] : []
  return [
    `${check.severity === 'error' ? '错误' : '提醒'}  ${check.name}：${count} 处`,
    ...rows.map(({ kind, id, say }) => `      ${kind} ${id}：${say}`),
    ...more,
    `      为什么：${check.why}`,
    `      怎么办：${check.whatToDo}`,
  ]
}
