import { day } from '@dongzhou/terms/day'
import { month } from '@dongzhou/terms/month'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { heldFromReleasing } from './account-hold.ts'
import { canonicalList } from './canonical-list.ts'
import { changeSheet, type Evidence, type PersonInRun } from './change-sheet.ts'
import { type DueSpan, differencesOf, lineKindOf } from './differences.ts'
import { failureLetter, recoveryLetter } from './letters.ts'
import { maskedAccount, maskedAddress, maskedIdNumber, maskedName } from './masking.ts'
import { isOutstanding, notReissuable, type Payable } from './reissue.ts'
import { rosterSheet } from './roster.ts'
import { signaturesNeeded } from './signatures.ts'

const PENSION = 'disability-pension'
const CARE = 'care-allowance'

function aPerson(change: Partial<PersonInRun> = {}): PersonInRun {
  const monthly = [{ benefit: PENSION, amount: 1000 } as const]
  return { person: 1, monthly, arrears: 0, recovery: 0, withheld: 0, account: 'a', ...change }
}

function proof(cause: Evidence['cause'], benefit?: Evidence['benefit']): Evidence {
  return { person: 1, cause, benefit, say: '依据' }
}

describe('the change sheet', () => {
  const more = [{ benefit: PENSION, amount: 1100 } as const]

  test.each<[string, readonly PersonInRun[], readonly PersonInRun[], readonly Evidence[], object | undefined]>([
    ['the same as last month is left out', [aPerson()], [aPerson()], [], undefined],
    [
      'somebody new without any ground',
      [],
      [aPerson()],
      [],
      { change: 'in', before: 0, now: 1000, isUnexplained: true },
    ],
    ['somebody new with an award', [], [aPerson()], [proof('award')], { causes: ['award'], isUnexplained: false }],
    ['somebody gone without any ground', [aPerson()], [], [], { change: 'out', now: 0, isUnexplained: true }],
    [
      'somebody who died',
      [aPerson()],
      [],
      [proof('death')],
      { change: 'out', causes: ['death'], isUnexplained: false },
    ],
    [
      'more by a new rate of this benefit',
      [aPerson()],
      [aPerson({ monthly: more })],
      [proof('rate', PENSION)],
      { change: 'changed', isUnexplained: false },
    ],
    [
      'a new rate of another benefit explains nothing',
      [aPerson()],
      [aPerson({ monthly: more })],
      [proof('rate', CARE)],
      { isUnexplained: true },
    ],
    [
      'another account explains no other amount',
      [aPerson()],
      [aPerson({ monthly: more, account: 'b' })],
      [proof('account')],
      { isUnexplained: true },
    ],
    [
      'another account alone is a change',
      [aPerson()],
      [aPerson({ account: 'b' })],
      [],
      { change: 'changed', causes: ['account'], isUnexplained: false },
    ],
    [
      'arrears speak for themselves',
      [aPerson()],
      [aPerson({ arrears: 500 })],
      [],
      { causes: ['arrears'], isUnexplained: false },
    ],
    [
      'a recovery and an instalment too',
      [aPerson()],
      [aPerson({ recovery: -500, withheld: 100 })],
      [],
      { causes: ['recovery'] },
    ],
    [
      'of two benefits that changed, one without ground leaves the person unexplained',
      [
        aPerson({
          monthly: [
            { benefit: PENSION, amount: 1000 },
            { benefit: CARE, amount: 300 },
          ],
        }),
      ],
      [aPerson({ monthly: [{ benefit: PENSION, amount: 1100 }] })],
      [proof('rate', PENSION)],
      { causes: ['rate'], isUnexplained: true },
    ],
  ])('%s', (_sentence, before, now, evidence, expected) => {
    const [change] = changeSheet(before, now, evidence)

    if (expected === undefined) expect(change).toBeUndefined()
    else expect(change).toMatchObject(expected)
  })

  test('before, less who left, with who came and what changed, is now: to the fen', () => {
    const people = fc.uniqueArray(
      fc.record({ person: fc.integer({ min: 1, max: 12 }), amount: fc.integer({ min: 1, max: 9999 }) }),
      { selector: ({ person }) => person },
    )
    const inRun = ({ person, amount }: { person: number; amount: number }) =>
      aPerson({ person, monthly: [{ benefit: PENSION, amount }] })
    const sum = (some: readonly { amount: number }[]) => some.reduce((total, { amount }) => total + amount, 0)
    fc.assert(
      fc.property(people, people, (before, now) => {
        const changes = changeSheet(before.map(inRun), now.map(inRun), [])

        expect(sum(before) + changes.reduce((total, one) => total + one.now - one.before, 0)).toBe(sum(now))
      }),
    )
  })
})

