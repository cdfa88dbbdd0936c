import { listBureaus } from '../../main/index.ts'
import { sealTrail } from '../../trail/index.ts'
import type { Command } from '../command.ts'
import { withApp } from '../with-app.ts'

/** 封存留痕 now, not in five minutes: before a backup, or before handing the machine over. */
export const trailSealCommand: Command = {
  name: 'trail seal',
  takes: '',
  summary: '立即封存留痕（服务运行时每五分钟自动封存）',
  options: {},
  help: [],
  run: ({ config, say }) =>
    withApp(config, async (app) => {
      for (const bureau of await listBureaus(app.database.db)) {
        const { blocks, rows, isPutOff } = await sealTrail(app, bureau)
        say(isPutOff ? `${bureau.name}：正有人写入，请稍后再试。` : `${bureau.name}：新封存 ${rows} 条，${blocks} 块。`)
      }
      return 0
    }),
}
