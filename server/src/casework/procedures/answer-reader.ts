import type { CaseField } from '@dongzhou/engines/casework'
import { type Day, findDay } from '@dongzhou/terms/day'
import { findMonth, type Month } from '@dongzhou/terms/month'
import { Fault } from '../../platform/fault.ts'

type Answer = string | number | boolean

/** 表单内容 as a decision reads it. What is missing or of another kind is `casework.answers-missing` by its label: nothing is recorded of it. */
export class AnswerReader {
  private readonly fields: readonly CaseField[]
  private readonly answers: Readonly<Record<string, Answer>>

  constructor(fields: readonly CaseField[], answers: Readonly<Record<string, Answer>>) {
    this.fields = fields
    this.answers = answers
  }

  day(code: string): Day {
    return this.asked(code, findDay(this.written(code)))
  }

  month(code: string): Month {
    return this.asked(code, findMonth(this.written(code)))
  }

  /** One of the choices the field offers. */
  choice<Choice extends string>(code: string, choices: Readonly<Record<Choice, string>>): Choice {
    const written = this.written(code)
    return this.asked(code, Object.hasOwn(choices, written) ? (written as Choice) : undefined)
  }

  isYes(code: string): boolean {
    const answer = this.answers[code]
    return this.asked(code, typeof answer === 'boolean' ? answer : undefined)
  }

  /** What may be left open. */
  optional(code: string): string | undefined {
    const written = this.written(code).trim()
    return written === '' ? undefined : written
  }

  private written(code: string): string {
    const answer = this.answers[code]
    return typeof answer === 'string' ? answer : ''
  }

  private asked<Value>(code: string, value: Value | undefined): Value {
    if (value !== undefined) return value
    const label = this.fields.find((field) => field.code === code)?.label ?? code
    throw new Fault('casework.answers-missing', { answers: [label] })
  }
}
