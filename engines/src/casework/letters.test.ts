import { day } from '@dongzhou/terms/day'
import { describe, expect, test } from 'vitest'
import { type Decided, decisionLetter, publicNotice } from './letters.ts'

const decided: Decided = {
  outcome: 'granted',
  procedureName: '老年生活补助',
  issuer: '测试区退役军人事务局',
  on: day('2025-07-10'),
  name: '王建国',
  caseNumber: '17',
  begunOn: day('2025-06-30'),
  basis: ['《军人抚恤优待条例》第六十二条'],
  terms: [
    { label: '服义务兵役折算年限（年）', text: '3' },
    { label: '批准起发月份', text: '2025年7月' },
  ],
  because: '',
}

describe('决定书', () => {
  test('a grant says what begins when, and what somebody may do who disagrees', () => {
    const { title, paragraphs } = decisionLetter(decided)
    expect(title).toBe('老年生活补助批准通知书')
    expect(paragraphs[2]).toBe('予以批准。服义务兵役折算年限（年）：3；批准起发月份：2025年7月。')
    expect(paragraphs.join('')).toContain('六十日内依法申请行政复议')
    expect(paragraphs.slice(-2)).toEqual(['测试区退役军人事务局', '2025年7月10日'])
  })

  test('a refusal gives its reasons, and nothing that was asked for', () => {
    const { title, paragraphs } = decisionLetter({
      ...decided,
      outcome: 'refused',
      because: '已享受企业职工养老保险。',
    })
    expect(title).toBe('老年生活补助不予批准决定书')
    expect(paragraphs[2]).toBe('不予批准。理由：已享受企业职工养老保险。')
    expect(paragraphs.join('')).not.toContain('2025年7月起')
  })
})

describe('公示', () => {
  test('names nobody whole, and says until when one may object', () => {
    const { paragraphs } = publicNotice({
      procedureName: '老年生活补助',
      issuer: '测试区退役军人事务局',
      on: day('2025-07-01'),
      through: day('2025-07-04'),
      maskedName: '王**',
      place: '东镇东一村',
      shows: [{ label: '服役年限', text: '3年' }],
    })
    expect(paragraphs[1]).toBe('王**，东镇东一村，服役年限：3年')
    expect(paragraphs[2]).toBe('公示时间：2025年7月1日至2025年7月4日。')
  })
})
