import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lockDirectory } from '../platform/db/lock-file.ts'
import { commands } from './commands.ts'
import { runCommandLine } from './run.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dongzhou-cli-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('the command line', () => {
  test('without a word it says what there is, in Chinese', async () => {
    const { code, said } = await run([])

    expect(code).toBe(0)
    for (const { name } of commands) expect(said).toContain(name)
  })

  test('a command that there is not is refused', async () => {
    expect(await run(['fly', 'home'])).toMatchObject({
      code: 2,
      complained: expect.stringContaining('没有这个命令：fly home'),
    })
  })

  test('an option that there is not is refused', async () => {
    expect(await run(['migrate', '--wings'])).toMatchObject({
      code: 2,
      complained: expect.stringContaining('命令写法有误'),
    })
  })

  test.each(commands.map(({ name, summary }) => [name, summary]))('%s explains itself', async (name, summary) => {
    const { code, said } = await run([...name.split(' '), '--help'])

    expect(code).toBe(0)
    expect(said).toContain(summary)
    expect(summary).toMatch(/\p{Script=Han}/u)
  })

  test('a wrong environment is one sentence', async () => {
    expect(await run(['migrate'], { PORT: 'x' })).toMatchObject({
      code: 1,
      complained: expect.stringContaining('PORT'),
    })
  })

  test('data that a running server holds is not opened a second time', async () => {
    const unlock = lockDirectory(join(folder, 'database'))
    try {
      expect(await run(['migrate'], { DONGZHOU_DATA: folder })).toMatchObject({
        code: 1,
        complained: expect.stringContaining('数据目录正在被进程'),
      })
    } finally {
      unlock()
    }
  })
})

describe('a fresh bureau', () => {
  test('is made with its three administrators, backed up, restored elsewhere, inspected and verified', async () => {
    const [first, second] = [join(folder, 'first'), join(folder, 'second')]
    const file = join(folder, 'full.dzb')

    const made = await run(['bureau', 'create', '999998', '测试二区退役军人事务局'], { DONGZHOU_DATA: first })
    expect(made.code).toBe(0)
    expect(made.said.match(/(sys|sec|aud)-999998 {2}\S{19} /g)).toHaveLength(3)
    expect(await run(['bureau', 'create', '999998', '测试二区退役军人事务局'], { DONGZHOU_DATA: first })).toMatchObject(
      {
        code: 1,
        complained: expect.stringContaining('已经建过'),
      },
    )
    expect((await run(['trail', 'seal'], { DONGZHOU_DATA: first })).said).toContain('新封存 6 条')
    expect((await run(['backup', file], { DONGZHOU_DATA: first })).code).toBe(0)
    expect((await stat(file)).mode & 0o077).toBe(0)

    expect(await run(['restore', file], { DONGZHOU_DATA: second })).toMatchObject({
      code: 1,
      complained: expect.stringContaining('密钥对不上'),
    })
    const keys = await readFile(join(first, 'keys.json'), 'utf8')
    const withKeys = { DONGZHOU_DATA: second, DONGZHOU_KEYS: keys }
    expect((await run(['restore', file], withKeys)).said).toContain('1 个局')
    expect((await run(['accounts', 'list'], withKeys)).said).toContain('共 3 个账号')
    expect((await run(['accounts', 'password', 'sec-999998'], withKeys)).said).toMatch(/新密码.*：\S{19}/)
    expect((await run(['integrity'], withKeys)).code).toBe(0)
    expect(await run(['trail', 'verify'], withKeys)).toMatchObject({
      code: 0,
      said: expect.stringContaining('另有 1 条尚未封存'),
    })
    expect(await run(['keys', 'rotate'], withKeys)).toMatchObject({
      code: 1,
      complained: expect.stringContaining('密钥文件'),
    })
    expect((await run(['keys', 'rotate'], { DONGZHOU_DATA: first })).said).toContain('k2')
    expect(await run(['demo'], { DONGZHOU_DATA: first })).toMatchObject({
      code: 1,
      complained: expect.stringContaining('正式的局'),
    })
  }, 120_000)
})

async function run(words: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const [said, complained]: [string[], string[]] = [[], []]
  const code = await runCommandLine(
    words,
    { DONGZHOU_DATA: join(folder, 'nowhere'), DONGZHOU_LOG: 'silent', ...environment },
    { say: (line) => said.push(line), complain: (line) => complained.push(line) },
  )
  return { code, said: said.join('\n'), complained: complained.join('\n') }
}
