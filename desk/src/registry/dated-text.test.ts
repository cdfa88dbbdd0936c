import { addDays, type Day, day } from '@dongzhou/terms/day'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDated, writeDated } from './dated-text.ts'

test.each([
  ['1978', '1978-01-01', 'year'],
  ['1978年', '1978-01-01', 'year'],
  ['1978.5', '1978-05-01', 'month'],
  ['1978-05', '1978-05-01', 'month'],
  ['197805', '1978-05-01', 'month'],
  ['1978年5月', '1978-05-01', 'month'],
  ['1978.5.1', '1978-05-01', 'day'],
  ['1978/12/31', '1978-12-31', 'day'],
  ['19780501', '1978-05-01', 'day'],
  ['1978年 5月1日', '1978-05-01', 'day'],
  ['１９７８．５', '1978-05-01', 'month'],
])('%s is read as %s, known to the %s', (text, on, precision) => {
  expect(readDated(text)).toEqual({ day: on, precision })
})

test.each(['', '78', '1978.13', '1978.2.30', '197813', '1978年5月1日前后', '不详', '0000'])('%s is no day', (text) => {
  expect(readDated(text)).toBeUndefined()
})

test('what a form begins with is read again as the same day', () => {
  const anyDay = fc.integer({ min: 0, max: 60_000 }).map((count): Day => addDays(day('1900-01-01'), count))
  fc.assert(
    fc.property(anyDay, (on) => {
      expect(readDated(writeDated({ day: on, precision: 'day' }))).toEqual({ day: on, precision: 'day' })
    }),
  )
})

test.each([null, 'x', {}, { day: 'x', precision: 'day' }, { day: '1978-05-01', precision: 'hour' }])(
  'what is no dated value begins empty: %j',
  (value) => {
    expect(writeDated(value)).toBe('')
  },
)
