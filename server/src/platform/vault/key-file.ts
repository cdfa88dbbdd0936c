import { open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { freshKeyring, type Keyring, keyringText, parseKeyring } from './keyring.ts'
import { KeyringError } from './vault-error.ts'

const OTHERS = 0o077

/** Where the keys are: the text of `DONGZHOU_KEYS`, which wins when it is set, or the path of a key file. */
export interface KeyringSource {
  readonly environment: string | undefined
  readonly path: string | undefined
}

/** Reads the keyring from the environment's text or, without one, from the key file. */
export async function loadKeyring(source: KeyringSource): Promise<Keyring> {
  if (source.environment !== undefined && source.environment !== '') return parseKeyring(source.environment)
  if (source.path === undefined) throw new KeyringError('no-keys', '没有密钥：请设置 DONGZHOU_KEYS，或指定密钥文件。')
  return readKeyFile(source.path)
}

/** Reads a key file; refuses one that its group or anybody else may read or write. */
export async function readKeyFile(path: string): Promise<Keyring> {
  const found = await stat(path).catch((cause: unknown) => {
    throw new KeyringError('no-keys', `没有密钥：找不到密钥文件 ${path}。`, { cause })
  })
  // Windows has no such bits: Node reports 0666 for every file there.
  if (process.platform !== 'win32' && (found.mode & OTHERS) !== 0) {
    throw new KeyringError('readable-by-others', `密钥文件 ${path} 其他用户也能读写。请先运行 chmod 600 ${path}。`)
  }
  return parseKeyring(await readFile(path, 'utf8'))
}

/** Makes a key file with fresh random keys, readable by its owner only. Never overwrites one that is there. */
export async function createKeyFile(path: string): Promise<Keyring> {
  const keyring = freshKeyring()
  await writeNew(path, keyringText(keyring)).catch((cause: unknown) => {
    if (!isCode(cause, 'EEXIST')) throw cause
    throw new KeyringError('already-there', `密钥文件 ${path} 已经存在，不会覆盖。`, { cause })
  })
  return keyring
}

/**
 * Changes a key file (`rotateSealing`, `rotateIndex`, `retireFormer`) and answers the new keyring. The new content takes the
 * place of the old in one step. A lock file keeps a second change out: of two rotations at once, one would lose its key,
 * and with it everything sealed under it.
 */
export async function changeKeyFile(path: string, change: (keyring: Keyring) => Keyring): Promise<Keyring> {
  const lock = `${path}.lock`
  await writeNew(lock, `${process.pid}\n`).catch((cause: unknown) => {
    if (!isCode(cause, 'EEXIST')) throw cause
    throw new KeyringError('being-changed', `密钥正在由另一进程更换。若确无此进程，请删除 ${lock} 后重试。`, { cause })
  })
  try {
    const keyring = change(await readKeyFile(path))
    const next = `${path}.next`
    // Left over from a change that was killed before its key was ever used: nothing is sealed under it.
    await rm(next, { force: true })
    await writeNew(next, keyringText(keyring))
    await rename(next, path)
    await syncFolderOf(path)
    return keyring
  } finally {
    await rm(lock, { force: true })
  }
}

async function writeNew(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  await syncFolderOf(path)
}

/** Without this, a power cut can forget the name of a file whose content was safe. Windows cannot open a folder. */
async function syncFolderOf(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(dirname(path))
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

function isCode(cause: unknown, code: string): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === code
}
