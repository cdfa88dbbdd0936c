import { describe, expect, test } from 'vitest'
import { changesAsk, codeIn, findingsAsk, idIn, linesAsk, runsAsk, transfersAsk } from './run-asks.ts'

describe('what the address asks for', () => {
  test('nothing asked is nothing sent but what must be', () => {
    expect(runsAsk({})).toEqual({})
    expect(transfersAsk({})).toEqual({})
    expect(linesAsk({})).toEqual({})
    expect(changesAsk({})).toEqual({ isUnexplained: false })
    expect(findingsAsk({})).toEqual({ isUndecided: false })
  })

  test('everything that can be asked arrives', () => {
    expect(runsAsk({ year: ['2026'], state: ['locked'], kind: ['reissue'], benefit: ['care-allowance'] })).toEqual({
      year: 2026,
      state: 'locked',
      kind: 'reissue',
      benefit: 'care-allowance',
    })
    expect(
      changesAsk({
        change: ['out'],
        cause: ['death'],
        unexplained: ['yes'],
        division: ['320614103000'],
        text: [' 刘 '],
      }),
    ).toEqual({ change: 'out', cause: 'death', isUnexplained: true, division: '320614103000', text: '刘' })
    expect(findingsAsk({ check: ['death-match'], undecided: ['yes'] })).toEqual({
      check: 'death-match',
      isUndecided: true,
    })
    expect(transfersAsk({ state: ['held'], text: ['刘'] })).toEqual({ state: 'held', text: '刘' })
    expect(linesAsk({ kind: ['recovery'], benefit: ['care-allowance'] })).toEqual({
      kind: 'recovery',
      benefit: 'care-allowance',
    })
  })

  test('nonsense asks for nothing rather than failing', () => {
    const filters = {
      year: ['20xx'],
      state: ['toString'],
      kind: ['?'],
      benefit: ['gold'],
      division: ['32'],
      text: ['  '],
    }

    expect(runsAsk(filters)).toEqual({})
    expect(transfersAsk(filters)).toEqual({})
    expect(codeIn({ in: '新增' }, 'constructor')).toBeUndefined()
  })

  test.each([
    ['12', 12],
    ['0', undefined],
    ['-3', undefined],
    ['1e3', undefined],
    [undefined, undefined],
  ])('%s as the number of a record', (text, id) => {
    expect(idIn(text)).toBe(id)
  })
})
