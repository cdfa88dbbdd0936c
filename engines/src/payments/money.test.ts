import { month } from '@dongzhou/terms/month'
import type { LineKind } from '@dongzhou/terms/payment'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shareOf } from './compose.ts'
import { balancesOf, entriesOf, type MoneyEntry, type MoneyEvent, runBalanceOf } from './money-ledger.ts'
import { instalmentsAhead, type Recovery, withholdingsOf } from './recovery.ts'

const JULY = month(2025, 7)
const amount = fc.integer({ min: 1, max: 5_000_000 })
const recovery = fc.record({
  id: fc.integer({ min: 1, max: 9 }),
  rest: amount,
  monthly: fc.option(amount, { nil: undefined }),
  fromMonth: fc.option(fc.constantFrom(month(2025, 6), JULY, month(2025, 8)), { nil: undefined }),
})
const recoveries = fc.uniqueArray(recovery, { selector: ({ id }) => id, maxLength: 4 })
const lines = fc.array(
  fc.tuple(fc.constantFrom<LineKind>('regular', 'arrears', 'recovery'), amount).map(([kind, sum]) => ({
    kind,
    amount: kind === 'recovery' ? -sum : sum,
  })),
  { maxLength: 8 },
)

describe('what somebody gets', () => {
  test.each<[string, readonly { kind: LineKind; amount: number }[], readonly Recovery[], object]>([
    ['the month alone', [{ kind: 'regular', amount: 1000 }], [], { gross: 1000, amount: 1000, debt: 0 }],
    [
      'what one month has too much is set against what another had too little',
      [
        { kind: 'arrears', amount: 600 },
        { kind: 'recovery', amount: -550 },
      ],
      [],
      { gross: 600, offset: 550, amount: 50, debt: 0 },
    ],
    [
      'the money of this month is not set against what was too much before: it waits for a plan',
      [
        { kind: 'regular', amount: 1000 },
        { kind: 'recovery', amount: -3000 },
      ],
      [],
      { gross: 1000, offset: 0, amount: 1000, debt: 3000 },
    ],
    [
      'a plan withholds its instalment',
      [{ kind: 'regular', amount: 1000 }],
      [{ id: 1, rest: 5000, monthly: 200, fromMonth: JULY }],
      { amount: 800, withheld: [{ recovery: 1, amount: 200 }] },
    ],
    [
      'a plan that begins next month withholds nothing yet',
      [{ kind: 'regular', amount: 1000 }],
      [{ id: 1, rest: 5000, monthly: 200, fromMonth: month(2025, 8) }],
      { amount: 1000, withheld: [] },
    ],
    [
      'the last instalment is what is left',
      [{ kind: 'regular', amount: 1000 }],
      [{ id: 1, rest: 50, monthly: 200, fromMonth: JULY }],
      { amount: 950 },
    ],
  ])('%s', (_sentence, own, owed, expected) => {
    expect(shareOf(own, owed, JULY)).toMatchObject(expected)
  })

  test('is never below nought, and every fen of the lines is paid, set off, withheld or owed', () => {
    fc.assert(
      fc.property(lines, recoveries, (own, owed) => {
        const share = shareOf(own, owed, JULY)
        const withheld = share.withheld.reduce((sum, one) => sum + one.amount, 0)
        const net = own.reduce((sum, one) => sum + one.amount, 0)

        expect(share.amount).toBeGreaterThanOrEqual(0)
        expect(share.amount + withheld - share.debt).toBe(net)
        expect(share.amount).toBe(share.gross - share.offset - withheld)
      }),
    )
  })

  test('no recovery gives more than is left of it, nor more than its instalment', () => {
    fc.assert(
      fc.property(recoveries, amount, (owed, available) => {
        for (const { recovery: id, amount: taken } of withholdingsOf(owed, available, JULY)) {
          const one = owed.find((each) => each.id === id)
          expect(taken).toBeGreaterThan(0)
          expect(taken).toBeLessThanOrEqual(Math.min(one?.rest ?? 0, one?.monthly ?? 0))
        }
      }),
    )
  })

  test('instalments come to the debt, to the fen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1000, max: 100_000 }), (rest, monthly) => {
        const ahead = instalmentsAhead({ rest, monthly }, JULY, 1000)

        expect(ahead.reduce((sum, one) => sum + one.amount, 0)).toBe(rest)
        expect(ahead.at(-1)?.rest).toBe(0)
      }),
    )
  })
})

