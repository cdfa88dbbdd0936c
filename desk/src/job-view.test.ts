import { expect, test } from 'vitest'
import { jobView, secondsLeft } from './job-view.ts'

const line = {
  id: '0197a1c2-0000-4000-8000-000000000001',
  kind: 'intake.check',
  title: '核对《优抚对象花名册》',
  state: 'running',
  done: 500,
  total: 2000,
  result: null,
  fault: null,
  createdAt: '2025-06-01T02:00:00Z',
  changedAt: '2025-06-01T02:00:10Z',
} as const

test('a quarter in ten seconds leaves thirty', () => {
  expect(secondsLeft(line)).toBe(30)
})

test.each([
  ['too early to say', { ...line, done: 99 }],
  ['nothing done', { ...line, done: 0 }],
  ['no known length', { ...line, total: null }],
  ['no time passed', { ...line, changedAt: line.createdAt }],
])('%s: no estimate is made', (_, early) => {
  expect(secondsLeft(early)).toBeUndefined()
})

test.each([
  ['/intake/batches/7', '/intake/batches/7'],
  ['//elsewhere.example', undefined],
  ['https://elsewhere.example', undefined],
  [7, undefined],
])('a result at %s opens %s', (opensAt, path) => {
  expect(jobView({ ...line, state: 'done', result: { opensAt } }).resultAt).toBe(path)
})

test.each([
  ['0197a1c2-0000-4000-8000-000000000002', '/downloads/0197a1c2-0000-4000-8000-000000000002'],
  ['../elsewhere', '/downloads/..%2Felsewhere'],
  [7, undefined],
])('a file %s is taken away at %s', (fileId, path) => {
  expect(jobView({ ...line, state: 'done', result: { fileId } }).fileAt).toBe(path)
})
