import { day } from '@dongzhou/terms/day'
import { expect, test } from 'vitest'
import { openLog } from '../platform/log.ts'
import { readBook } from './read-book.ts'
import { errorOf, troubleIn } from './reading-trouble.ts'

function logged(error: unknown): string {
  const lines: string[] = []
  openLog('debug', { write: (line: string) => void lines.push(line) }).error({ err: error }, 'job failed')
  return lines.join('')
}

test.each([
  ['a message', new TypeError('cannot read 张三 999999194901011234')],
  ['a message of several lines', new Error('row 7:\n    at 张三 (999999194901011234:1:1)\nis no date')],
  ['a message with its cause', new Error('row 7', { cause: new Error('张三 999999194901011234') })],
  ['a code that is none', Object.assign(new Error('no'), { code: '张三 999999194901011234' })],
  ['no error at all', '张三 999999194901011234'],
])('what a parser quotes of a cell reaches no log: %s', (_, error) => {
  const line = logged(new Error('the workbook could not be read', { cause: errorOf(troubleIn(error)) }))

  expect(line).not.toMatch(/张三|999999/u)
  expect(line).toContain('the workbook could not be read')
})

test('the log says what kind of error it was, its code and where it was thrown', () => {
  const line = logged(errorOf(troubleIn(Object.assign(new TypeError('张三'), { code: 'ERR_ZIP' }))))

  expect(line).toContain('TypeError')
  expect(line).toContain('ERR_ZIP')
  expect(line).toContain('reading-trouble.test.ts')
})

test('the reading thread itself passes no message on', async () => {
  const order = {
    path: '/nowhere/张三.xlsx',
    fileName: '张三.xlsx',
    today: day('2025-06-30'),
    divisions: [],
    within: undefined,
    remembered: {},
    settled: [],
  }

  const told = []
  for await (const news of readBook(order)) told.push(news)

  expect(told).toMatchObject([{ kind: 'failed', trouble: { code: 'ENOENT' } }])
  expect(JSON.stringify(told)).not.toContain('张三')
})
