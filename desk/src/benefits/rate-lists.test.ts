import type { RateComplaintView, RateTable } from '@dongzhou/contract/benefits-rates'
import { day } from '@dongzhou/terms/day'
import { describe, expect, test } from 'vitest'
import { ratesAsk, showsRows } from './rate-ask.ts'
import { foundText, placed } from './rate-complaints.ts'
import { importDrafts, importRows } from './rate-import.ts'
import { kindLines, payingRows, withIndices, yearBefore } from './rate-kinds.ts'
import { confirmable, waitingGroups } from './rate-waiting.ts'
import { aProposal, aRate } from './rates-for-tests.ts'

describe('标准库的筛选', () => {
  test('the address is read as the server takes it; nonsense asks for nothing', () => {
    expect(ratesAsk({ kind: ['disability-pension'], on: ['2025-03-01'], past: ['all'] })).toEqual({
      kind: 'disability-pension',
      inForceOn: '2025-03-01',
      withPast: true,
    })
    expect(ratesAsk({ kind: ['x'], on: ['2025-02-30'], state: ['toString'], jurisdiction: ['moon'] })).toEqual({})
  })

  test('single rows are shown for what only rows answer', () => {
    const ask = { page: 1, size: 50, sort: undefined }
    expect(showsRows({ ...ask, filters: {} })).toBe(false)
    expect(showsRows({ ...ask, filters: { on: ['2025-03-01'] } })).toBe(false)
    expect(showsRows({ ...ask, filters: { kind: ['age'] } })).toBe(true)
    expect(showsRows({ ...ask, filters: { view: ['rows'] } })).toBe(true)
    expect(showsRows({ ...ask, page: 2, filters: {} })).toBe(true)
  })
})

describe('按种类', () => {
  test('every kind has a line, one without a row says so by being empty', () => {
    const lines = kindLines([aRate()], [])

    expect(lines.find(({ kind }) => kind === 'disability-pension')).toMatchObject({ value: '151,060元/年', grades: 1 })
    expect(lines.find(({ kind }) => kind === 'survivor-pension')?.value).toBe('')
  })

  test('several grades are said as a span in one unit', () => {
    const rows = [aRate(), aRate({ id: 2, key: 'war-10', value: 1_736_000 })]

    expect(kindLines(rows, [])[0]?.value).toBe('17,360 至 151,060元/年')
  })

  test('the county pays where both it and the nation have a row, and what waits pays nobody', () => {
    const rows = [aRate({ id: 1, jurisdiction: 'nation' }), aRate({ id: 2 }), aProposal()]

    expect(payingRows(rows).map(({ id }) => id)).toEqual([2])
  })

  test('an index is the one of the year before, whatever stands for this year', () => {
    const index = aRate({ id: 5, kind: 'average-wage', key: '', validFrom: '2025-01-01', validTo: '2026-01-01' })

    expect(yearBefore('2026-02-29')).toBe('2025-02-01')
    expect(withIndices([aRate(), { ...index, id: 6 }], [index]).map(({ id }) => id)).toEqual([1, 5])
  })

  test('what waits is counted at its kind', () => {
    expect(kindLines([], [aProposal(), aProposal({ id: 10 })])[0]?.waiting).toBe(2)
  })
})

describe('核对提示', () => {
  const complaint = (change: Partial<RateComplaintView>): RateComplaintView => ({
    row: 0,
    field: 'value',
    weight: 'held',
    say: '残疾抚恤金标准 因战一级：上涨35%。',
    ...change,
  })

  test('a complaint about a figure stands at its grade, without the grade’s name', () => {
    const found = placed([complaint({ row: 1 })], ['war-1', 'duty-1'])

    expect(found.byKey.get('duty-1')).toMatchObject([{ say: '上涨35%。' }])
    expect(found.held).toBe(1)
  })

  test('a complaint about what all grades share is said once', () => {
    const late = (row: number) =>
      complaint({ row, field: 'announcedOn', weight: 'refused', say: `第${row}档：发文日期晚于今天。` })
    const found = placed([late(0), late(1)], ['war-1', 'duty-1'])

    expect(found.byField.get('announcedOn')).toHaveLength(1)
    expect(foundText(found)).toBe('1 处须改正')
  })

  test('nothing found is said as well', () => {
    expect(foundText(placed([], []))).toBe('核对通过，没有发现问题。')
  })
})

describe('读取标准表', () => {
  const draft = {
    kind: 'age',
    key: 'rural-veteran',
    jurisdiction: 'nation',
    value: 60,
    unit: 'age',
    rounding: { mode: 'half-up', unit: 1 },
    validFrom: day('2011-08-01'),
    announcedOn: day('2011-07-01'),
    document: '民发〔2011〕110号',
    source: '来文',
  } as const satisfies NonNullable<RateTable['rows'][number]['draft']>
  const table = (complaints: RateTable['complaints'], isRead = true): RateTable => ({
    sheet: '标准',
    rows: [{ number: 12, draft: isRead ? draft : null }],
    complaints,
  })

  test('a complaint stands at the row its cell is in', () => {
    const rows = importRows(table([{ cell: 'AD12', weight: 'held', say: '请核对。' }]))

    expect(rows).toMatchObject([{ number: 12, complaints: [{ cell: 'AD12' }] }])
  })

  test('a sheet goes on only when every row was read and no cell is refused', () => {
    expect(importDrafts(table([]))).toHaveLength(1)
    expect(importDrafts(table([{ cell: 'D12', weight: 'held', say: '' }]))).toHaveLength(1)
    expect(importDrafts(table([{ cell: 'D12', weight: 'refused', say: '' }]))).toBeUndefined()
    expect(importDrafts(table([], false))).toBeUndefined()
  })
})

describe('待复核', () => {
  test('rows of one document and one kind stand together, the longest waiting first', () => {
    const rows = [
      aProposal({ id: 1, recordedAt: '2026-02-02T00:00:00Z' }),
      aProposal({ id: 2, key: 'duty-1', recordedAt: '2026-02-02T00:00:00Z' }),
      aProposal({ id: 3, document: '海退役军人〔2026〕2号', recordedAt: '2026-02-01T00:00:00Z' }),
      aProposal({ id: 4, isVoid: true, recordedAt: '2026-02-03T00:00:00Z' }),
    ]

    expect(waitingGroups(rows).map(({ rows: own }) => own.map(({ id }) => id))).toEqual([[3], [1, 2], [4]])
  })

  test('own rows are not confirmed', () => {
    const [group] = waitingGroups([aProposal({ may: { confirm: false, correct: false, withdraw: true } })])

    expect(group && confirmable(group)).toEqual([])
  })
})
