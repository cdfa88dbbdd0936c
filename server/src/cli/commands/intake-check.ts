import type { Command } from '../command.ts'
import { CommandError } from '../command-error.ts'

/** 核对台账 without a server. It belongs to the intake room and is told so while that has no front door for it. */
export const intakeCheckCommand: Command = {
  name: 'intake check',
  takes: 'FILE --json',
  summary: '核对一份台账，不写入任何数据',
  options: { json: { type: 'boolean' } },
  help: [],
  run: () => {
    throw new CommandError('台账核对随导入一起提供，本版本尚未包含。')
  },
}
