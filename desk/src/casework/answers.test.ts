import type { FieldView } from '@dongzhou/contract/casework-views'
import { expect, test } from 'vitest'
import { answerSay, draftOf, givenAnswers } from './answers.ts'

const field: FieldView = {
  code: 'situation',
  label: '情形',
  kind: 'text',
  choices: [{ code: 'sudden', label: '突发情形' }],
  askedAt: 'apply',
  isOptional: false,
  help: '',
}

test('only what was answered is sent, without the blanks around it', () => {
  expect(givenAnswers({ reason: ' 患病 ', asked: 0, agreed: false, day: '', open: undefined })).toEqual({
    reason: '患病',
    asked: 0,
    agreed: false,
  })
})

test('a text that was emptied is sent as empty, so that it goes', () => {
  expect(givenAnswers({ reason: '', other: '' }, { reason: '患病' })).toEqual({ reason: '' })
})

test('a form opens with what the case holds of its fields', () => {
  const answers = [
    { code: 'situation', label: '', text: '', value: 'sudden' },
    { code: 'amount', label: '', text: '', value: 5 },
  ]
  expect(draftOf({ answers }, [field])).toEqual({ situation: 'sudden' })
})

test.each([
  ['text', '情况属实', '情况属实'],
  ['choice', 'sudden', '突发情形'],
  ['yes-no', true, '是'],
  ['fen', 300_000, '3,000.00 元'],
  ['number', 12, '12'],
  ['day', '2026-03-05', '2026年3月5日'],
  ['month', '2026-03', '2026年3月'],
  ['month', '', ''],
] as const)('an answer of kind %s is written as one reads it', (kind, value, text) => {
  expect(answerSay({ ...field, kind }, value)).toBe(text)
})
