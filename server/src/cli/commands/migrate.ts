import { migrateAlone } from '../../main/index.ts'
import type { Command } from '../command.ts'
import { withApp } from '../with-app.ts'

/** 升级结构: brings the shared schema and every bureau's up to date. */
export const migrateCommand: Command = {
  name: 'migrate',
  takes: '',
  summary: '把数据库结构升级到本程序的版本（启动时也会自动进行）',
  options: {},
  help: [],
  run: ({ config, say }) =>
    withApp(config, async (app) => {
      const applied = await migrateAlone(app.database)
      for (const name of applied) say(`已应用 ${name}`)
      say(applied.length === 0 ? '结构已是最新。' : `共应用 ${applied.length} 项。`)
      return 0
    }),
}
