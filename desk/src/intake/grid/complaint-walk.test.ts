import type { MatchView, StagedRow } from '@dongzhou/contract/intake'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextStop, ROW_ITSELF, stopNumber, stopsOf, waitsForDecision } from './complaint-walk.ts'

function aRow(row: number, change: Partial<StagedRow> = {}): StagedRow {
  return {
    row,
    cells: [],
    severity: 'good',
    complaints: [],
    repairs: [],
    matches: [],
    outcome: null,
    why: null,
    personId: null,
    ...change,
  }
}

function aComplaint(column: number, code: string, severity: 'held' | 'warned' = 'held') {
  return { column, field: 'any', code, severity, say: '' }
}

function aMatch(band: MatchView['band'], decided: MatchView['decided'] = null): MatchView {
  return { personId: 1, personName: '', idNumberMasked: '', divisionName: '', band, score: 90, reasons: [], decided }
}

const rows = [
  aRow(4),
  aRow(5, { severity: 'held', complaints: [aComplaint(6, 'phone', 'warned'), aComplaint(2, 'id-check')] }),
  aRow(6, { matches: [aMatch('likely')] }),
  aRow(9, { severity: 'warned', complaints: [aComplaint(2, 'name', 'warned'), aComplaint(2, 'id-check', 'warned')] }),
]

test.each([
  [{ show: 'all' }, ['5:2', '5:6', '6:-1', '9:2']],
  [{ show: 'held' }, ['5:2']],
  [{ show: 'warned' }, ['5:6', '9:2']],
  [{ show: 'to-decide' }, ['6:-1']],
  [{ show: 'kind', code: 'id-check' }, ['5:2', '9:2']],
  [{ show: 'kind', code: 'nothing' }, []],
] as const)('under %o the walk goes over %o', (view, places) => {
  expect(stopsOf(rows, view).map(({ row, column }) => `${row}:${column}`)).toEqual(places)
})

test('what was accepted is walked past', () => {
  const row = aRow(5, { complaints: [aComplaint(2, 'any', 'warned')], matches: [aMatch('likely')], outcome: 'new' })

  expect(stopsOf([row], { show: 'all' })).toEqual([])
  expect(stopsOf([{ ...row, outcome: 'refused' }], { show: 'all' })).toHaveLength(2)
})

test.each([
  ['nobody alike', [], false],
  ['one with the same number', [aMatch('same')], false],
  ['two with the same number', [aMatch('same'), aMatch('same')], true],
  ['a likely one', [aMatch('likely')], true],
  ['a likely one beside one with the same number', [aMatch('same'), aMatch('likely')], false],
  ['a merely possible one', [aMatch('possible')], false],
  ['a likely one that was said to be another', [aMatch('likely', 'different')], false],
  ['one that was said to be the same, another open', [aMatch('likely', 'same'), aMatch('likely')], false],
] as const)('%s: does the row wait for a clerk? %s', (_, matches, waits) => {
  expect(waitsForDecision(aRow(3, { matches }))).toBe(waits)
})

test('a held row is not asked about before it can be read', () => {
  expect(waitsForDecision(aRow(3, { severity: 'held', matches: [aMatch('likely')] }))).toBe(false)
})

test('without a place the walk begins at the first, backwards at the last', () => {
  const stops = stopsOf(rows, { show: 'all' })

  expect(nextStop(stops, undefined, 'next')).toEqual({ row: 5, column: 2 })
  expect(nextStop(stops, undefined, 'previous')).toEqual({ row: 9, column: 2 })
})

test('from a cell that was just mended the walk goes on behind it', () => {
  const stops = stopsOf(rows, { show: 'all' })

  expect(nextStop(stops, { row: 5, column: 4 }, 'next')).toEqual({ row: 5, column: 6 })
  expect(nextStop(stops, { row: 7, column: ROW_ITSELF }, 'previous')).toEqual({ row: 6, column: ROW_ITSELF })
})

test('at the end of the page there is no next, at its beginning no previous', () => {
  const stops = stopsOf(rows, { show: 'all' })

  expect(nextStop(stops, { row: 9, column: 2 }, 'next')).toBeUndefined()
  expect(nextStop(stops, { row: 5, column: 2 }, 'previous')).toBeUndefined()
  expect(nextStop([], undefined, 'next')).toBeUndefined()
})

test('one is told which of the stops one is at', () => {
  const stops = stopsOf(rows, { show: 'all' })

  expect(stopNumber(stops, { row: 6, column: ROW_ITSELF })).toBe(3)
  expect(stopNumber(stops, { row: 6, column: 1 })).toBeUndefined()
  expect(stopNumber(stops, undefined)).toBeUndefined()
})

test('n from any place, pressed until the end, passes every stop behind it once; p leads the same way back', () => {
  const place = fc.record({ row: fc.nat(20), column: fc.integer({ min: -1, max: 10 }) })
  fc.assert(
    fc.property(fc.uniqueArray(place, { selector: ({ row, column }) => `${row}:${column}` }), (found) => {
      const stops = [...found].sort((one, other) => one.row - other.row || one.column - other.column)
      const forward = walk(stops, 'next')
      const back = walk(stops, 'previous')

      expect(forward).toEqual(stops)
      expect([...back].reverse()).toEqual(stops)
    }),
  )
})

function walk(stops: Parameters<typeof nextStop>[0], direction: 'next' | 'previous') {
  const passed = []
  for (let at = nextStop(stops, undefined, direction); at; at = nextStop(stops, at, direction)) passed.push(at)
  return passed
}
