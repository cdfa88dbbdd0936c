import { type Cell, cellText } from '../cell.ts'
import { held } from '../complaint.ts'
import { clean, flawed, type Reader, type Reading, readErrorCell } from '../reader.ts'

/** 文字 reader: what stands there, without line breaks and double spaces; Chinese punctuation stays as it is. */
export const textReader: Reader<string> = { kind: 'text', repeats: false, mayRepeatAbove: true, read: readText }

/** 多项文字 reader: names of partners or helpers in one cell, apart. */
export const textListReader: Reader<readonly string[]> = {
  kind: 'text-list',
  repeats: true,
  mayRepeatAbove: true,
  read: readTextList,
}

const MOST = 2000
const BROKEN = /[\n\r\t\u00a0\u3000\u200b-\u200f\ufeff]| {2}/
const BREAKS = /[\s\u00a0\u3000\u200b-\u200f\ufeff]+/g
const BETWEEN = /[、;；\n\r]+|[,，]+/

function readText(cell: Cell): Reading<string> {
  const error = readErrorCell(cell)
  if (error) return error
  const raw = cellText(cell)
  if (raw.length > MOST)
    return flawed(held('text-too-long', `文字有 ${raw.length} 个字，超过 ${MOST} 个。请缩短，或另作附件。`))
  // A line break inside an address is only the width of somebody's column.
  return clean(BROKEN.test(raw) ? raw.replace(BREAKS, ' ').trim() : raw)
}

function readTextList(cell: Cell): Reading<readonly string[]> {
  const error = readErrorCell(cell)
  if (error) return error
  const parts = cellText(cell)
    .split(BETWEEN)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  return parts.join('').length > MOST ? readTextTooLong() : clean(parts)
}

function readTextTooLong(): Reading<never> {
  return flawed(held('text-too-long', `文字超过 ${MOST} 个字。请缩短，或另作附件。`))
}
