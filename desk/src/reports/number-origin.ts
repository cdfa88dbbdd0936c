import { writeCount, writeDay, writePeriod } from '../kit/format.ts'
import type { FigureOrigin } from '../kit/paper.tsx'
import type { ReportNumber } from './report-numbers.ts'
import { inspectorWords } from './words.ts'

/** 出处 of a number as the inspector shows it. */
export function originOf(number: ReportNumber, onBind: (() => void) | undefined): FigureOrigin {
  const isBound = number.standing !== 'typed'
  return {
    name: isBound ? number.name : number.section || inspectorWords.opening,
    value: number.shown,
    isBound,
    ...(isBound ? { query: number.query } : {}),
    ...(number.from === undefined ? {} : { cutOff: spanOf(number.from, number.cutOff) }),
    ...(number.rows === undefined ? {} : { rows: rowsOf(number, number.rows) }),
    ...(onBind === undefined ? {} : { onBind }),
  }
}

// The first day leaves out a year it shares, so that both stand on one line.
function spanOf(from: string, to: string | undefined): string {
  const first = writeDay(from)
  return inspectorWords.span(writeDay(to), from.slice(0, 4) === to?.slice(0, 4) ? first.slice(5) : first)
}

// The exact value only where the sentence rounds it.
function rowsOf({ shown, exact }: ReportNumber, rows: number): string {
  const count = writeCount(rows, '条')
  return shown === exact ? count : `${count}，${inspectorWords.exact} ${exact}`
}

/** What hovering over a number says: the query in words, and its value. */
export function sayOf(number: ReportNumber | undefined): string {
  if (!number) return ''
  if (number.standing === 'typed') return inspectorWords.typedSay
  const span = number.from === undefined ? '' : `\n${writePeriod(number.from, number.cutOff)}`
  const rows = number.rows === undefined ? '' : `，${writeCount(number.rows, '条')}记录`
  return `${number.name}：${number.exact}${rows}\n${number.query}${span}`
}
