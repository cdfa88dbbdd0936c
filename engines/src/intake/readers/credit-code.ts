import { judgeCreditCode } from '@dongzhou/terms/credit-code'
import type { Cell } from '../cell.ts'
import { warned } from '../complaint.ts'
import { digitsText, flawed, mended, type Reader, type Reading, readErrorCell } from '../reader.ts'

/** 统一社会信用代码 reader: only ever warns, because some real codes fail the check. */
export const creditCodeReader: Reader<string> = {
  kind: 'credit-code',
  repeats: true,
  mayRepeatAbove: true,
  read: readCreditCode,
}

function readCreditCode(cell: Cell): Reading<string> {
  const error = readErrorCell(cell)
  if (error) return error
  const { text, note } = digitsText(cell)
  const code = text.replaceAll('-', '').toUpperCase()
  const verdict = judgeCreditCode(code)
  if (verdict === 'valid') return mended(code, note ?? (code === text ? undefined : '已改为大写后读入。'))
  return flawed(warned('credit-code-check', sentences[verdict](code)), code, note)
}

const sentences = {
  'wrong-length': (code: string) =>
    `统一社会信用代码应为 18 位，现为 ${code.length} 位，按原样读入。请对照营业执照或法人证书核对。`,
  'wrong-character': () => '统一社会信用代码中有不该出现的字符（不用 I、O、S、V、Z），按原样读入。请核对。',
  'wrong-check': () => '统一社会信用代码末位校验不符，按原样读入。请核对（个别地区发的真码也会不符）。',
} as const
