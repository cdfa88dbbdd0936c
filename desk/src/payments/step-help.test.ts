import { expect, test } from 'vitest'
import { steps } from './run-steps.ts'
import { helpOf, type stepHelp } from './step-help.ts'

test('every step says what it is, who may do it and what happens next, in Chinese without a code', () => {
  for (const { key } of steps) {
    const lines = helpOf(key as keyof typeof stepHelp)

    expect(lines.length).toBeGreaterThan(3)
    for (const line of lines) {
      expect(line).not.toMatch(/[A-Za-z!！]/)
      expect(line).not.toContain('。。')
      expect(line.endsWith('。')).toBe(true)
    }
  }
})
