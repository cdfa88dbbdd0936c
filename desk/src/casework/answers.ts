import type { Answer, CaseFile, FieldView } from '@dongzhou/contract/casework-views'
import { writeDay, writeMoney, writeNumber } from '../kit/format.ts'
import { fillWords } from './words.ts'

/** A form under the pen, by the codes of its fields. */
export type AnswerDraft = Readonly<Record<string, Answer | undefined>>

/** The form as the case holds it now, for the fields that are asked. */
export function draftOf({ answers }: Pick<CaseFile, 'answers'>, fields: readonly FieldView[]): AnswerDraft {
  return Object.fromEntries(fields.map(({ code }) => [code, answers.find((one) => one.code === code)?.value]))
}

/** What is sent: answers that were given; a text that was emptied is sent as empty. */
export function givenAnswers(draft: AnswerDraft, before: AnswerDraft = {}): Record<string, Answer> {
  const given = Object.entries(draft).flatMap(([code, value]): readonly (readonly [string, Answer])[] => {
    const said = typeof value === 'string' ? value.trim() : value
    if (said === undefined || said === '') return typeof before[code] === 'string' ? [[code, '']] : []
    return [[code, said]]
  })
  return Object.fromEntries(given)
}

/** An answer in words. */
export function answerSay({ kind, choices }: FieldView, value: Answer | undefined): string {
  if (value === undefined || value === '') return ''
  switch (kind) {
    case 'yes-no':
      return value === true ? fillWords.yes : fillWords.no
    case 'choice':
      return choices.find(({ code }) => code === value)?.label ?? ''
    case 'fen':
      return typeof value === 'number' ? writeMoney(value) : ''
    case 'number':
      return typeof value === 'number' ? writeNumber(value) : ''
    case 'day':
      return writeDay(String(value))
    case 'month':
      return writeDay(`${String(value)}-01`, 'month')
    default:
      return String(value)
  }
}
