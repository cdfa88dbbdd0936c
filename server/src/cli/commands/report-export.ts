import type { Command } from '../command.ts'
import { CommandError } from '../command-error.ts'

/** 导出报告 from the console. It belongs to the reports room and is told so while that has no front door for it. */
export const reportExportCommand: Command = {
  name: 'report export',
  takes: '',
  summary: '把一份报告导出为公文格式的 Word',
  options: {},
  help: [],
  run: () => {
    throw new CommandError('报告导出随报告一起提供，本版本尚未包含。')
  },
}
