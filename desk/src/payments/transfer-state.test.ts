import { describe, expect, test } from 'vitest'
import { cancelledFacts, payeeOf, restOf, stateSay } from './transfer-state.tsx'

const held = { state: 'held', stateName: '暂缓', amount: 10_000, cancelled: 0 } as const

describe('money that turned out not to be owed', () => {
  test.each([
    ['nothing was cancelled', 0, '暂缓', 10_000, 0],
    ['a part was cancelled', 4_000, '暂缓（部分撤销）', 6_000, 2],
    ['all was cancelled', 10_000, '暂缓（已撤销）', 0, 1],
  ])('%s', (_sentence, cancelled, say, rest, facts) => {
    const transfer = { ...held, cancelled }

    expect(stateSay(transfer)).toBe(say)
    expect(restOf(transfer)).toBe(rest)
    expect(cancelledFacts(transfer)).toHaveLength(facts)
  })
})

describe('whoever takes the money for somebody', () => {
  test.each([
    ['is named where the account is held by another', '赵某', '赵某'],
    ['is nobody where the account is the person’s own', ' 甲 ', undefined],
    ['is nobody where there is no account', '', undefined],
  ])('%s', (_sentence, holder, payee) => {
    expect(payeeOf({ holder, name: '甲' })).toBe(payee)
  })
})
