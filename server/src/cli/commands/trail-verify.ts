import { listBureaus } from '../../main/index.ts'
import { asOwner } from '../../platform/db/scope.ts'
import { verifyTrail } from '../../trail/index.ts'
import type { Command } from '../command.ts'
import { CommandError } from '../command-error.ts'
import { withApp } from '../with-app.ts'

/** 核验留痕 of every bureau; ends with 1 when one is damaged. */
export const trailVerifyCommand: Command = {
  name: 'trail verify',
  takes: '',
  summary: '核验留痕的封存，有改动即指出是哪一块',
  options: { known: { type: 'string' } },
  help: ['--known 号:指纹   与另外记下的一块对照（上次核验时显示），可发现末尾被截去或整体重封'],
  run: ({ config, options, say }) =>
    withApp(config, async ({ database }) => {
      const known = options.get('known') === undefined ? undefined : knownOf(String(options.get('known')))
      let damaged = 0
      for (const { name, schema } of await listBureaus(database.db)) {
        const verdict = await asOwner(database.db, schema, (tx) => verifyTrail(tx, known))
        say(`${name}：${verdict.say}`)
        if (verdict.last) say(`  最后一块（可另行记下） ${verdict.last.number}:${verdict.last.hash}`)
        if (!verdict.isWhole) damaged += 1
      }
      return damaged === 0 ? 0 : 1
    }),
}

function knownOf(text: string): { readonly number: number; readonly hash: string } {
  const [, number, hash] = /^(\d+):([0-9a-f]{64})$/.exec(text) ?? []
  if (!number || !hash) throw new CommandError('--known 应为 号:指纹，如上次核验时所显示。')
  return { number: Number(number), hash }
}
