import { migrateAlone, readConfig } from '../../main/index.ts'
import { openDatabase } from '../../platform/db/database.ts'
import { readBackup } from '../backup/read-backup.sql.ts'
import { restoreBackup } from '../backup/restore-backup.sql.ts'
import type { Command } from '../command.ts'
import { CommandError } from '../command-error.ts'
import { withApp } from '../with-app.ts'

/** 迁移: the rows go to a PostgreSQL of one's own; keys and files stay where they are. */
export const moveCommand: Command = {
  name: 'move',
  takes: '--to DATABASE_URL',
  summary: '把内置数据库迁到自己的 PostgreSQL（15 或更高）',
  options: { to: { type: 'string' } },
  help: [
    '目标须为空库，当前用户须能在其中建模式和角色。',
    '文件与密钥留在数据目录；迁移后设置 DATABASE_URL 再启动。原数据不改动。',
  ],
  run: ({ config, options, say }) =>
    withApp(config, async ({ database: source, vault, storage, clock }) => {
      if (options.get('to') === undefined)
        throw new CommandError('请用 --to 写明目标，如 --to postgres://用户@主机:5432/库名。')
      const target = readConfig({ DATABASE_URL: String(options.get('to')) }).database
      await migrateAlone(source)
      const database = await openDatabase(target)
      try {
        const frames = readBackup({ db: source.db, vault, storage: undefined, now: clock() })
        const { header, rows } = await restoreBackup({ database, vault, storage }, frames)
        say(`已迁移 ${header.bureaus.length} 个局、${rows} 行。`)
        say('请设置 DATABASE_URL 为新的地址后启动；确认无误前请保留原数据目录。')
      } finally {
        await database.close()
      }
      return 0
    }),
}
