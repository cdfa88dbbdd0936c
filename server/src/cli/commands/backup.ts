import { resolve } from 'node:path'
import { writeBackupFile } from '../backup/backup-file.ts'
import { readBackup } from '../backup/read-backup.sql.ts'
import type { Command } from '../command.ts'
import { CommandError } from '../command-error.ts'
import { withApp } from '../with-app.ts'

/** 备份: every row and every file in one sealed file. */
export const backupCommand: Command = {
  name: 'backup',
  takes: 'FILE',
  summary: '把全部数据和文件备份成一个 .dzb 文件',
  options: {},
  help: [
    '内置数据库须先停止服务；PostgreSQL 可在服务运行时备份，内容为同一时刻。',
    '备份不含密钥：keys.json 与 sign-in.secret 请另行妥善保管，没有它们，备份中的敏感信息无法读出。',
  ],
  run: ({ config, arguments: [file], say }) =>
    withApp(config, async ({ database, vault, storage, clock }) => {
      if (!file) throw new CommandError('请写明备份文件名，如 dongzhou-2025-06-30.dzb。')
      const size = await writeBackupFile(resolve(file), readBackup({ db: database.db, vault, storage, now: clock() }))
      say(`已备份到 ${resolve(file)}（${(size / 1_048_576).toFixed(1)} MB）。`)
      say('备份不含密钥：keys.json 与 sign-in.secret 请另行妥善保管，没有它们，备份中的敏感信息无法读出。')
      return 0
    }),
}
