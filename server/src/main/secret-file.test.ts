import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readOrMakeSecret } from './secret-file.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dongzhou-secret-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('the secret is made once, long and for its owner only', async () => {
  const path = join(folder, 'sign-in.secret')

  const first = await readOrMakeSecret(path)

  expect(first.length).toBeGreaterThanOrEqual(32)
  expect((await stat(path)).mode & 0o077).toBe(0)
  expect(await readOrMakeSecret(path)).toBe(first)
})

test.each([
  ['that others may read', 'x'.repeat(40), 0o644, /chmod 600/],
  ['that was cut short', 'x', 0o600, /内容不完整/],
])('a file %s is refused', async (_what, text, mode, say) => {
  const path = join(folder, `${mode}.secret`)
  await writeFile(path, text, { mode })

  await expect(readOrMakeSecret(path)).rejects.toThrow(say)
})
