import type { Sex } from '@dongzhou/terms/id-number'
import { type Cell, cellText, compact } from '../cell.ts'
import { held } from '../complaint.ts'
import { clean, flawed, mended, type Reader, type Reading } from '../reader.ts'

/** 性别 reader: 男 and 女, and the codes 1 and 2 of GB/T 2261.1. */
export const sexReader: Reader<Sex> = { kind: 'sex', repeats: true, mayRepeatAbove: true, read: readSex }

const WORDS = new Map<string, Sex>([
  ...['男', '男性', '1', '01', '1男', '1-男', 'M', 'MALE', '先生'].map((word): [string, Sex] => [word, 'male']),
  ...['女', '女性', '2', '02', '2女', '2-女', 'F', 'FEMALE', '女士'].map((word): [string, Sex] => [word, 'female']),
])

function readSex(cell: Cell): Reading<Sex> {
  const text = compact(cellText(cell)).toUpperCase()
  const sex = WORDS.get(text)
  if (sex === undefined) {
    return flawed(held('sex-unreadable', `“${text.slice(0, 10)}”看不懂。请填“男”或“女”（也可填 1 或 2）。`))
  }
  const plain = sex === 'male' ? '男' : '女'
  return text === plain ? clean(sex) : mended(sex, `“${text}”读作“${plain}”。`)
}
