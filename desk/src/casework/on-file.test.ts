import type { FactView } from '@dongzhou/contract/registry'
import { expect, test } from 'vitest'
import { onFile } from './on-file.ts'

const fact = (id: number, kindName: string, supersededAt: string | null = null) =>
  ({ id, kindName, supersededAt }) as FactView

test('what is on file stands in the order of the procedure, the rest is lacking', () => {
  const facts = [fact(1, '居住地'), fact(2, '姓名'), fact(3, '民族')]
  const found = onFile(['姓名', '居住地', '银行账户'], facts)
  expect(found.known.map(({ id }) => id)).toEqual([2, 1])
  expect(found.lacking).toEqual(['银行账户'])
})

test('what was superseded is not on file', () => {
  expect(onFile(['居住地'], [fact(1, '居住地', '2026-01-01')])).toEqual({ known: [], lacking: ['居住地'] })
})
