import { describe, expect, test } from 'vitest'
import { employmentOf, honourOf, insuranceOf, meritOf, unreadTexts } from './fact-texts.ts'
import { employments, honours, insurances } from './facts.ts'
import { kept } from './sample-facts.ts'

const coded = (codes: readonly string[], code: number | undefined) => (code === undefined ? undefined : codes[code])

describe('the words that desks and ledgers write are read as the codes of the rules', () => {
  test.each([
    ['城镇职工基本养老保险', 'employee'],
    ['企业职工养老保险', 'employee'],
    ['职保', 'employee'],
    ['机关事业单位养老保险', 'retirement'],
    ['退休金', 'retirement'],
    ['城乡居民养老保险', 'resident'],
    ['城乡居民基本养老保险', 'resident'],
    ['新农保', 'resident'],
    ['未参保', 'none'],
    [' 未 参 保 ', 'none'],
    ['商业保险', undefined],
    ['', undefined],
  ])('养老保障 %s is %s', (text, expected) => {
    expect(coded(insurances, insuranceOf(text))).toBe(expected)
  })

  test.each([
    ['已就业', 'employed'],
    ['在岗', 'employed'],
    ['灵活就业', 'self-employed'],
    ['务农', 'farming'],
    ['待业', 'unemployed'],
    ['退休', 'retired'],
    ['在校学习', 'studying'],
    ['不详', undefined],
  ])('就业情况 %s is %s', (text, expected) => {
    expect(coded(employments, employmentOf(text))).toBe(expected)
  })

  test.each([
    ['国家荣誉称号', 'medal'],
    ['荣获八一勋章', 'medal'],
    ['中央军委授予荣誉称号', 'title'],
    ['战区荣誉称号', 'first-war'],
    ['荣立一等战功', 'first-war'],
    ['一级表彰', 'first-war'],
    ['立一等功', 'second-war'],
    ['二等战功', 'second-war'],
    ['二等功', 'third-war'],
    ['三等战功', 'third-war'],
    ['三等功', 'fourth-war'],
    ['四等战功', 'fourth-war'],
    ['荣誉称号', undefined],
    ['嘉奖', undefined],
  ])('生前荣誉 %s belongs to %s of art. 16', (text, expected) => {
    expect(coded(honours, honourOf(text))).toBe(expected)
  })

  test.each([
    ['三等功', { class: 'third', isWartime: false }],
    ['荣立三等功', { class: 'third', isWartime: false }],
    ['三等战功', { class: 'third', isWartime: true }],
    ['一等功', { class: 'first', isWartime: false }],
    ['二等战功', { class: 'second', isWartime: true }],
    ['四有优秀士兵', { class: 'excellent', isWartime: false }],
    ['中央军委授予荣誉称号', { class: 'honour-cmc', isWartime: false }],
    ['荣誉称号（战区）', { class: 'honour-theatre', isWartime: false }],
    ['嘉奖', 'nothing'],
    ['受嘉奖', 'nothing'],
    ['立功（等级不详）', undefined],
    ['荣誉称号', undefined],
  ])('立功受奖 %s is %o', (text, expected) => {
    expect(meritOf(text)).toEqual(expected)
  })
})

test('facts whose words no list knows are named, so that somebody words them anew; the others are not', () => {
  const facts = [
    kept('pension-insurance', { kind: '商业保险' }, { id: 1 }),
    kept('pension-insurance', { kind: '居保' }, { id: 2 }),
    kept('employment', { state: '不详' }, { id: 3 }),
    kept('merit', { class: '立功（等级不详）' }, { id: 4 }),
    kept('merit', { class: '嘉奖' }, { id: 5 }),
    kept('death-cause', { cause: 'illness' }, { id: 6 }),
    kept('death-cause', { cause: 'illness', honour: '荣誉' }, { id: 7 }),
    kept('care', { mode: 'pooled' }, { id: 8 }),
  ]

  expect(unreadTexts(facts).map(({ id }) => id)).toEqual([1, 3, 4, 7])
})
