import type { TimelineLine, TimelineSegment } from '@dongzhou/contract/benefits-views'
import { describe, expect, test } from 'vitest'
import {
  awardSay,
  groupedLines,
  groupOfLine,
  monthToOpen,
  placeOfNow,
  segmentLabel,
  segmentSay,
  yearsOf,
} from './entitlement-lines.ts'

const due: TimelineSegment = {
  from: '2026-01',
  through: '2026-12',
  months: 12,
  state: 'due',
  amount: 131_900,
  reasons: [],
  missing: [],
}
const refused: TimelineSegment = {
  ...due,
  state: 'refused',
  amount: 0,
  reasons: [{ code: 'died', say: '已去世。', article: null }],
}
const unknown: TimelineSegment = {
  ...due,
  state: 'unknown',
  amount: 0,
  missing: [{ what: 'fact', code: 'service', name: '服役经历', say: '请补登。' }],
}

function aLine(part: Partial<TimelineLine>): TimelineLine {
  return {
    benefit: 'war-participant-subsidy',
    benefitName: '参战退役人员生活补助',
    version: 1,
    cadence: 'monthly',
    standing: 'drawn',
    award: null,
    now: due,
    next: null,
    segments: [due],
    ...part,
  }
}

describe('what needs work stands first', () => {
  test.each([
    ['unjustified', due, 'attention'],
    ['uncertain', unknown, 'attention'],
    ['drawn', due, 'drawn'],
    ['unclaimed', due, 'open'],
    ['upcoming', refused, 'open'],
    ['ended', refused, 'ended'],
    ['none', refused, 'none'],
    ['none', unknown, 'unclear'],
  ] as const)('%s with %o stands under %s', (standing, now, group) => {
    expect(groupOfLine({ standing, now })).toBe(group)
  })

  test('a group without lines is left out, and the order is that of the work', () => {
    const lines = [aLine({ standing: 'none', now: refused }), aLine({}), aLine({ standing: 'uncertain', now: unknown })]

    expect(groupedLines(lines).map(({ group }) => group)).toEqual(['attention', 'drawn', 'none'])
  })
})

describe('a stretch in words', () => {
  test('what is due each month says so; what is due once in its month does not', () => {
    expect(segmentSay(due, 'monthly')).toBe('每月 1,319.00 元')
    expect(segmentSay({ ...due, months: 1 }, 'half-yearly')).toBe('发放 1,319.00 元')
  })

  test('a refusal gives its reasons, an unknown what is missing', () => {
    expect(segmentSay(refused, 'monthly')).toBe('不发：已去世。')
    expect(segmentSay({ ...refused, reasons: [] }, 'monthly')).toBe('不发')
    expect(segmentSay(unknown, 'monthly')).toBe('不能判定：缺少“服役经历”')
  })

  test('read aloud, its months go before', () => {
    expect(segmentLabel(due, 'monthly')).toBe('2026年1月至12月，每月 1,319.00 元')
  })
})

describe('where on the band', () => {
  test('a stretch opens on the month that runs when it lies in it, else on its first', () => {
    expect([monthToOpen(due, '2026-11'), monthToOpen(due, '2027-01')]).toEqual(['2026-11', '2026-01'])
  })

  test('the month that runs is marked in its middle', () => {
    expect(placeOfNow({ from: '2025-01', through: '2025-10', now: '2025-05' })).toBeCloseTo(0.45)
    expect(placeOfNow({ from: '2025-10', through: '2025-01', now: '2025-05' })).toBe(0)
  })

  test('years stand over their months', () => {
    expect(yearsOf({ from: '2025-11', through: '2027-02' })).toEqual([
      { year: '2025', months: 2 },
      { year: '2026', months: 12 },
      { year: '2027', months: 2 },
    ])
  })
})

describe('the decision in a line', () => {
  const award = {
    factId: 1,
    benefit: 'war-participant-subsidy',
    benefitName: '参战退役人员生活补助',
    approved: '2007-08-05',
    from: '2007-08',
    lastMonth: null,
    document: null,
    years: null,
    source: '经办登记',
    recordedAt: '2026-01-01T00:00:00Z',
  } as const

  test('from when it pays, and until when once that is decided', () => {
    expect(awardSay({ award, standing: 'drawn' })).toBe('自2007年8月起发')
    expect(awardSay({ award: { ...award, lastMonth: '2027-03' }, standing: 'drawn' })).toBe(
      '自2007年8月起发，发放至2027年3月',
    )
  })

  test('of an ended one only the end counts; without a decision there is nothing to say', () => {
    expect(awardSay({ award: { ...award, lastMonth: '2026-06' }, standing: 'ended' })).toBe('发放至2026年6月')
    expect(awardSay({ award: null, standing: 'none' })).toBe('')
  })
})