describe('due less posted', () => {
  const span = (from: number, to: number, amount: number, isUnknown = false): DueSpan => {
    return { person: 1, benefit: PENSION, from: month(2025, from), to: month(2025, to), amount, isUnknown }
  }
  const of = (due: readonly DueSpan[], posted: readonly DueSpan[], first = 1, last = 6) =>
    differencesOf(due, posted, { firstOf: () => month(2025, first), month: month(2025, last) }).map((one) => [
      (one.month % 12) + 1,
      one.due - one.posted,
      lineKindOf(one, month(2025, last)),
    ])

  test.each<[string, readonly DueSpan[], readonly DueSpan[], readonly unknown[][]]>([
    ['the month of the run', [span(1, 12, 100)], [span(1, 6, 100)], [[6, 100, 'regular']]],
    ['a month left out', [span(5, 12, 100)], [span(6, 7, 100)], [[5, 100, 'arrears']]],
    [
      'a rate raised backwards',
      [span(5, 12, 110)],
      [span(5, 6, 100)],
      [
        [5, 10, 'arrears'],
        [6, 110, 'regular'],
      ],
    ],
    [
      'paid too long',
      [span(1, 4, 100)],
      [span(1, 6, 100)],
      [
        [4, -100, 'recovery'],
        [5, -100, 'recovery'],
      ],
    ],
    ['no longer due at all', [], [span(5, 6, 100)], [[5, -100, 'recovery']]],
    [
      'an unknown month in neither direction',
      [span(4, 6, 0, true), span(6, 7, 100)],
      [span(4, 5, 100)],
      [[6, 100, 'regular']],
    ],
    ['two awards of a benefit in one month both count', [span(6, 7, 100), span(6, 7, 50)], [], [[6, 150, 'regular']]],
    ['more for a month that was paid already', [span(6, 7, 120)], [span(6, 7, 100)], [[6, 20, 'arrears']]],
  ])('%s', (_sentence, due, posted, expected) => {
    expect(of(due, posted)).toEqual(expected)
  })

  test('months before the book begins are the business of the book before', () => {
    expect(of([span(1, 12, 100)], [], 5)).toEqual([
      [5, 100, 'arrears'],
      [6, 100, 'regular'],
    ])
  })

  test('with the differences posted, posted is due for every month', () => {
    const spans = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 5 }), fc.integer({ min: -300, max: 900 })),
      { maxLength: 4 },
    )
    const toSpans = (some: readonly [number, number, number][]) =>
      some.map(([from, length, amount]) => span(from, Math.min(from + length, 12), amount))
    const context = { firstOf: () => month(2025, 1), month: month(2025, 12) }
    fc.assert(
      fc.property(spans, spans, (one, other) => {
        const [due, posted] = [toSpans(one), toSpans(other)]
        const differences = differencesOf(due, posted, context)
        const settled = differences.map(({ month: of, due: owed, posted: paid, ...rest }) => {
          return { ...rest, from: of, to: (of + 1) as typeof of, amount: owed - paid }
        })

        expect(differencesOf(due, [...posted, ...settled], context)).toEqual([])
      }),
    )
  })
})

