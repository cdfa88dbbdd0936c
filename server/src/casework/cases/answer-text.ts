import type { CaseField } from '@dongzhou/engines/casework'
import { dayText, findDay } from '@dongzhou/terms/day'
import { fen, yuanText } from '@dongzhou/terms/fen'
import { findMonth, monthText } from '@dongzhou/terms/month'
import type { Answers } from './cases.sql.ts'

/** An answer of the form as people read it. */
export function answerText({ kind, choices }: CaseField, value: Answers[string]): string {
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number') return kind === 'fen' ? yuanText(fen(value)) : String(value)
  const [asDay, asMonth] = [findDay(value), findMonth(value)]
  if (kind === 'day' && asDay !== undefined) return dayText(asDay)
  if (kind === 'month' && asMonth !== undefined) return monthText(asMonth)
  return kind === 'choice' ? (choices?.[value] ?? value) : value
}
