import { expect, test } from 'vitest'
import { inUnit, stepsOf, writeFigure } from './figure.ts'

test.each([
  [12, '场', '12 场'],
  [10_820, '人次', '10,820 人次'],
  [0, '户', '0 户'],
  [1_234_500, '元', '12,345 元'],
  [29, '元', '0.29 元'],
  [123_450_000, '万元', '123.45 万元'],
])('%d steps of %s read %s', (value, unit, expected) => {
  expect(writeFigure(value, unit)).toBe(expected)
})

test.each(['场', '元', '万元'])('a figure of %s goes into its unit and back', (unit) => {
  expect(inUnit(5 * stepsOf(unit), unit)).toBe(5)
})
