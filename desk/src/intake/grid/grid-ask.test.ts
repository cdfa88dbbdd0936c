import type { BatchView } from '@dongzhou/contract/intake'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { listInput, readGridAsk, writeGridAsk } from './grid-ask.ts'

const counts = { data: 0, good: 0, warned: 0, held: 0, blank: 0, total: 0, note: 0, header: 0 }

function aBatch(change: Partial<BatchView> = {}): BatchView {
  const sheet = { name: '', isHidden: false, ledgerName: null, why: '', headerBottom: 0, columns: [], counts }
  return {
    id: '0197a1c2-0000-4000-8000-000000000001',
    version: 1,
    fileName: '花名册.xlsx',
    sender: '测试镇',
    state: 'staged',
    refusal: null,
    fault: null,
    jobId: null,
    createdAt: '2025-06-01T02:00:00Z',
    createdBy: '示例员',
    sheets: [
      { ...sheet, sheet: 0, ledger: null },
      { ...sheet, sheet: 2, ledger: 'entitled-register' },
      { ...sheet, sheet: 3, ledger: 'activity-ledger' },
    ],
    complaints: [],
    forecast: {
      newPeople: 0,
      changedPeople: 0,
      changedFacts: 0,
      unchangedPeople: 0,
      newRecords: 0,
      toDecide: 0,
      held: 0,
      done: 0,
      say: '',
    },
    outcomes: { new: 0, changed: 0, unchanged: 0, refused: 0, withdrawn: 0, kept: 0 },
    ...change,
  }
}

const heldKind = { code: 'id-check', name: '身份证号校验位不对', severity: 'held', count: 2 } as const
const warnedKind = { ...heldKind, severity: 'warned' } as const

test.each([
  ['rows that must be settled', { complaints: [warnedKind, heldKind] }, 'held'],
  [
    'the question who it is',
    { forecast: { ...aBatch().forecast, toDecide: 1 }, complaints: [warnedKind] },
    'to-decide',
  ],
  ['rows to look at again', { complaints: [warnedKind] }, 'warned'],
  ['the whole sheet where nothing is wrong', {}, 'all'],
] as const)('without a word in the address one sees %s', (_, change, show) => {
  expect(readGridAsk({}, aBatch(change)).view.show).toBe(show)
})

test('a sheet that is no ledger is not shown: the first that is one stands in', () => {
  expect(readGridAsk({ sheet: '0' }, aBatch()).sheet).toBe(2)
  expect(readGridAsk({ sheet: '3' }, aBatch()).sheet).toBe(3)
  expect(readGridAsk({ sheet: 'x' }, aBatch({ sheets: [] })).sheet).toBe(0)
})

test.each([
  [{ page: '0' }],
  [{ page: '-1' }],
  [{ page: 'x' }],
  [{ at: '5' }],
  [{ at: '5.x' }],
  [{ at: '5.-2' }],
  [{ show: 'nonsense' }],
  [{ show: 'kind' }],
])('nonsense in the address (%o) is passed over', (search) => {
  expect(readGridAsk(search, aBatch())).toEqual({ sheet: 2, view: { show: 'all' }, page: 1, at: undefined })
})

test('one kind of complaint is asked of all rows', () => {
  const ask = { sheet: 2, view: { show: 'kind', code: 'id-check' }, page: 3, at: undefined } as const

  expect(listInput('x', ask)).toEqual({ id: 'x', sheet: 2, page: 3, size: 100, show: 'all', code: 'id-check' })
})

test('an address that is sent to a colleague shows the same rows and the same cell', () => {
  const view = fc.oneof(
    fc.record({ show: fc.constantFrom('all' as const, 'held' as const, 'warned' as const, 'to-decide' as const) }),
    fc.record({ show: fc.constant('kind' as const), code: fc.constantFrom('id-check', 'date-future') }),
  )
  const at = fc.option(fc.record({ row: fc.nat(1_048_576), column: fc.integer({ min: -1, max: 400 }) }), {
    nil: undefined,
  })
  fc.assert(
    fc.property(
      fc.record({ sheet: fc.constantFrom(2, 3), view, page: fc.integer({ min: 1, max: 2000 }), at }),
      (ask) => {
        expect(readGridAsk(writeGridAsk(ask), aBatch())).toEqual(ask)
      },
    ),
  )
})
