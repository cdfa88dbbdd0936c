import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import {
  boundRoutes,
  DEMO_SEED,
  demoAccountsText,
  ensureDemoBureau,
  fillPeople,
  migrateAlone,
  systemActor,
  writeDemoSamples,
} from '../../main/index.ts'
import { inSetting } from '../../platform/app.ts'
import type { Command } from '../command.ts'
import { CommandError } from '../command-error.ts'
import { withApp } from '../with-app.ts'

/** 演示数据: a demo bureau with synthetic people, and the sample ledgers that go with them. */
export const demoCommand: Command = {
  name: 'demo',
  takes: '',
  summary: '建演示局：合成人员、演示账号、样例台账',
  options: { people: { type: 'string' }, samples: { type: 'string' } },
  help: [
    '--people N     人数，默认 5000，至少 1000，可到 1000000；重复运行只补没写完的',
    '--samples DIR  样例台账写到哪里，默认数据目录旁的 samples',
  ],
  run: ({ config, options, say }) =>
    withApp(config, async (app) => {
      const count = peopleOf(options.get('people'))
      const samples =
        options.get('samples') === undefined ? config.samplesFolder : resolve(String(options.get('samples')))
      await migrateAlone(app.database)
      const demo = await ensureDemoBureau(app, { ...config, demoPeople: count }, boundRoutes())
      if (!demo) throw new CommandError('这里已有正式的局，演示数据不会写进去。请用 --data 另指一个空目录。')
      const actor = systemActor(demo.bureau, ['registry.write'])
      const steps = {
        step: <T>(work: Parameters<typeof inSetting<T>>[3]) => inSetting(app, actor, randomUUID(), work),
        report: (done: number, total: number) => Promise.resolve(sayProgress(say, done, total)),
      }
      await fillPeople(steps, { seed: DEMO_SEED, count })
      await writeDemoSamples(samples, count)
      say(`已写入 ${count} 名合成人员；样例台账在 ${samples}`)
      say(await demoAccountsText(config.demoAccountsPath))
      return 0
    }),
}

function peopleOf(option: string | boolean | undefined): number {
  const count = option === undefined ? 5000 : Number(option)
  if (Number.isInteger(count) && count >= 1000 && count <= 1_000_000) return count
  throw new CommandError('--people 应为 1000 至 1000000 的整数。')
}

function sayProgress(say: (line: string) => void, done: number, total: number): void {
  const isTenth = Math.floor((done * 10) / total) > Math.floor(((done - 500) * 10) / total)
  if (isTenth || done === total) say(`${done} / ${total}`)
}
