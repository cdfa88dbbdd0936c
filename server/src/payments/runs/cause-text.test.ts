import type { CausePart } from '@dongzhou/engines/benefits'
import { fen } from '@dongzhou/terms/fen'
import { expect, test } from 'vitest'
import { causeText } from './cause-text.ts'

test.each<[string, readonly Pick<CausePart, 'cause' | 'kind'>[], string]>([
  ['a death is named once', [{ cause: 'death', kind: 'death' }], '去世 -10.00 元'],
  ['a fact is named with its kind', [{ cause: 'fact', kind: 'disability' }], '信息变更（残疾等级） -10.00 元'],
  ['a rate has no fact', [{ cause: 'rate', kind: undefined }], '标准调整 -10.00 元'],
  ['no cause on file', [], '应发减少'],
])('the reason of a line: %s', (_sentence, causes, text) => {
  expect(
    causeText(
      'recovery',
      causes.map((one) => ({ ...one, amount: fen(-1000) })),
    ),
  ).toBe(text)
})
