import { writeCount, writeDay, writePeriod } from '../kit/format.ts'
import type { FigureOrigin } from '../kit/paper.tsx'
import type { ReportNumber } from './report-numbers.ts'
import { inspectorWords } from './words.ts'

/** 出处 of a number as the inspector shows it. */
export function originOf(number: ReportNumber, onBind: (() => void) | undefined): FigureOrigin {
  const isBound = number.standing !== 'typed'
  const span = number.from === undefined ? undefined : writePeriod(number.from, number.cutOff)
  return {
    name: isBound ? number.name : inspectorWords.typedName,
    value: number.shown,
    isBound,
    ...(isBound ? { query: number.query } : {}),
    ...(span === undefined ? {} : { cutOff: `${writeDay(number.cutOff)}（${span}）` }),
    ...(number.rows === undefined
      ? {}
      : { rows: `${writeCount(number.rows, '条')}，${inspectorWords.exact} ${number.exact}` }),
    ...(onBind === undefined ? {} : { onBind }),
  }
}

/** What hovering over a number says: the query in words, and its value. */
export function sayOf(number: ReportNumber | undefined): string {
  if (!number) return ''
  if (number.standing === 'typed') return inspectorWords.typedSay
  const span = number.from === undefined ? '' : `\n${writePeriod(number.from, number.cutOff)}`
  const rows = number.rows === undefined ? '' : `，${writeCount(number.rows, '条')}记录`
  return `${number.name}：${number.exact}${rows}\n${number.query}${span}`
}