describe('signatures', () => {
  const rules = {
    byAmount: [{ from: 1_000_000, approvals: 2 }],
    byChange: [
      { from: 1000, approvals: 2 },
      { from: 3000, approvals: 3 },
    ],
  }

  test.each<[string, number, number | undefined, number]>([
    ['a first list below the amount', 999_999, undefined, 1],
    ['the amount itself', 1_000_000, undefined, 2],
    ['ten percent more than before', 1100, 1000, 2],
    ['a fen less than ten percent', 109_999, 100_000, 1],
    ['thirty percent less than before', 700, 1000, 3],
    ['something from nothing', 10, 0, 3],
    ['nothing from nothing', 0, 0, 1],
  ])('%s', (_sentence, amount, before, approvals) => {
    expect(signaturesNeeded({ amount, before, uncompared: 0 }, rules).approvals).toBe(approvals)
  })

  test('a step from no change at all is reached by a first list too', () => {
    const always = { byAmount: rules.byAmount, byChange: [{ from: 0, approvals: 2 }] }

    expect(signaturesNeeded({ amount: 10, before: undefined, uncompared: 0 }, always)).toEqual({
      approvals: 2,
      because: ['不论变动大小，须 2 人审批'],
    })
  })

  test('whoever cannot be compared though the benefit was paid before asks for a second approval', () => {
    const { approvals, because } = signaturesNeeded({ amount: 10, before: undefined, uncompared: 3 }, rules)

    expect(approvals).toBe(2)
    expect(because.join()).toContain('3 人的待遇没有上期可比')
    expect(signaturesNeeded({ amount: 700, before: 1000, uncompared: 3 }, rules).approvals).toBe(3)
  })

  test('who changed an account is held from releasing for so many days, and nobody else', () => {
    const changes = [
      { person: 1, on: day('2025-06-01'), by: 'a' },
      { person: 2, on: day('2025-05-30'), by: 'a' },
      { person: 3, on: day('2025-06-20'), by: 'b' },
      { person: 4, on: day('2025-06-20'), by: undefined },
    ]
    const on = { today: day('2025-07-01'), days: 30 }

    expect(heldFromReleasing(changes, 'a', on)).toEqual([1])
    expect(heldFromReleasing(changes, 'c', on)).toEqual([])
  })
})

describe('paying again', () => {
  test('however often somebody tries, money that failed is paid once at most', () => {
    const tries = fc.array(fc.tuple(fc.nat({ max: 9 }), fc.constantFrom('paid', 'failed', 'held'), fc.boolean()), {
      maxLength: 40,
    })
    fc.assert(
      fc.property(tries, (tried) => {
        const chain: (Payable & { reissueOf: number | undefined })[] = [
          { id: 0, state: 'failed', reissuedIn: undefined, reissueOf: undefined },
        ]
        for (const [at, state, isWithdrawn] of tried) {
          const origin = chain[at % chain.length]
          if (!origin || notReissuable([origin]).length > 0 || isWithdrawn) continue
          chain[origin.id] = { ...origin, reissuedIn: chain.length }
          chain.push({
            id: chain.length,
            state: state as Payable['state'],
            reissuedIn: undefined,
            reissueOf: origin.id,
          })
        }
        expect(chain.filter(({ state }) => state === 'paid').length).toBeLessThanOrEqual(1)
        const tips = chain.filter(isOutstanding)
        expect(tips.length + chain.filter(({ state }) => state === 'paid').length).toBe(1)
      }),
    )
  })
})

