/** 银行文件 as text and back: what a bank does to it, and what nobody should. */
export interface BankRow {
  readonly reference: string
  readonly name: string
  readonly account: string
  readonly yuan: string
}

const COLUMNS = ['序号', '批次号', '业务编号', '户名', '开户银行', '账号', '金额', '摘要'] as const

/** The rows of a 通用CSV as exported. Nothing in the demo's names or accounts wants quotes. */
export function rowsOfBankFile(bytes: Uint8Array): readonly BankRow[] {
  const [head = [], ...rows] = cellsOf(new TextDecoder().decode(bytes))
  if (head.join() !== COLUMNS.join()) throw new Error(`the bank file has the columns ${head.join()}`)
  return rows
    .filter(([first]) => first !== '合计')
    .map((cells) => ({
      reference: cells[2] ?? '',
      name: cells[3] ?? '',
      account: cells[5] ?? '',
      yuan: cells[6] ?? '',
    }))
}

/** 回盘: what the bank makes of the file it was given. `fails` answers the bank's words for what it could not pay. */
export function returnOf(bytes: Uint8Array, fails: (row: BankRow) => string | undefined = () => undefined): Uint8Array {
  const rows = rowsOfBankFile(bytes)
  const lines = linesOf(bytes).map((line, at) => {
    if (at === 0) return `${line},处理结果,失败原因`
    const row = rows[at - 1]
    if (row === undefined) return line
    const words = fails(row)
    return words === undefined ? `${line},成功,` : `${line},失败,${words}`
  })
  return bytesOf(lines)
}

/** The same file with one of its lines made another. */
export function edited(bytes: Uint8Array, edit: (line: string, at: number) => string | undefined): Uint8Array {
  return bytesOf(linesOf(bytes).flatMap((line, at) => edit(line, at) ?? []))
}

function linesOf(bytes: Uint8Array): readonly string[] {
  return new TextDecoder()
    .decode(bytes)
    .split('\r\n')
    .filter((line) => line !== '')
}

function cellsOf(text: string): readonly (readonly string[])[] {
  return text
    .split('\r\n')
    .filter((line) => line !== '')
    .map((line) => line.replace(/^\uFEFF/, '').split(','))
}

function bytesOf(lines: readonly string[]): Uint8Array {
  return new TextEncoder().encode(lines.map((line) => `${line}\r\n`).join(''))
}
