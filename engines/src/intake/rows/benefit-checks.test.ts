import { day } from '@dongzhou/terms/day'
import { expect, test } from 'vitest'
import type { Cell } from '../cell.ts'
import { entitledRegister } from '../ledgers/entitled-register.ts'
import { sampleContext, sampleIdNumber } from '../sample-sheets.ts'
import { benefitChecks } from './benefit-checks.ts'
import { startReading } from './start-reading.ts'

type Row = { readonly [title: string]: Cell }

const row: Row = { 姓名: '张三', 身份证号: sampleIdNumber('19580501', '001'), 优抚类别: '退役军人' }

/** What the ledger says of a row: the title, the code, whether the row waits. */
function complaintsOf(change: Row): readonly string[] {
  const cells: Row = { ...row, ...change }
  const mapping = entitledRegister.fields.map(({ key, title }, index) => ({ index, title, field: key }))
  const reading = startReading(entitledRegister, mapping, sampleContext).read(
    2,
    entitledRegister.fields.map(({ title }) => cells[title]),
  )
  if (reading.kind !== 'data') throw new Error(reading.kind)
  return reading.complaints.map(({ column, code, severity }) => {
    return `${entitledRegister.fields[column]?.title} ${code} ${severity}`
  })
}

test.each<[string, Row, readonly string[]]>([
  ['illness to grade six', { 残疾等级: '因病六级' }, []],
  ['illness beyond grade six', { 残疾等级: '因病七级' }, ['残疾等级 illness-grade held']],
  ['the column of the nature decides', { 残疾等级: '七级', 残疾性质: '因病' }, ['残疾等级 illness-grade held']],
  ['duty to grade ten', { 残疾等级: '十级', 残疾性质: '因公' }, []],
  ['approved on the day of birth', { 批准日期: '1958-05-01' }, []],
  ['approved the day before birth', { 批准日期: '1958-04-30' }, ['批准日期 approved-early held']],
  [
    'approved the day before enlisting',
    { 批准日期: '1976-11-30', 入伍时间: '1976-12-01' },
    ['批准日期 approved-early warned'],
  ],
  ['approved in the month of enlisting', { 批准日期: '1976-12-01', 入伍时间: '1976.12' }, []],
  ['approved in the year of the sixtieth birthday', { 优抚类别: '60周岁', 批准日期: '2018-01-01' }, []],
  ['approved in the year before', { 优抚类别: '60周岁', 批准日期: '2017-12-31' }, ['批准日期 approved-early warned']],
  ['another subsidy knows no sixty', { 优抚类别: '参战', 批准日期: '2017-12-31' }, []],
  ['approved in a year', { 优抚类别: '参战', 批准日期: '2017年' }, ['批准日期 approved-vague warned']],
  ['stopped, whenever approved', { 优抚类别: '参战', 批准日期: '2017年', 待遇状态: '停发' }, []],
  ['died on the day of approval', { 批准日期: '2017-12-31', 去世日期: '2017-12-31' }, []],
  [
    'died the day before approval',
    { 批准日期: '2017-12-31', 去世日期: '2017-12-30' },
    ['去世日期 died-before-approved held'],
  ],
  ['a conscript for no time', { 服义务兵开始时间: '1977-01-01', 服义务兵结束时间: '1977-01-01' }, []],
  [
    'a conscript until before he began',
    { 服义务兵开始时间: '1977-01-01', 服义务兵结束时间: '1976-12-31' },
    ['服义务兵结束时间 end-before-begin held'],
  ],
  [
    'a conscript before he enlisted',
    { 入伍时间: '1977-01-02', 服义务兵开始时间: '1977-01-01' },
    ['服义务兵开始时间 conscript-outside-service warned'],
  ],
  [
    'a conscript after his discharge',
    { 退役时间: '1980-01-01', 服义务兵结束时间: '1980-01-02' },
    ['服义务兵结束时间 conscript-outside-service warned'],
  ],
  ['years that the calendar touches', { 入伍时间: '1976-12-01', 退役时间: '1980-01-10', 折算年限: 5 }, []],
  ['one year more', { 入伍时间: '1976-12-01', 退役时间: '1980-01-10', 折算年限: 6 }, ['折算年限 service-years held']],
  ['the full years between', { 入伍时间: '1976-12-01', 退役时间: '1980-01-10', 折算年限: 3 }, []],
  ['one year less', { 入伍时间: '1976-12-01', 退役时间: '1980-01-10', 折算年限: 2 }, ['折算年限 service-years warned']],
  [
    'the conscript span before the service',
    {
      入伍时间: '1976-12-01',
      退役时间: '1990-01-10',
      服义务兵开始时间: '1976-12-01',
      服义务兵结束时间: '1980-01-10',
      折算年限: 6,
    },
    ['折算年限 service-years held'],
  ],
  ['no years', { 折算年限: 0 }, ['折算年限 service-years held']],
  ['forty years', { 折算年限: 40 }, []],
  ['forty-one years', { 折算年限: 41 }, ['折算年限 service-years held']],
  ['alone', { 是否孤老: '是', 是否孤儿: '否' }, []],
  ['alone and an orphan', { 是否孤老: '是', 是否孤儿: '是' }, ['是否孤儿 alone-and-orphan warned']],
  ['a word that is neither yes nor no', { 是否孤老: '空巢' }, ['是否孤老 choice-unknown warned']],
  ['a father without means', { 与牺牲病故军人关系: '父亲', 领取依据: '无生活费来源' }, []],
  ['a father under age', { 与牺牲病故军人关系: '父亲', 领取依据: '未成年' }, ['领取依据 ground-unfit warned']],
  ['a wife at school', { 与牺牲病故军人关系: '妻', 是否正在上学: '是' }, ['是否正在上学 ground-unfit warned']],
  ['a wife married again', { 与牺牲病故军人关系: '妻', 领取依据: '再婚继续赡养' }, []],
  ['a son married again', { 与牺牲病故军人关系: '儿子', 领取依据: '再婚继续赡养' }, ['领取依据 ground-unfit warned']],
  ['a son without a ground', { 与牺牲病故军人关系: '儿子', 领取依据: '不符合' }, []],
  ['a son disabled', { 与牺牲病故军人关系: '儿子', 领取依据: '残疾' }, []],
  ['a sister disabled', { 与牺牲病故军人关系: '姐', 领取依据: '残疾' }, ['领取依据 ground-unfit warned']],
])('%s', (_, change, expected) => {
  expect(complaintsOf(change)).toEqual(expected)
})

test('a row that says nothing of benefits is complained of by none', () => {
  expect(benefitChecks.flatMap((check) => check({}, day('2025-06-30')) ?? [])).toEqual([])
})
