import { demoAccountsText, type RunningServer, serve } from '../../main/index.ts'
import { nightlyBackup } from '../backup/nightly-backup.ts'
import type { Call, Command } from '../command.ts'

/** 启动: runs the server until it is told to stop. */
export const startCommand: Command = {
  name: 'start',
  takes: '',
  summary: '启动服务；第一次启动时建演示局并显示演示账号',
  options: { port: { type: 'string' }, host: { type: 'string' } },
  help: [
    '--port N   端口，默认 8320',
    '--host H   监听地址，默认 127.0.0.1（只供本机访问）',
    'DONGZHOU_DEMO_PEOPLE=0 时不建演示局。',
    'DONGZHOU_BACKUP_FOLDER=目录 时每天凌晨1:30备份到该目录，保留最近14份。',
  ],
  run: async (call) => {
    const stopped = untilTold()
    const server = await serve(call.config, nightsOf(call))
    await announce(call, server)
    server.afterwards.catch((error: unknown) => server.app.log.error({ err: error }, 'first start'))
    await stopped
    call.say('正在停止……')
    await server.stop()
    call.say('已停止。')
    return 0
  },
}

function nightsOf({ config }: Call) {
  return config.backupFolder === undefined ? [] : [nightlyBackup(config.backupFolder)]
}

/** The handlers are in place before the server is: a stop during the start is a stop, too. */
function untilTold(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => resolve())
  })
}

async function announce({ config, say }: Call, { address, demo }: RunningServer): Promise<void> {
  say(`东洲已启动：${address}`)
  if (demo) {
    say(`演示局：${demo.bureau.name}（合成数据，查无此人）`)
    if (demo.hasNewAccounts) {
      say('')
      say('演示账号（密码为本机随机生成，只显示这一次）：')
      say(await demoAccountsText(config.demoAccountsPath))
      say(`演示人员正在后台写入，共 ${config.demoPeople} 人；样例台账写在 ${config.samplesFolder}`)
    }
    say(`演示账号另存于 ${config.demoAccountsPath}`)
  }
  say('按 Ctrl+C 停止。')
}
