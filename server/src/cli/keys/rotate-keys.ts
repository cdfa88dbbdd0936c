import { listBureaus } from '../../main/index.ts'
import type { Database } from '../../platform/db/database.ts'
import { asOwner } from '../../platform/db/scope.ts'
import {
  changeKeyFile,
  type Keyring,
  openVault,
  readKeyFile,
  retireFormer,
  rotateSealing,
  type SealedColumn,
  sealedColumns,
  type Vault,
} from '../../platform/vault/index.ts'
import { CommandError } from '../command-error.ts'
import { countFormer, countOtherSessions, type Place, resealSome } from './reseal.sql.ts'

export interface Rotation {
  readonly resealed: number
  readonly current: string
}

/**
 * 更换密钥 (rotate keys). A keyring that holds former keys is a rotation that was cut off: it is carried on, no further key is made.
 * The old key goes only when a count finds nothing under it. Throws CommandError while servers run.
 */
export async function rotateKeys(
  database: Database,
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
  await requireNoneLeft(database, keyring)
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

async function withNewKey(path: string): Promise<Keyring> {
  const keyring = await readKeyFile(path)
  return keyring.sealing.secrets.size > 1 ? keyring : changeKeyFile(path, rotateSealing)
}

async function requireNoneLeft(database: Database, keyring: Keyring): Promise<void> {
  const vault = openVault(keyring)
  for (const { schema } of await listBureaus(database.db)) {
    const left = await asOwner(database.db, schema, async (tx) => {
      let count = 0
      for (const column of sealedColumns) count += await countFormer(tx, vault, column)
      return count
    })
    if (left > 0)
      throw new CommandError(`还有 ${left} 处用着旧密钥（可能有服务正在写入）。旧密钥已保留，请停止服务后再次运行。`)
  }
}

/** A server that runs goes on sealing under the key it knows. The embedded database is locked against it anyway. */
async function requireQuiet(database: Database): Promise<void> {
  if (database.embedded) return
  const others = await countOtherSessions(database.db)
  if (others > 0) throw new CommandError(`数据库上还有 ${others} 个东洲的连接，请先停止全部服务进程再更换密钥。`)
}
