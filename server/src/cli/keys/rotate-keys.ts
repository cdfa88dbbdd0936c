import { listBureaus } from '../../main/index.ts'
import type { App } from '../../platform/app.ts'
import type { Database } from '../../platform/db/database.ts'
import { asOwner } from '../../platform/db/scope.ts'
import { type Files, isUnderCurrentKey, resealFile } from '../../platform/files/index.ts'
import {
  changeKeyFile,
  countFormer,
  type Keyring,
  openVault,
  readKeyFile,
  retireFormer,
  rotateSealing,
  type SealedColumn,
  sealedColumns,
  type Vault,
  VaultError,
} from '../../platform/vault/index.ts'
import { CommandError } from '../command-error.ts'
import { countOtherSessions, type Place, resealSome } from './reseal.sql.ts'

export interface Rotation {
  readonly resealed: number
  readonly current: string
}

/**
 * 更换密钥 (rotate keys), in every sealed column and every stored file. A keyring that holds former keys is a rotation that was cut off: it is carried on, no further key is made.
 * The old key goes only when a count finds nothing under it. Throws CommandError while servers run.
 */
export async function rotateKeys(
  { database, storage }: Pick<App, 'database' | 'storage'>,
  path: string,
  report: (resealed: number) => void,
): Promise<Rotation> {
  await requireQuiet(database)
  // An empty database says nothing about what else these keys have sealed.
  if ((await listBureaus(database.db)).length === 0) throw new CommandError('这里还没有建局，没有可以更换密钥的内容。')
  const keyring = await withNewKey(path)
  const vault = openVault(keyring)
  let resealed = 0
  for (const { schema } of await listBureaus(database.db)) {
    for (const column of sealedColumns) {
      for await (const count of resealColumn(database, schema, vault, column)) {
        resealed += count
        report(resealed)
      }
    }
  }
  for await (const count of resealFiles(storage, vault)) {
    resealed += count
    report(resealed)
  }
  await requireNoneLeft(database, storage, vault)
  await changeKeyFile(path, (now) => retireFormer(now, 'sealing'))
  return { resealed, current: keyring.sealing.current }
}

async function* resealColumn(
  database: Database,
  schema: string,
  vault: Vault,
  column: SealedColumn,
): AsyncGenerator<number> {
  let after: Place | undefined
  do {
    const from = after
    const { count, last } = await asOwner(database.db, schema, (tx) => resealSome(tx, vault, column, from))
    after = last
    if (count > 0) yield count
  } while (after)
}

/** One after the other, each in its place: a rotation that is cut off finds those that are done by their first piece. */
async function* resealFiles(storage: Files, vault: Vault): AsyncGenerator<number> {
  for await (const { key } of storage.list()) {
    const isDone = await resealFile(storage, vault, key).catch((cause: unknown) => {
      if (cause instanceof VaultError) throw new CommandError(`文件 ${key} 打不开：${UNOPENED}`, { cause })
      throw cause
    })
    if (isDone) yield 1
  }
}

const UNOPENED = '内容已损坏，或密钥不在密钥文件中。旧密钥已保留，请从备份恢复该文件（或移走它）后再次运行。'

async function withNewKey(path: string): Promise<Keyring> {
  const keyring = await readKeyFile(path)
  return keyring.sealing.secrets.size > 1 ? keyring : changeKeyFile(path, rotateSealing)
}

async function requireNoneLeft(database: Database, storage: Files, vault: Vault): Promise<void> {
  for (const { schema } of await listBureaus(database.db)) {
    const left = await asOwner(database.db, schema, async (tx) => {
      let count = 0
      for (const column of sealedColumns) count += await countFormer(tx, vault, column)
      return count
    })
    if (left > 0) throw stillFormer(left)
  }
  let left = 0
  for await (const { key } of storage.list()) if (!(await isUnderCurrentKey(storage, vault, key))) left += 1
  if (left > 0) throw stillFormer(left)
}

function stillFormer(left: number): CommandError {
  return new CommandError(`还有 ${left} 处用着旧密钥（可能有服务正在写入）。旧密钥已保留，请停止服务后再次运行。`)
}

/** A server that runs goes on sealing under the key it knows. The embedded database is locked against it anyway. */
async function requireQuiet(database: Database): Promise<void> {
  if (database.embedded) return
  const others = await countOtherSessions(database.db)
  if (others > 0) throw new CommandError(`数据库上还有 ${others} 个东洲的连接，请先停止全部服务进程再更换密钥。`)
}
