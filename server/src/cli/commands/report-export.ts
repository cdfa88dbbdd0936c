import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Authority } from '@dongzhou/terms/role'
import { systemActor } from '../../main/index.ts'
import { inSetting } from '../../platform/app.ts'
import { writeReport } from '../../reports/index.ts'
import type { Command } from '../command.ts'
import { CommandError } from '../command-error.ts'
import { getBureau, withApp } from '../with-app.ts'

/** 导出报告 from the console, over the whole bureau; on the trail like any other export. */
export const reportExportCommand: Command = {
  name: 'report export',
  takes: '--id N --out FILE',
  summary: '把一份报告导出为公文格式的 Word（.docx）',
  options: {
    id: { type: 'string' },
    out: { type: 'string' },
    purpose: { type: 'string' },
    bureau: { type: 'string' },
  },
  help: [
    '--id N         报告编号，见报告页面的地址',
    '--out FILE     写到哪里；默认用报告标题和截止日期命名，放在当前目录；已有同名文件时不覆盖',
    '--purpose 用途  记入留痕，默认“命令行导出”',
    '--bureau 代码   有多个局时指明',
  ],
  run: ({ config, options, say }) =>
    withApp(config, async (app) => {
      const actor = systemActor(await getBureau(app, options.get('bureau')), mayExport)
      const order = { id: idOf(options.get('id')), purpose: String(options.get('purpose') ?? '命令行导出') }
      const written = await inSetting(app, actor, randomUUID(), (setting) => writeReport(setting, order))
      const path = resolve(String(options.get('out') ?? written.fileName))
      await writeFile(path, written.content, { flag: 'wx' }).catch((error: unknown) => {
        throw new CommandError(sentenceOf(error, path), { cause: error })
      })
      say(`已导出《${written.title}》，含 ${written.figures} 个数字的来源：${path}`)
      return 0
    }),
}

// To read the report, and to count the records behind its figures.
const mayExport: readonly Authority[] = [
  'reports.read',
  'reports.export',
  'plan.read',
  'registry.read',
  'activities.read',
  'visits.read',
]

function idOf(option: string | boolean | undefined): number {
  const id = Number(option)
  if (Number.isSafeInteger(id) && id > 0) return id
  throw new CommandError('请用 --id 写明报告编号，如 --id 3。')
}

function sentenceOf(error: unknown, path: string): string {
  const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST'
  return isThere ? `${path} 已存在，没有覆盖。请另写 --out。` : `写不进 ${path}，请检查目录是否存在、是否可写。`
}
