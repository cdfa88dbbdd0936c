import fc from 'fast-check'
import { expect, test } from 'vitest'
import { numbersInText } from './index.ts'

test.each([
  ['Arabic counts with their units', '计划开展12场，目前已开展3场', ['12场', '3场']],
  ['full-width digits', '走访１２户', ['１２户']],
  ['thousands with commas', '覆盖12,345人次', ['12,345人次']],
  ['decimals and money', '发放资金3.5万元', ['3.5万元']],
  ['per cent', '满意率98.5%', ['98.5%']],
  ['per cent in characters', '满意率百分之九十八', ['百分之九十八']],
  ['a number without a unit', '共计228', ['228']],
  ['a number after a colon', '合计：74人次', ['74人次']],
  ['both ends of a range', '每月3至5场', ['3', '5场']],
  ['rough counts', '5000余人次，300多户', ['5000余人次', '300多户']],
  ['counts in characters', '完成一期培训，新建两处驿站', ['一期', '两处']],
  ['longer counts in characters', '走访二百二十八户', ['二百二十八户']],
  ['vague counts', '吸引数千名市民，服务几十人', ['数千名', '几十人']],
  ['years', '2025年以来，３月起，5日', []],
  ['whole dates', '2025-03-05、2025.3.5、2025/3/5', []],
  ['spans of years and months', '2024-2025年，3至5月', []],
  ['times of the day', '上午9:30开始，14：00结束', []],
  ['ordinals', '第七届、第3批、第12场', []],
  ['list words', '一是加强，二是做好，三是打造', []],
  ['anniversaries and ages', '胜利80周年，60周岁农村籍，70岁以上', []],
  ['spans of time', '“15分钟志愿服务圈”，15分钟到达，3个月内，30天', []],
  ['names with numbers', '“1+N”模式，1+N，5G，A4纸', []],
  ['names in quotes', '“八一”晚会，“两个待遇”，“一老一小”', []],
  ['titles and document numbers', '《关于2025工作的12条意见》，海退发〔2025〕42号', []],
  ['standards', '按照GB/T 9704-2012和GB 11643-1999', []],
  ['numbers of a list', '1.加强领导。2、做好保障。（3）落实', []],
  ['idioms', '一次性资助，一户一策，一对一，千家万户，一家人，增强四个意识', []],
  ['words that end in a numeral', '统一个人信息，每一位老兵，万一，另一个', []],
  ['a quotation that never ends hides nothing', '“老兵悦谈走访12场、“一期', ['12场', '一期']],
  ['a list number late in the text', '各镇服务站做好日常走访慰问帮扶工作。2.落实政策3项', ['3项']],
  ['long identifiers', '编号32061419880101', []],
  ['merit classes', '一等功臣、二级士官', []],
] as const)('%s', (_sentence, text, found) => {
  expect(numbersInText(text).map((number) => number.text)).toEqual(found)
})

test('the place of a number points at its words', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'计划12三千百两场人次户个，。年月第《》“”至+%.') }), (text) => {
      const found = numbersInText(text)

      for (const { offset, text: words } of found) expect(text.slice(offset, offset + words.length)).toBe(words)
      found.reduce((end, { offset, text: words }) => {
        expect(offset).toBeGreaterThanOrEqual(end)
        return offset + words.length
      }, 0)
    }),
  )
})
