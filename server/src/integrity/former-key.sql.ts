import { sql } from 'kysely'
import { countFormer, isFormer, type SealedColumn, sealedColumns } from '../platform/vault/index.ts'
import type { Check, Finding, Look } from './check.ts'

/** 密文未用当前密钥: sealed under a key that was replaced; a rotation was not finished. */
export const formerKey: Check = {
  code: 'former-key',
  name: '敏感信息未用当前密钥加密',
  severity: 'warning',
  why: '密钥已更换，旧密钥仍须保留才能读出这些内容。',
  whatToDo: '停止服务后运行 npx dongzhou keys rotate，它会从停下的地方继续。',
  summary: async (look) => {
    let count = 0
    for (const column of sealedColumns) count += await countFormer(look.tx, look.vault, column)
    return count
  },
  rows: async (look, limit) => {
    const findings: Finding[] = []
    for (const column of sealedColumns) findings.push(...(await listFormer(look, column, limit)))
    return findings.slice(0, limit)
  },
}

async function listFormer({ tx, vault }: Look, column: SealedColumn, limit: number): Promise<readonly Finding[]> {
  const key = column.key.map((name) => sql`${sql.ref(name)}::text`)
  const { rows } = await sql<{ id: string }>`
    select concat_ws('/', ${sql.join(key)}) as id from ${sql.table(column.table)} where ${isFormer(vault, column)}
    order by 1 limit ${limit}`.execute(tx)
  return rows.map(({ id }) => ({ kind: column.table, id, say: `${column.column} 仍用旧密钥` }))
}
