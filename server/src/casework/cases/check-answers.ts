import type { CaseField } from '@dongzhou/engines/casework'
import { findDay } from '@dongzhou/terms/day'
import { findMonth } from '@dongzhou/terms/month'
import { Fault } from '../../platform/fault.ts'
import type { ProcedureDefinition } from '../procedures/procedure-definition.ts'
import type { Answers } from './cases.sql.ts'

/** The answers of before with new ones laid over them. Throws `casework.answer-wrong` naming what is unknown or out of shape. */
export function withAnswers(procedure: ProcedureDefinition, before: Answers, given: Answers): Answers {
  const wrong = Object.entries(given).flatMap(([code, value]) => {
    const field = procedure.fields.find((one) => one.code === code)
    return field === undefined ? ['表单中没有的项目'] : complaintsOf(field, value)
  })
  if (wrong.length > 0) throw new Fault('casework.answer-wrong', { answers: wrong })
  return { ...before, ...given }
}

/** What a step asks and nobody has answered, by its label. */
export function unanswered(procedure: ProcedureDefinition, answers: Answers, step: string): readonly string[] {
  return procedure.fields
    .filter((field) => (field.askedAt ?? procedure.first) === step && field.isOptional !== true)
    .filter(({ code }) => answers[code] === undefined || answers[code] === '')
    .map(({ label }) => label)
}

function complaintsOf(field: CaseField, value: Answers[string]): readonly string[] {
  return fits(field, value) ? [] : [`${field.label}：${expected[field.kind]}`]
}

function fits({ kind, choices }: CaseField, value: Answers[string]): boolean {
  if (kind === 'yes-no') return typeof value === 'boolean'
  if (kind === 'number' || kind === 'fen') return typeof value === 'number' && value >= 0
  if (typeof value !== 'string') return false
  if (value === '' || kind === 'text' || kind === 'long-text') return true
  if (kind === 'choice') return Object.hasOwn(choices ?? {}, value)
  return (kind === 'day' ? findDay(value) : findMonth(value)) !== undefined
}

const expected: { readonly [K in CaseField['kind']]: string } = {
  text: '请填写文字',
  'long-text': '请填写文字',
  day: '请填写日期，如2025-03-05',
  month: '请填写年月，如2025-03',
  number: '请填写不小于零的整数',
  fen: '请填写金额',
  choice: '请从列出的选项中选择',
  'yes-no': '请选择是或否',
}
