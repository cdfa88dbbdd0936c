import { sql } from 'kysely'
import type { Check, Look } from './check.ts'

const SAMPLE = 200

/** 文件内容缺失: a record names a file, and the storage does not have it. Other 200 files every day: asking after each takes a call. */
export const fileWithoutContent: Check = {
  code: 'file-without-content',
  name: '文件内容缺失（每日抽查200份）',
  severity: 'error',
  why: '记录还在，文件打不开，凭证就没有了。',
  whatToDo: '检查文件目录或对象存储是否完整，从备份中恢复所列文件。',
  summary: async (look) => (await missing(look)).length,
  rows: async (look, limit) =>
    (await missing(look))
      .slice(0, limit)
      .map(({ id, kind }) => ({ kind: 'file', id, say: `${kind} 的内容不在存储中` })),
}

async function missing({ tx, files, today }: Look): Promise<readonly { readonly id: string; readonly kind: string }[]> {
  const { rows } = await sql<{ id: string; kind: string; key: string }>`
    select id, kind, key from stored_file where content_removed_at is null
    order by md5(id::text || ${today}), id limit ${SAMPLE}`.execute(tx)
  const found: { readonly id: string; readonly kind: string }[] = []
  // One call a file, one after the other: the sample is small, and the storage has others to serve.
  for (const { id, kind, key } of rows) if (!(await files.exists(key))) found.push({ id, kind })
  return found
}
