import { describe, expect, test } from 'vitest'
import { historyOf, inForceOn, jurisdictionsOf, rowsKnownOn, standingRows } from './rate-history.ts'
import { aProposal, aRate } from './rates-for-tests.ts'

const in2024 = aRate({ id: 1, validFrom: '2024-01-01', value: 14_455_000 })
const in2025 = aRate({ id: 2, validFrom: '2025-01-01', value: 15_106_000 })
const duty = aRate({ id: 3, key: 'duty-1', keyName: '因公一级', validFrom: '2024-01-01' })

describe('历次标准', () => {
  test('days are columns with the latest first, grades rows in the order of the law', () => {
    const history = historyOf('disability-pension', [duty, in2024, in2025])

    expect(history.columns.map(({ from }) => from)).toEqual(['2025-01-01', '2024-01-01'])
    expect(history.lines.map(({ name, group }) => `${group} ${name}`)).toEqual(['因战 因战一级', '因公 因公一级'])
    expect(history.unit).toBe('fen-a-year')
  })

  test('a grade that was not changed carries its figure on, and says that it does', () => {
    const { lines } = historyOf('disability-pension', [duty, in2024, in2025])

    expect(lines[0]?.cells.map((cell) => cell?.isCarried)).toEqual([false, false])
    expect(lines[1]?.cells.map((cell) => [cell?.row.id, cell?.isCarried])).toEqual([
      [3, true],
      [3, false],
    ])
  })

  test('a figure stands beside the one before it', () => {
    expect(historyOf('disability-pension', [in2024, in2025]).lines[0]?.cells[0]?.before?.id).toBe(1)
  })

  test('an ended row is not carried past its end', () => {
    const ended = { ...duty, validTo: '2024-12-01' }

    expect(historyOf('disability-pension', [ended, in2025]).lines[1]?.cells[0]).toBeUndefined()
  })

  test('a proposed row stands in a column of its own, marked as waiting', () => {
    const waiting = aProposal({ validFrom: '2026-01-01' })
    const { columns, lines } = historyOf('disability-pension', [in2025, waiting])

    expect(columns[0]).toMatchObject({ from: '2026-01-01', isWaiting: true })
    expect(lines[0]?.cells[0]).toMatchObject({ row: { id: 9 }, before: { id: 2 } })
  })

  test('a correction that waits does not hide what counts', () => {
    const cell = historyOf('disability-pension', [in2025, aProposal({ supersedes: 2 })]).lines[0]?.cells[0]

    expect(cell).toMatchObject({ row: { id: 2 }, waiting: { id: 9 } })
  })

  test('rows of different units have none for all', () => {
    const history = historyOf('disability-pension', [in2025, { ...in2024, unit: 'fen-a-month' }])

    expect(history.unit).toBeUndefined()
  })
})

describe('按某日所知', () => {
  const corrected = aRate({ id: 1, confirmedAt: '2025-01-13T02:00:00Z', supersededAt: '2025-03-01T02:00:00Z' })
  const correction = aRate({ id: 2, recordedAt: '2025-02-27T02:00:00Z', confirmedAt: '2025-03-01T02:00:00Z' })

  test.each([
    ['2025-01-12', []],
    ['2025-01-13', [1]],
    ['2025-02-28', [1]],
    ['2025-03-01', [2]],
  ])('at the end of %s the book held %j', (day, ids) => {
    expect(rowsKnownOn([corrected, correction], day).map(({ id }) => id)).toEqual(ids)
  })

  test('what is confirmed in the small hours of China counts for that day, not for the one before', () => {
    const early = aRate({ confirmedAt: '2025-01-12T17:00:00Z' })

    expect(rowsKnownOn([early], '2025-01-12')).toEqual([])
    expect(rowsKnownOn([early], '2025-01-13')).toEqual([early])
  })

  test('a sample counts from when it was loaded; what waits does not', () => {
    const sample = aRate({ state: 'sample', confirmedAt: null, recordedAt: '2025-01-01T02:00:00Z' })

    expect(rowsKnownOn([sample, aProposal()], '2025-02-01')).toEqual([sample])
  })
})

test('standing rows are those that count or wait, without the corrected, the dropped and the voids', () => {
  const rows = [
    in2025,
    aProposal(),
    aRate({ id: 3, supersededAt: '2025-02-01T00:00:00Z' }),
    aRate({ id: 4, withdrawnAt: '2025-02-01T00:00:00Z', state: 'withdrawn' }),
    aRate({ id: 5, isVoid: true }),
  ]

  expect(standingRows(rows).map(({ id }) => id)).toEqual([2, 9])
})

test.each([
  ['2023-12-31', undefined],
  ['2024-01-01', 1],
  ['2024-12-31', 1],
  ['2025-01-01', 2],
])('on %s row %s is in force, whatever waits', (on, id) => {
  expect(inForceOn([in2024, in2025, aProposal({ validFrom: '2024-06-01' })], on)?.id).toBe(id)
})

test('the nearest jurisdiction comes first', () => {
  expect(jurisdictionsOf([aRate({ jurisdiction: 'nation' }), aRate()])).toEqual(['county', 'nation'])
})
