import type { FailureReason } from '@dongzhou/terms/payment'

/** 编码 (encoding): how a text becomes the bytes a bank reads. Handed in, because GB18030 needs a table. */
export interface TextEncoding {
  encode(text: string): Uint8Array
  /** Throws for bytes that are no text of this encoding. */
  decode(bytes: Uint8Array): string
}

/** 发放明细行 (bank row): one transfer as a bank sees it. `reference` is ours and comes back with the answer. */
export interface BankRow {
  readonly reference: string
  readonly name: string
  readonly idNumber: string
  readonly bank: string
  readonly account: string
  /** In fen. */
  readonly amount: number
  readonly note: string
}

/** 批量文件 (batch): what one bank file holds. */
export interface BankBatch {
  readonly batch: string
  readonly issuer: string
  readonly rows: readonly BankRow[]
}

/** What stands in a column. `amount-fen` writes whole fen, `amount-yuan` 1234.50; outcome and reason stand in return files only. */
export type ColumnField =
  | 'sequence'
  | 'batch'
  | 'reference'
  | 'name'
  | 'id-number'
  | 'bank'
  | 'account'
  | 'amount-fen'
  | 'amount-yuan'
  | 'note'
  | 'count'
  | 'total-fen'
  | 'total-yuan'
  | 'issuer'
  | 'outcome'
  | 'reason'
  | 'constant'

export interface LayoutColumn {
  readonly field: ColumnField
  /** Its title in a file with a title row. */
  readonly title: string
  /** In bytes, for fixed width. */
  readonly width?: number
  readonly align?: 'left' | 'right'
  readonly pad?: ' ' | '0'
  readonly constant?: string
}

/** 记录 (record): one line of a file; a file has perhaps one at its head, one for each row, perhaps one at its foot. */
export interface Layout {
  readonly code: string
  readonly name: string
  readonly say: string
  readonly format: 'csv' | 'fixed'
  readonly encoding: 'utf-8' | 'gb18030'
  readonly lineEnd: '\r\n' | '\n'
  /** CSV: whether a row of titles stands above the rows. */
  readonly titles: boolean
  readonly head?: readonly LayoutColumn[]
  readonly row: readonly LayoutColumn[]
  readonly foot?: readonly LayoutColumn[]
  /** 回盘: the columns a return adds after those of `row`, what says paid, and the bank's words for why not. */
  readonly returns?: ReturnLayout
}

export interface ReturnLayout {
  readonly columns: readonly LayoutColumn[]
  readonly paid: readonly string[]
  readonly failed: readonly string[]
  readonly reasons: readonly { readonly reason: FailureReason; readonly words: readonly string[] }[]
}

/** A text that a layout cannot hold: longer than its column, or with a character that would part a line. */
export class LayoutOverflow extends Error {
  readonly where: string
  readonly say: string

  constructor(where: string, say: string) {
    super('a text does not fit its column')
    this.where = where
    this.say = say
  }
}
