/** 拒收原因 (refusal): why a file cannot be read as a spreadsheet. */
export type SheetRefusal =
  | 'empty-file'
  | 'not-a-spreadsheet'
  | 'password-protected'
  | 'damaged'
  | 'too-large-file'
  | 'too-large-unpacked'
  | 'too-many-columns'
  | 'too-many-rows'

/** 限度 (limits): how much of a file is read before it is refused. */
export interface SheetLimits {
  readonly fileBytes: number
  /** xls, HTML and XML 2003 can only be read whole, at some 15 to 25 times the file's size in memory (measured: 38 MB took 650 MB). */
  readonly oldFileBytes: number
  readonly unpackedBytes: number
  /** The table of texts is held in memory while a workbook is read. */
  readonly textsBytes: number
  readonly columns: number
  readonly rows: number
}

/** The limits that hold when the caller says nothing. */
export const DEFAULT_LIMITS: SheetLimits = {
  fileBytes: 60 * 1024 * 1024,
  oldFileBytes: 20 * 1024 * 1024,
  unpackedBytes: 1024 * 1024 * 1024,
  textsBytes: 256 * 1024 * 1024,
  columns: 300,
  rows: 300_000,
}

/** A file that is refused, with one sentence for the person who must act. */
export class SheetRefused extends Error {
  override readonly name = 'SheetRefused'
  readonly code: SheetRefusal
  readonly say: string

  constructor(code: SheetRefusal, say: string, cause?: unknown) {
    super(`${code}: ${say}`, cause === undefined ? undefined : { cause })
    this.code = code
    this.say = say
  }
}

/** 空文件: nothing in it. */
export function emptyFile(): SheetRefused {
  return new SheetRefused('empty-file', '这个文件是空的（0 字节），请让对方重新发送，或重新导出后再上传。')
}

/** It is something else; `seems` says what, in the clerk's words. */
export function notASpreadsheet(seems: string, todo = '请上传 Excel 表格（.xlsx、.xls）或 CSV 文件。'): SheetRefused {
  return new SheetRefused('not-a-spreadsheet', `这不是电子表格，看起来是${seems}。${todo}`)
}

/** 加密: opened only with a password, which we do not ask for. */
export function passwordProtected(): SheetRefused {
  return new SheetRefused(
    'password-protected',
    '这个表格设有打开密码。请在 Excel 或 WPS 里用“文件—信息—保护工作簿”取消密码，另存后再上传。',
  )
}

/** 损坏: cut short or broken; `where` names the place when it is known. */
export function damaged(cause?: unknown, where = ''): SheetRefused {
  return new SheetRefused(
    'damaged',
    `文件已损坏或没有传完整${where === '' ? '' : `（${where}）`}。请在 Excel 或 WPS 里打开并另存为 .xlsx 后再上传；打不开时请让对方重发。`,
    cause,
  )
}

/** The file itself is over the limit. */
export function tooLargeFile(bytes: number, limit: number): SheetRefused {
  return new SheetRefused(
    'too-large-file',
    `文件有 ${megabytes(bytes)} MB，超过 ${megabytes(limit)} MB 的上限。请删去图片和无关的工作表，或按镇街拆成几个文件再上传。`,
  )
}

/** An old-format file that would have to be read whole is over its own limit. */
export function tooLargeOldFile(bytes: number, limit: number): SheetRefused {
  return new SheetRefused(
    'too-large-file',
    `这是旧格式表格，有 ${megabytes(bytes)} MB，超过旧格式 ${megabytes(limit)} MB 的上限。请在 Excel 或 WPS 里另存为 .xlsx 后再上传。`,
  )
}

/** 压缩炸弹: unpacks to more than anybody's ledger. */
export function tooLargeUnpacked(limit: number): SheetRefused {
  return new SheetRefused(
    'too-large-unpacked',
    `文件解开后超过 ${megabytes(limit)} MB，不像正常的表格，已停止读取。请把有数据的区域复制到新工作簿，另存后再上传。`,
  )
}

/** More columns with content than a ledger has. */
export function tooManyColumns(sheet: string, limit: number): SheetRefused {
  return new SheetRefused(
    'too-many-columns',
    `工作表“${sheet}”超过 ${limit} 列的上限。请只保留需要导入的列，另存后再上传。`,
  )
}

/** More rows with content than are read at once. */
export function tooManyRows(sheet: string, limit: number): SheetRefused {
  return new SheetRefused(
    'too-many-rows',
    `工作表“${sheet}”超过 ${limit.toLocaleString('en-US')} 行的上限。请按镇街或按年份拆成几个文件，每个不超过 ${limit.toLocaleString('en-US')} 行，再分次上传。`,
  )
}

function megabytes(bytes: number): string {
  const size = bytes / 1024 / 1024
  return size < 10 && !Number.isInteger(size) ? size.toFixed(1) : String(Math.round(size))
}
