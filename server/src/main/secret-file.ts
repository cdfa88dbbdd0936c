import { randomBytes } from 'node:crypto'
import { open, readFile, stat } from 'node:fs/promises'
import { ConfigError } from './config.ts'

const OTHERS = 0o077

/**
 * 登录密钥 (sign-in secret): signs the cookies and seals the second factors. Made on the first start, readable by its owner
 * only; of two processes that start at once, the second reads what the first wrote.
 */
export async function readOrMakeSecret(path: string): Promise<string> {
  const made = await makeSecret(path)
  if (made !== undefined) return made
  const { mode } = await stat(path)
  if (process.platform !== 'win32' && (mode & OTHERS) !== 0) {
    throw new ConfigError(`登录密钥文件 ${path} 其他用户也能读写。请先运行 chmod 600 ${path}。`)
  }
  const secret = (await readFile(path, 'utf8')).trim()
  if (secret.length < 32) throw new ConfigError(`登录密钥文件 ${path} 内容不完整，请从备份中找回。`)
  return secret
}

async function makeSecret(path: string): Promise<string | undefined> {
  const file = await open(path, 'wx', 0o600).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return undefined
    throw error
  })
  if (!file) return undefined
  const secret = randomBytes(32).toString('base64url')
  try {
    await file.writeFile(`${secret}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  return secret
}
