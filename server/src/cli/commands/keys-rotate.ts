import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../../main/index.ts'
import type { Command } from '../command.ts'
import { CommandError } from '../command-error.ts'
import { rotateKeys } from '../keys/rotate-keys.ts'
import { withApp } from '../with-app.ts'

/** 更换密钥: a new sealing key, everything sealed brought under it, the old key dropped. */
export const keysRotateCommand: Command = {
  name: 'keys rotate',
  takes: '',
  summary: '更换加密密钥，并把全部敏感信息改用新密钥加密',
  options: {},
  help: [
    '请先停止全部服务进程：它们不认识新密钥。库中各项与存放的文件一并改用新密钥。',
    '中断后再次运行会从停下的地方继续。全部完成后旧密钥即删除，此前的备份须配当时的 keys.json 才能恢复。',
  ],
  run: ({ config, say }) =>
    withApp(config, async (app) => {
      const { environment, path } = config.keys
      if ((environment ?? '') !== '' || path === undefined) {
        throw new CommandError('密钥由环境变量 DONGZHOU_KEYS 给出，请改用密钥文件后再更换。')
      }
      requireOneDatabase(config)
      const { resealed, current } = await rotateKeys(app, path, (count) => say(`已改 ${count} 处……`))
      say(`已更换为密钥 ${current}：共改 ${resealed} 处，旧密钥已删除。请立即另存新的 keys.json。`)
      return 0
    }),
}

/** After a move the embedded database stays where it was, sealed under the same keys: dropping one would close it for ever. */
function requireOneDatabase({ database, folder }: Config): void {
  const embedded = join(folder, 'database')
  if (database.kind !== 'postgres' || !existsSync(embedded)) return
  throw new CommandError(
    `${embedded} 里还有迁移前的数据，用的是同一把密钥。请先把它连同 keys.json 另存到别处，再更换密钥。`,
  )
}
