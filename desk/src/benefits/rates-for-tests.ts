import type { ExclusionLine, RateLine } from '@dongzhou/contract/benefits-rates'

/** A row of the book: 残疾抚恤金 因战一级 of the county, confirmed, from January 2025. Only what matters is stated. */
export function aRate(change: Partial<RateLine> = {}): RateLine {
  return {
    id: 1,
    version: 1,
    kind: 'disability-pension',
    kindName: '残疾抚恤金标准',
    key: 'war-1',
    keyName: '因战一级',
    jurisdiction: 'county',
    jurisdictionName: '县（区）',
    value: 15_106_000,
    valueText: '151,060元/年',
    choice: null,
    unit: 'fen-a-year',
    base: null,
    baseName: null,
    rounding: { mode: 'half-up', unit: 1 },
    validFrom: '2025-01-01',
    validTo: null,
    announcedOn: '2025-01-10',
    document: '海退役军人〔2025〕1号',
    source: '来文',
    state: 'confirmed',
    isLate: true,
    isVoid: false,
    supersedes: null,
    reason: '',
    recordedAt: '2025-01-12T02:00:00.000Z',
    recordedBy: '经办',
    confirmedAt: '2025-01-13T02:00:00.000Z',
    confirmedBy: '科长',
    supersededAt: null,
    withdrawnAt: null,
    withdrawnBy: null,
    withdrawnBecause: '',
    may: { confirm: false, correct: true, withdraw: true },
    ...change,
  }
}

/** A row that waits for a second person. */
export function aProposal(change: Partial<RateLine> = {}): RateLine {
  return aRate({
    id: 9,
    state: 'proposed',
    confirmedAt: null,
    confirmedBy: null,
    may: { confirm: true, correct: false, withdraw: true },
    ...change,
  })
}

/** A row of the matrix: who draws a disability pension does not draw the rural veterans' subsidy. */
export function anExclusion(change: Partial<ExclusionLine> = {}): ExclusionLine {
  return {
    id: 1,
    version: 1,
    benefit: 'rural-veteran-subsidy',
    benefitName: '60周岁农村籍退役士兵老年生活补助',
    other: 'disability-pension',
    otherName: '残疾抚恤金',
    way: 'exclude',
    wayName: '不得兼得',
    validFrom: '2011-08-01',
    validTo: null,
    document: '民发〔2011〕110号',
    source: '来文',
    state: 'confirmed',
    isVoid: false,
    supersedes: null,
    reason: '',
    recordedAt: '2025-01-12T02:00:00.000Z',
    recordedBy: '经办',
    confirmedAt: '2025-01-13T02:00:00.000Z',
    confirmedBy: '科长',
    supersededAt: null,
    withdrawnAt: null,
    withdrawnBecause: '',
    may: { confirm: false, withdraw: true },
    ...change,
  }
}