describe('the digest text', () => {
  const transfers = [
    { person: 1, amount: 100, account: 'x', isHeld: false },
    { person: 2, amount: 200, account: 'y', isHeld: true },
  ]
  const lines = [{ person: 1, benefit: PENSION, month: month(2025, 6), kind: 'regular', amount: 100 }]
  const run = { id: 7, edition: 2, month: month(2025, 6) }

  test('is the same in whatever order the list was read', () => {
    expect(canonicalList(run, transfers.toReversed(), lines)).toBe(canonicalList(run, transfers, lines))
  })

  test.each<[string, () => string]>([
    [
      'a fen more',
      () =>
        canonicalList(
          run,
          transfers.map((one) => ({ ...one, amount: one.amount + 1 })),
          lines,
        ),
    ],
    [
      'another account',
      () =>
        canonicalList(
          run,
          transfers.map((one) => ({ ...one, account: 'z' })),
          lines,
        ),
    ],
    [
      'somebody no longer held',
      () =>
        canonicalList(
          run,
          transfers.map((one) => ({ ...one, isHeld: false })),
          lines,
        ),
    ],
    ['another edition', () => canonicalList({ ...run, edition: 3 }, transfers, lines)],
    ['a line less', () => canonicalList(run, transfers, [])],
  ])('is another with %s', (_what, other) => {
    expect(other()).not.toBe(canonicalList(run, transfers, lines))
  })
})

describe('what leaves the office', () => {
  test.each([
    ['张三', '张*'],
    ['欧阳锋', '欧阳*'],
    ['欧阳', '欧*'],
    ['买买提·艾力', '买**·**'],
    ['李', '李'],
  ])('%s is shown as %s', (name, shown) => {
    expect(maskedName(name)).toBe(shown)
  })

  test('a number on a notice shows neither birthday nor sequence', () => {
    expect(maskedIdNumber('320684195003051234')).toBe('3206**************')
    expect(maskedAccount('6228480402564890018')).toBe('6228 **** 0018')
    expect(maskedAccount('123')).toBe('***')
    expect(maskedAddress('余东镇新北村九组十八号')).toBe('余东镇新北村**')
  })

  test('the roster has a subtotal for each town, the total, the digest and the block for signatures', () => {
    const row = {
      village: '甲村',
      idNumberMasked: '',
      benefits: '',
      bank: '',
      account: '6228480402564890018',
      note: '',
    }
    const head = { issuer: '测试局', title: '六月', batch: 'B1', digest: 'd1', isSample: true }

    const sheet = rosterSheet(head, [
      { ...row, town: '东镇', name: '甲', amount: 100 },
      { ...row, town: '东镇', name: '乙', amount: 250 },
      { ...row, town: '西镇', name: '丙', amount: 1000 },
    ])

    const texts = sheet.rows.map((cells) => cells.join('|'))
    expect(texts.filter((text) => /小计|合计/.test(text))).toEqual([
      '东镇小计|2 人|||||||3.5|',
      '西镇小计|1 人|||||||10|',
      '合计|3 人|||||||13.5|',
    ])
    expect(texts.join('\n')).toContain('d1')
    expect(texts.join('\n')).toContain('样例标准，仅供演示')
    expect(texts.at(-2)).toContain('审批人')
    expect(texts.join('\n')).not.toContain('6228480402564890018')
  })

  test('letters say how much, why and what to do, and never the whole account', () => {
    const signed = { name: '张三', issuer: '测试局', on: day('2025-07-01') }
    const failed = failureLetter({
      ...signed,
      ...{ month: month(2025, 6), amount: 200_000, account: '6228480402564890018', reason: 'account-closed' },
    })
    const asked = recoveryLetter({
      ...signed,
      ...{ amount: 600_000, rest: 500_000, cause: '去世', plan: { monthly: 200_000, from: month(2025, 8) } },
    })

    expect(failed.paragraphs.join('')).toContain('账户已销户')
    expect(failed.paragraphs.join('')).not.toContain('6228480402564890018')
    expect(asked.paragraphs.join('')).toContain('至2025年10月止，共 3 期，末期 1,000.00 元')
    expect(asked.paragraphs.join('')).toContain('行政复议')
  })
})
