import { describe, expect, test } from 'vitest'
import { answerFor, lateFirst, monthsLate, openSteps, restingStep, stepAfter, stepOf, waitingSay } from './run-steps.ts'

const standing = { computedAt: '2026-09-01T00:00:00Z', jobId: null, changes: { unexplained: 0 } } as const

describe('where a run rests, and how far one may look', () => {
  test.each([
    [
      'a draft that is not computed rests at the list',
      { ...standing, state: 'draft', computedAt: null },
      'list',
      'list',
    ],
    ['a draft at work shows nothing else', { ...standing, state: 'draft', jobId: 'job' }, 'list', 'list'],
    ['a computed draft waits for its checks', { ...standing, state: 'draft' }, 'checks', 'changes'],
    ['a locked list waits for signatures', { ...standing, state: 'locked' }, 'sign', 'sign'],
    [
      'what is unexplained goes first',
      { ...standing, state: 'locked', changes: { unexplained: 1 } },
      'changes',
      'sign',
    ],
    ['a checked list waits for approval', { ...standing, state: 'checked' }, 'sign', 'sign'],
    ['an approved list is released', { ...standing, state: 'approved' }, 'release', 'release'],
    [
      'an approved list with something unexplained is not',
      { ...standing, state: 'approved', changes: { unexplained: 2 } },
      'changes',
      'release',
    ],
    ['a released run makes its files and waits for the bank', { ...standing, state: 'released' }, 'bank', 'return'],
    ['an answered run is closed', { ...standing, state: 'returned' }, 'return', 'close'],
    ['a closed run shows its ledger', { ...standing, state: 'closed' }, 'close', 'close'],
    ['a withdrawn draft can still be looked at', { ...standing, state: 'withdrawn' }, 'list', 'changes'],
  ] as const)('%s', (_, run, rests, last) => {
    expect(restingStep(run)).toBe(rests)
    expect(openSteps(run).at(-1)).toBe(last)
    expect(openSteps(run)).toContain(restingStep(run))
  })

  test('the address may ask for what is open, and for nothing beyond', () => {
    const run = { ...standing, state: 'locked' } as const

    expect(stepOf(run, 'checks')).toBe('checks')
    expect(stepOf(run, 'bank')).toBe('sign')
    expect(stepOf(run, undefined)).toBe('sign')
    expect(stepAfter(run, 'changes')).toBe('sign')
    expect(stepAfter(run, 'sign')).toBeUndefined()
  })

  test('a step the server says nothing of is not offered', () => {
    const lock = { step: 'lock', may: false, why: '须由其他人办理。' } as const

    expect(answerFor({ steps: [lock] }, 'lock')).toEqual(lock)
    expect(answerFor({ steps: [] }, 'close')).toEqual({ step: 'close', may: false, why: '' })
  })
})

describe('late first', () => {
  test.each([
    ['a run of this month is not late', { state: 'draft', month: '2026-11' }, 0],
    ['a run of last month is', { state: 'draft', month: '2026-10' }, 1],
    ['over the end of a year', { state: 'released', month: '2025-11' }, 12],
    ['what is closed is never late', { state: 'closed', month: '2025-01' }, 0],
    ['nor what was withdrawn', { state: 'withdrawn', month: '2025-01' }, 0],
  ] as const)('%s', (_, run, months) => {
    expect(monthsLate(run, '2026-11-24')).toBe(months)
  })

  test('open runs stand before ended ones, the latest first, else as they came', () => {
    const runs = [
      { id: 1, state: 'closed', month: '2026-10' },
      { id: 2, state: 'draft', month: '2026-11' },
      { id: 3, state: 'released', month: '2026-08' },
      { id: 4, state: 'draft', month: '2026-11' },
    ] as const

    expect(lateFirst(runs, '2026-11-24').map(({ id }) => id)).toEqual([3, 2, 4, 1])
  })

  test('it says whose turn it is, and by how much it is late', () => {
    expect(waitingSay({ state: 'checked', month: '2026-11', jobId: null }, '2026-11-24')).toBe('等审批人审批')
    expect(waitingSay({ state: 'checked', month: '2026-09', jobId: null }, '2026-11-24')).toBe(
      '等审批人审批，晚 2 个月',
    )
    expect(waitingSay({ state: 'draft', month: '2026-09', jobId: 'job' }, '2026-11-24')).toBe('正在计算名单')
  })
})
