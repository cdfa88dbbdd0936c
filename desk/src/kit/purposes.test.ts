import { expect, test } from 'vitest'
import { isStated, purposeText } from './purposes.ts'

test.each([
  [undefined, '', false],
  [undefined, '写了说明但没有选', false],
  ['handling', '', true],
  ['other', '', false],
  ['other', '看看 ', false],
  ['other', '配合公安核实', true],
] as const)('the purpose %s with the note "%s" suffices: %s', (kind, note, suffices) => {
  expect(isStated({ kind, note })).toBe(suffices)
})

test.each([
  ['paying', '2025年6月优抚金', '发放资金：2025年6月优抚金'],
  ['paying', '  ', '发放资金'],
  ['other', ' 配合公安核实 ', '配合公安核实'],
] as const)('the purpose %s with the note "%s" is kept as "%s"', (kind, note, kept) => {
  expect(purposeText({ kind, note })).toBe(kept)
})