describe('the ledger', () => {
  const run = fc.record({
    gross: amount,
    fromFailed: amount,
    fromHeld: amount,
    share: fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
    debt: amount,
  })

  function eventsOf({
    gross,
    fromFailed,
    fromHeld,
    share,
    debt,
  }: Parameters<Parameters<typeof run.map>[0]>[0]): readonly MoneyEvent[] {
    const put = gross + fromFailed + fromHeld
    const offset = Math.floor(gross * share[0] * 0.3)
    const withheld = Math.floor((put - offset) * share[1] * 0.3)
    const list = put - offset - withheld
    const held = Math.floor(list * share[0])
    const sent = list - held
    const failed = Math.floor(sent * share[1])
    return [
      { kind: 'released', gross, fromFailed, fromHeld, offset, withheld, debt, sent, held },
      { kind: 'returned', paid: sent - failed, failed },
    ]
  }

  test('whatever is released and comes back: list = paid + failed + held, to the fen', () => {
    fc.assert(
      fc.property(run, (one) => {
        const [released, returned] = eventsOf(one)
        if (!released || !returned) return
        const before = runBalanceOf(entriesOf(released))
        const after = runBalanceOf([...entriesOf(released), ...entriesOf(returned)])

        expect(after.list).toBe(after.paid + after.failed + after.held)
        expect(after).toMatchObject({ list: before.list, open: 0, isBalanced: true })
      }),
    )
  })

  test('debits and credits of all accounts always come to nought', () => {
    fc.assert(
      fc.property(fc.array(run), (runs) => {
        const entries = runs.flatMap((one) => eventsOf(one).flatMap((event) => entriesOf(event)))
        const signed: readonly [string, number][] = entries.flatMap(
          ({ debit, credit, amount: sum }): [string, number][] => [
            [debit, sum],
            [credit, -sum],
          ],
        )

        expect(signed.reduce((total, [, sum]) => total + sum, 0)).toBe(0)
        const assets = ['expense', 'receivable', 'cash', 'written-off']
        const balances = [...balancesOf(entries)]
        const inDebit = balances.filter(([account]) => assets.includes(account)).reduce((sum, [, one]) => sum + one, 0)
        const inCredit = balances
          .filter(([account]) => !assets.includes(account))
          .reduce((sum, [, one]) => sum + one, 0)
        expect(inDebit).toBe(inCredit)
      }),
    )
  })

  test('what a bank has not answered keeps the run open, and one fen too much is found', () => {
    const released = entriesOf({
      ...{ kind: 'released', gross: 1000, fromFailed: 0, fromHeld: 0, offset: 0, withheld: 0, debt: 0 },
      ...{ sent: 900, held: 100 },
    })
    const wrong: MoneyEntry = { debit: 'transit', credit: 'paid', amount: 901, memo: '' }

    expect(runBalanceOf(released)).toMatchObject({ open: 900, isBalanced: false })
    expect(runBalanceOf([...released, wrong])).toMatchObject({ open: -1, isBalanced: false })
    expect(runBalanceOf([...released, wrong]).say).toContain('多出 0.01 元')
  })

  test('an amount that is no whole fen is no entry', () => {
    expect(() => entriesOf({ kind: 'repaid', amount: 0.5 })).toThrow(RangeError)
    expect(() => entriesOf({ kind: 'repaid', amount: -1 })).toThrow(RangeError)
    expect(entriesOf({ kind: 'repaid', amount: 0 })).toEqual([])
  })
})
