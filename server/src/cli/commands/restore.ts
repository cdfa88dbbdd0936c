import { resolve } from 'node:path'
import { readBackupFile } from '../backup/backup-file.ts'
import { restoreBackup } from '../backup/restore-backup.sql.ts'
import type { Command } from '../command.ts'
import { CommandError } from '../command-error.ts'
import { withApp } from '../with-app.ts'

/** 恢复: puts a backup into an empty database. */
export const restoreCommand: Command = {
  name: 'restore',
  takes: 'FILE',
  summary: '把备份恢复到空库中（先核对指纹，再写入；要么全部恢复，要么不动）',
  options: {},
  help: [
    '先把原来的 keys.json 与 sign-in.secret 放到数据目录，再运行。',
    '设置 DATABASE_URL 时恢复到 PostgreSQL，否则恢复到数据目录中的内置数据库。',
  ],
  run: ({ config, arguments: [file], say }) =>
    withApp(config, async ({ database, vault, storage }) => {
      if (!file) throw new CommandError('请写明备份文件。')
      const {
        header,
        rows,
        files: count,
      } = await restoreBackup({ database, vault, storage }, readBackupFile(resolve(file)))
      say(`已恢复 ${header.madeAt} 的备份：${header.bureaus.length} 个局，${rows} 行，${count} 个文件。`)
      return 0
    }),
}
