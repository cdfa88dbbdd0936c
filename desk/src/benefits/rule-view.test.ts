import { expect, test } from 'vitest'
import { articlesOn, lackingNames, lackingOf, lawsOf } from './rule-view.ts'

const article = (law: string, from: string, to: string | null) => ({
  law,
  article: '第二十七条',
  text: `《${law}》第二十七条`,
  from,
  to,
})
const old = article('旧条例', '2011-08-01', '2024-10-01')
const fresh = article('新条例', '2024-10-01', null)

test.each([
  ['2024-09-30', [old, fresh], []],
  ['2024-10-01', [fresh], [old]],
])('on %s the articles in force are told from the repealed', (on, now, before) => {
  expect(articlesOn([old, fresh], on)).toEqual({ now, before })
})

test('a law is named once', () => {
  expect(lawsOf([fresh, fresh])).toEqual(['新条例'])
})

test('what has no row today is counted and named', () => {
  const rate = {
    kind: 'survivor-pension',
    kindName: '定期抚恤金标准',
    group: 'amount',
    keys: ['martyr', 'duty'],
    inForce: [],
    lacking: ['martyr', 'duty'],
  } as const

  expect(lackingOf({ rates: [rate] })).toBe(2)
  expect(lackingOf({ rates: [{ ...rate, group: 'index', kind: 'average-wage', lacking: [''] }] })).toBe(1)
  expect(lackingNames(rate)).toEqual(['烈士遗属', '因公牺牲军人遗属'])
})
