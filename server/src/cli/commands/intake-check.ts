import { access } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { type CheckedFile, type CheckedSheet, checkFile } from '../../intake/index.ts'
import { dayInChina, wallClock } from '../../platform/clock.ts'
import { haimenDivisions } from '../../registry/index.ts'
import type { Command } from '../command.ts'
import { CommandError } from '../command-error.ts'

const COMPLAINTS_SHOWN = 20

/** 核对台账 without a server: what an import would say of a workbook, with the published divisions. It writes nothing. */
export const intakeCheckCommand: Command = {
  name: 'intake check',
  takes: 'FILE --json',
  summary: '核对一份台账，不写入任何数据',
  options: { json: { type: 'boolean' } },
  help: ['--json   以 JSON 输出全部识别结果和问题', '有待核实的行时退出码为 1。'],
  run: async ({ arguments: [file], options, say }) => {
    if (file === undefined) throw new CommandError('请写明要核对的文件，如 npx dongzhou intake check 名册.xlsx。')
    const path = resolve(file)
    await access(path).catch((cause: unknown) => {
      throw new CommandError(`没有找到文件 ${path}，请核对路径。`, { cause })
    })
    const context = { today: dayInChina(wallClock()), divisions: haimenDivisions }
    const checked = await checkFile({ path, name: basename(path) }, context)
    if (options.get('json') === true) say(JSON.stringify(checked, undefined, 2))
    else for (const line of linesOf(checked)) say(line)
    return isClean(checked) ? 0 : 1
  },
}

function isClean(checked: CheckedFile): boolean {
  return checked.kind === 'checked' && checked.sheets.every(({ counts }) => (counts?.held ?? 0) === 0)
}

function linesOf(checked: CheckedFile): readonly string[] {
  if (checked.kind === 'refused') return [checked.say]
  return checked.sheets.flatMap(linesOfSheet)
}

function linesOfSheet({ name, ledger, why, counts, complaints }: CheckedSheet): readonly string[] {
  if (ledger === undefined || counts === undefined) return [`工作表“${name}”：${why}`]
  const head = `工作表“${name}”：${counts.data} 行，其中 ${counts.good} 行无问题，${counts.warned} 行需留意，${counts.held} 行待核实。`
  const shown = complaints.slice(0, COMPLAINTS_SHOWN).map(({ say }) => `  ${say}`)
  const rest = complaints.length - shown.length
  return [head, ...shown, ...(rest > 0 ? [`  其余 ${rest} 个问题请用 --json 查看。`] : [])]
}
