/** 密文列 (sealed column): where sealed texts or blobs stand, and the context each was sealed in. */
export interface SealedColumn {
  readonly table: string
  /** The primary key: a rotation pages by it. */
  readonly key: readonly string[]
  readonly column: string
  readonly holds: 'text' | 'bytes'
  /** The context of a row: one text for the whole column, or a prefix and the column that ends it. */
  readonly context: string | { readonly prefix: string; readonly column: string }
}

/**
 * Every column of a bureau's tables that holds something sealed. A rotation brings them under the new key and then retires the old
 * one: a column that is missing here would never open again. A test compares the list with the migrations.
 */
export const sealedColumns: readonly SealedColumn[] = [
  { table: 'action', key: ['id'], column: 'reply_sealed', holds: 'text', context: 'action.reply' },
  { table: 'fact', key: ['id'], column: 'sealed', holds: 'text', context: { prefix: 'fact.', column: 'kind' } },
  { table: 'person', key: ['id'], column: 'id_number_sealed', holds: 'text', context: 'person.id_number' },
  { table: 'person', key: ['id'], column: 'phone_sealed', holds: 'text', context: 'person.phone' },
  { table: 'organisation', key: ['id'], column: 'contact_phone_sealed', holds: 'text', context: 'organisation.phone' },
  {
    table: 'intake_sheet',
    key: ['batch_id', 'sheet'],
    column: 'columns_sealed',
    holds: 'text',
    context: 'intake_sheet.columns',
  },
  {
    table: 'intake_chunk',
    key: ['batch_id', 'sheet', 'number'],
    column: 'sealed',
    holds: 'bytes',
    context: { prefix: 'intake_chunk.sealed/', column: 'batch_id' },
  },
  {
    table: 'payment_transfer',
    key: ['id'],
    column: 'account_sealed',
    holds: 'text',
    context: 'payment_transfer.account',
  },
  { table: 'death_notice', key: ['id'], column: 'name_sealed', holds: 'text', context: 'death_notice.name' },
  { table: 'death_notice', key: ['id'], column: 'id_number_sealed', holds: 'text', context: 'death_notice.id_number' },
  { table: 'case_file', key: ['id'], column: 'answers_sealed', holds: 'text', context: 'case_file.answers' },
  {
    table: 'case_event',
    key: ['case_id', 'seq'],
    column: 'because_sealed',
    holds: 'text',
    context: 'case_event.because',
  },
  { table: 'pairing', key: ['id'], column: 'contact_phone_sealed', holds: 'text', context: 'pairing.phone' },
]
