import { randomUUID } from 'node:crypto'
import type { StoredFile } from './files/index.ts'
import type { Setting } from './setting.ts'

export interface FileRecord {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly mediaType: string
  readonly key: string
  readonly size: number
  readonly accountId: number | undefined
}

/** Puts a stored content on record, in the clerk's division unless another is named. Returns the id that fetches it. */
export async function recordFile(
  setting: Setting,
  stored: StoredFile,
  label: { readonly kind: string; readonly name: string; readonly mediaType: string; readonly division?: string },
): Promise<string> {
  const id = randomUUID()
  await setting.tx
    .insertInto('stored_file')
    .values({
      id,
      division_code: label.division ?? setting.clerk.division,
      account_id: setting.clerk.accountId ?? null,
      kind: label.kind,
      name: label.name,
      media_type: label.mediaType,
      key: stored.key,
      size: stored.size,
      sm3: stored.sm3,
      created_at: setting.now,
    })
    .execute()
  return id
}

/** A file inside the clerk's scope whose content is still kept. Exports belong to whoever made them; the caller asks that. */
export async function findFile(setting: Setting, id: string): Promise<FileRecord | undefined> {
  const row = await setting.tx
    .selectFrom('stored_file')
    .select(['id', 'kind', 'name', 'media_type', 'key', 'size', 'account_id'])
    .where('id', '=', id)
    .where('content_removed_at', 'is', null)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      kind: row.kind,
      name: row.name,
      mediaType: row.media_type,
      key: row.key,
      size: row.size,
      accountId: row.account_id ?? undefined,
    }
  )
}
