import { type Cell, cellText, compact } from '../cell.ts'
import { held } from '../complaint.ts'
import {
  clean,
  type DisabilityGrade,
  flawed,
  mended,
  nothing,
  type Reader,
  type Reading,
  readErrorCell,
} from '../reader.ts'
import { chineseNumber } from './chinese-number.ts'

/** 残疾等级 reader: 六级, 6级, 6, 因公六级, 六级（因战）; the nature is taken along where the cell names it. */
export const disabilityGradeReader: Reader<DisabilityGrade> = {
  kind: 'disability-grade',
  repeats: true,
  mayRepeatAbove: true,
  read: readGrade,
}

const GRADE = /^(\d{1,2}|[一二三四五六七八九十]{1,2})(?:级|等)?(?:残疾|伤残)?$/
const NATURES: readonly (readonly [word: RegExp, nature: 'war' | 'duty' | 'illness'])[] = [
  [/因?战/, 'war'],
  [/因?公/, 'duty'],
  [/因?病/, 'illness'],
]
const BRACKETS = /[()（）,，、:：-]/g
const DRESSING = /残疾军人|伤残军人|残疾等级|伤残等级|等级|评定为/g
const OLD_GRADES: Readonly<Record<string, string>> = {
  特等: '一级',
  一等: '二级或三级',
  二等甲级: '五级',
  二等乙级: '六级',
  三等甲级: '七级',
  三等乙级: '八级',
}

function readGrade(cell: Cell): Reading<DisabilityGrade> {
  const error = readErrorCell(cell)
  if (error) return error
  const text = compact(cellText(cell)).replace(BRACKETS, '').replace(DRESSING, '')
  if (text === '否' || text === '非残疾' || text === '未评残') return nothing
  const old = OLD_GRADES[text.replace(/因[战公病]/, '')]
  if (old) {
    return flawed(
      held(
        'disability-unreadable',
        `“${text}”是 2004 年以前的旧等级（大致相当于${old}），不能直接换算。请按现行残疾军人证填写一至十级。`,
      ),
    )
  }
  return readPlain(text)
}

function readPlain(text: string): Reading<DisabilityGrade> {
  const nature = NATURES.find(([word]) => word.test(text))
  const bare = nature ? text.replace(nature[0], '').replace(/致残|残疾$/, '') : text
  const found = GRADE.exec(bare)
  const grade = found ? gradeOf(found[1] ?? '') : undefined
  if (grade === undefined || grade < 1 || grade > 10) {
    return flawed(held('disability-unreadable', `“${text.slice(0, 20)}”看不懂。请填一级至十级，如“因公六级”。`))
  }
  const value: DisabilityGrade = { grade, nature: nature?.[1] }
  return /^[一二三四五六七八九十]级$/.test(text) || nature ? clean(value) : mended(value, `“${text}”读作 ${grade} 级。`)
}

function gradeOf(text: string): number | undefined {
  return /^\d/.test(text) ? Number(text) : chineseNumber(text)
}
