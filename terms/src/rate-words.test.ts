import { expect, test } from 'vitest'
import { type RateKind, type RateKindTerm, rateKinds } from './rate.ts'
import { keyBeforePerson, rateKeyName, rateName, rateNameBeforePerson, rateValueText } from './rate-words.ts'

test.each([
  ['disability-pension', 'war-1', '残疾抚恤金标准 因战一级'],
  ['disability-pension', 'illness-7', '残疾抚恤金标准 因病七级'],
  ['survivor-pension', 'duty', '定期抚恤金标准 因公牺牲军人遗属'],
  ['death-lump-sum-income', 'duty', '一次性抚恤金收入倍数 因公牺牲'],
  ['minimum-wage', '', '月最低工资标准'],
  ['start-month', 'care-allowance', '起发月份 护理费'],
] as const)('%s %s is called %s', (kind, key, name) => {
  expect(rateName({ kind, key })).toBe(name)
})

test.each([
  ['care-allowance', 'mental-5-6', 'grades-5-6', '护理费比例 五级、六级'],
  ['care-allowance', 'illness-1-4', 'illness-1-4', '护理费比例 因病一级至四级'],
  ['minimum-wage', '', '', '月最低工资标准'],
] as const)('where a person is spoken of, %s %s is cited as %s', (kind, key, cited, name) => {
  expect(keyBeforePerson(key)).toBe(cited)
  expect(rateNameBeforePerson({ kind, key })).toBe(name)
})

test('where a person is spoken of, no row of any kind names a disorder', () => {
  for (const [kind, { keys }] of Object.entries(rateKinds) as [RateKind, RateKindTerm][]) {
    for (const key of keys)
      expect(`${rateNameBeforePerson({ kind, key })} ${keyBeforePerson(key)}`).not.toMatch(/精神|mental/)
  }
})

test('every key of every kind has a Chinese name', () => {
  for (const [kind, { keys }] of Object.entries(rateKinds) as [RateKind, RateKindTerm][]) {
    for (const key of keys) expect(rateKeyName(kind, key), `${kind} ${key}`).not.toMatch(/[a-z]/)
  }
})

test.each([
  [{ kind: 'disability-pension', unit: 'fen-a-year', value: 11_627_000 }, '116,270元/年'],
  [{ kind: 'ill-returned-subsidy', unit: 'fen-a-month', value: 63_750 }, '637.50元/月'],
  [{ kind: 'rural-veteran-subsidy', unit: 'fen-a-month-a-service-year', value: 6000 }, '60元/月·服役年'],
  [{ kind: 'care-allowance', unit: 'percent-of-base', value: 4550 }, '45.5%（按基数）'],
  [{ kind: 'conscript-region', unit: 'increment-percent', value: 30_000 }, '增发300%'],
  [{ kind: 'conscript-region', unit: 'multiple-percent', value: 30_000 }, '300%（含基数）'],
  [{ kind: 'martyr-praise-money', unit: 'times', value: 3000 }, '30倍'],
  [{ kind: 'continued-months', unit: 'months', value: 12 }, '12个月'],
  [{ kind: 'age', unit: 'age', value: 60 }, '60周岁'],
  [{ kind: 'enlisted-from', unit: 'date', value: 19_541_101 }, '1954年11月1日'],
  [{ kind: 'enlisted-from', unit: 'date', value: 19_541_131 }, '19541131'],
  [{ kind: 'stop-month', unit: 'choice', value: 0, choice: 'after' }, '去世次月停发'],
] as const)('%o reads %s', (rate, text) => {
  expect(rateValueText({ choice: undefined, ...rate })).toBe(text)
})
