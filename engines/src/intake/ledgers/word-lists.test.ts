import { describe, expect, test } from 'vitest'
import type { Reader } from '../reader.ts'
import { sampleSetting } from '../sample-sheets.ts'
import { entitledRegister } from './entitled-register.ts'
import { veteransRegister } from './veterans-register.ts'
import * as lists from './word-lists.ts'

function readerOf(key: string): Reader {
  const fields = [...veteransRegister.fields, ...entitledRegister.fields]
  const field = fields.find((one) => one.key === key)
  if (!field) throw new Error(key)
  return field.reader
}

describe('the words of ledgers are read as the words of the bureau', () => {
  test.each([
    ['ethnicity', '汉', '汉族'],
    ['ethnicity', '汉族', '汉族'],
    ['ethnicity', '01-汉族', '汉族'],
    ['ethnicity', '蒙古', '蒙古族'],
    ['ethnicity', '维吾尔族', '维吾尔族'],
    ['politicalStatus', '党员', '中共党员'],
    ['politicalStatus', '中共党员', '中共党员'],
    ['politicalStatus', '预备党员', '中共预备党员'],
    ['politicalStatus', '团员', '共青团员'],
    ['politicalStatus', '群众', '群众'],
    ['education', '大专', '大学专科'],
    ['education', '本科', '大学本科'],
    ['education', '高小', '小学'],
    ['education', '不识字', '文盲或半文盲'],
    ['maritalStatus', '离异', '离婚'],
    ['maritalStatus', '有配偶', '已婚'],
    ['householdKind', '农业', 'rural'],
    ['householdKind', '非农', 'urban'],
    ['householdKind', '居民', 'urban'],
    ['category', '义务兵', '退役义务兵'],
    ['category', '士官', '退役军士'],
    ['category', '转业干部', '军队转业干部'],
    ['meritClass', '荣立三等功', '三等功'],
    ['meritClass', '优秀士兵', '四有优秀士兵'],
    ['employment', '待业', '未就业'],
    ['employment', '个体', '自主创业'],
    ['hardship', '低保户', '最低生活保障'],
    ['hardship', '五保', '特困供养'],
    ['pensionInsurance', '居保', '城乡居民基本养老保险'],
    ['pensionInsurance', '企保', '城镇职工基本养老保险'],
    ['relation', '妻', '配偶'],
    ['relation', '女儿', '子女'],
    ['disabilityNature', '因公', 'duty'],
  ])('%s %s is %s', (key, written, expected) => {
    expect(readerOf(key).read(written, sampleSetting)).toMatchObject({ value: expected, flaws: [] })
  })
})

test('no list has one word for two options', () => {
  for (const list of Object.values(lists)) {
    if (typeof list === 'function') continue
    const words = Object.entries<readonly string[]>(list).flatMap(([option, others]) => [
      ...new Set([option, ...others]),
    ])

    expect(new Set(words).size).toBe(words.length)
  }
})

test('there are 56 peoples', () => {
  expect(Object.keys(lists.ethnicities)).toHaveLength(56)
})
