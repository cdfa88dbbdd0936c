import { day } from '@dongzhou/terms/day'
import { divisionCode } from '@dongzhou/terms/division'
import { describe, expect, test } from 'vitest'
import type { Cell } from './cell.ts'
import { aMerge, aSheet, readWhole, sampleContext, sampleIdNumber } from './sample-sheets.ts'

const zhang = sampleIdNumber('19580501', '001')
const li = sampleIdNumber('19600601', '002')
const wang = sampleIdNumber('19550701', '003')
const zhao = sampleIdNumber('19520801', '005')

describe('a veterans’ register with everything wrong that one meets', () => {
  const rows: readonly (readonly Cell[])[] = [
    ['海门区退役军人登记册'],
    ['填报单位：常乐镇退役军人服务站', '', '', '', '填报日期：2025年3月'],
    ['序号', '姓　名', '公民身份\n号码', '服役情况', '', '', '所在村', '联系方式', '备注'],
    ['', '', '', '入伍时间', '退伍时间', '军衔（职务）', '', '', ''],
    ['', '必填', '必填', '必填', '选填', '', '', '', ''],
    [1, '张　三', `'${zhang}`, '76.12', '一九八〇年一月', '下士', '常乐镇中南村', '13800000001', ''],
    [2, '李四', Number('320625196006010020'), 28460, { day: day('1984-01-15') }, '', '中心村', '1380000000', ''],
    [3, '王五', wang.toLowerCase(), '1974.11', '1972.1', '', '〃', '0513-82000001、13900000002', '有病'],
    ['', '', '', '', '', '', '', '', ''],
    ['小计', '3人'],
    [4, '赵六（已故）', zhao, '1970年', '1975年', '', '麒新村', '', { error: '#N/A' }],
    ['合计', '', '', 4],
    ['注：本表一式两份，一份报区局，一份留存。'],
    ['填表人：某某', '', '', '审核人：某某'],
  ]
  const merges = [
    aMerge(0, 0, 0, 8),
    ...[0, 1, 2, 6, 7, 8].map((column) => aMerge(2, column, 3, column)),
    aMerge(2, 3, 2, 5),
    aMerge(12, 0, 12, 8),
  ]
  const whole = readWhole(aSheet(rows, { merges, hiddenColumns: [8] }))

  test('is known for what it is', () => {
    expect(whole.ledger.code).toBe('veterans-register')
    expect(whole.table).toMatchObject({ headerTop: 2, headerBottom: 3 })
    expect(whole.table.caption).toContain('海门区退役军人登记册')
  })

  test('has every column understood but the serial number', () => {
    expect(whole.mapping.map(({ field }) => field)).toEqual([
      undefined,
      'name',
      'idNumber',
      'enlisted',
      'discharged',
      'rank',
      'division',
      'phone',
      'remark',
    ])
    expect(whole.mapping.at(-1)?.hidden).toBe(true)
  })

  test('has each row told for what it is', () => {
    expect(whole.rows.map(({ row, kind }) => `${row} ${kind}`)).toEqual([
      '5 note',
      '6 data',
      '7 data',
      '8 data',
      '9 blank',
      '10 total',
      '11 data',
      '12 total',
      '13 note',
      '14 note',
    ])
  })

  test('has each complaint in its cell', () => {
    const complaints = whole.data.flatMap((row) => row.complaints)

    expect(complaints.map(({ row, column, code, severity }) => [row, column, code, severity])).toEqual([
      [7, 2, 'id-precision-lost', 'held'],
      [7, 6, 'division-ambiguous', 'held'],
      [7, 7, 'phone-damaged', 'warned'],
      [8, 6, 'repeat-refused', 'held'],
      [8, 4, 'discharged-before-enlisted', 'held'],
      [11, 1, 'name-doubtful', 'warned'],
      [11, 8, 'cell-error', 'held'],
    ])
  })

  test('gives the first row clean, with what was mended', () => {
    const [first] = whole.data

    expect(first).toMatchObject({
      severity: 'good',
      values: {
        name: '张三',
        idNumber: zhang,
        enlisted: { day: '1976-12-01', precision: 'month' },
        discharged: { day: '1980-01-01', precision: 'month' },
        rank: '下士',
        division: '999999103201',
      },
    })
    expect(first?.repaired.map(({ field }) => field)).toEqual(['name', 'idNumber', 'enlisted'])
  })

  test('reads dates of all makes', () => {
    const enlisted = whole.data.map(({ values }) => values).map(({ enlisted: when }) => when)

    expect(enlisted).toMatchObject([
      { day: '1976-12-01' },
      { day: '1977-12-01' },
      { day: '1974-11-01' },
      { day: '1970-01-01', precision: 'year' },
    ])
  })
})

describe('an entitled persons’ list with one section a town', () => {
  const sheet = aSheet(
    [
      ['优抚对象花名册（2025年）'],
      ['姓名', '身份证', '优抚类别', '伤残等级', '村名', '一卡通账号', '月标准（元）'],
      ['常乐镇'],
      ['张三', zhang, '残疾军人', '因公六级', '中心村', '6228480402564890018', '1,200.50元'],
      ['李四', li, '参战、带病', '', '保民村', '6.22848E+18', 980],
      ['悦来镇'],
      ['王五', wang, '三属', '', '中心村', '101001234567', '若干'],
      ['悦来镇小计', '', 1],
    ],
    { merges: [aMerge(0, 0, 0, 6), aMerge(2, 0, 2, 6), aMerge(5, 0, 5, 6)] },
  )
  const whole = readWhole(sheet)

  test('is known, and its sections rule their villages', () => {
    expect(whole.ledger.code).toBe('entitled-register')
    expect(whole.data.map(({ values: { division } }) => division)).toEqual(['999999103203', undefined, '999999104201'])
  })

  test('has its complaints', () => {
    expect(whole.data.map((row) => row.complaints.map(({ code }) => code))).toEqual([
      [],
      ['division-elsewhere', 'account-precision-lost'],
      ['identity-ambiguous', 'money-unreadable'],
    ])
  })

  test('drafts facts of what it could read', () => {
    const [first] = whole.data
    if (whole.ledger.target !== 'people' || !first) throw new Error('not people')

    expect(whole.ledger.draft(first.values).map((draft) => draft.kind)).toEqual([
      'name',
      'id-number',
      'sex',
      'birth',
      'residence',
      'disability',
      'identity',
      'bank-account',
    ])
  })
})

describe('an activity ledger without merges, from a csv', () => {
  const whole = readWhole(
    aSheet([
      ['2025年上半年活动台账', '', '', '', ''],
      ['', '', '', '', ''],
      ['时间', '活动主题', '地点', '参与人次', '统计方式'],
      ['2025.3.5', '红在东洲宣讲', '文化馆', '120', '签到表'],
      ['2025年4月12日-13日', '红色大篷车进社区', '通源社区', '约800人次', '估算'],
      ['8月1日', '乘凉晚会', '广场', '', ''],
      ['合计', '', '', '920', ''],
    ]),
  )

  test('is known and read', () => {
    expect(whole.ledger.code).toBe('activity-ledger')
    expect(whole.rows.map(({ kind }) => kind)).toEqual(['data', 'data', 'data', 'total'])
    expect(whole.data.map(({ severity }) => severity)).toEqual(['good', 'warned', 'held'])
  })

  test('warns of estimates and spans, and holds a day without its year', () => {
    expect(whole.data.flatMap((row) => row.complaints.map(({ row: at, code }) => [at, code]))).toEqual([
      [5, 'date-doubtful'],
      [5, 'count-doubtful'],
      [6, 'date-unreadable'],
    ])
  })
})

describe('a pairing ledger whose organisations are merged over their people', () => {
  const whole = readWhole(
    aSheet(
      [
        ['结对帮扶台账'],
        ['序号', '结对单位', '帮扶对象', '帮扶对象身份证号', '联系人', '联系电话', '计划次数', '走访时间'],
        [1, '区某局', '张三', zhang, '某甲', '0513-82000001', 4, '2025.1.15、2025.5.3'],
        [2, '', '李四', li, '', '', 4, '2025-01-16'],
        [3, '区某校', '王五', wang, '某乙', '13800000001', '四次', '2025.2.30'],
      ],
      { merges: [aMerge(0, 0, 0, 7), aMerge(2, 1, 3, 1), aMerge(2, 4, 3, 4), aMerge(2, 5, 3, 5)] },
    ),
  )

  test('is known, and each row has its organisation', () => {
    expect(whole.ledger.code).toBe('pairing-ledger')
    expect(whole.data.map(({ values: { organisation } }) => organisation)).toEqual(['区某局', '区某局', '区某校'])
    expect(whole.data.map(({ values: { contact } }) => contact)).toEqual(['某甲', '某甲', '某乙'])
  })

  test('counts one pair a row, and complains of the impossible day', () => {
    expect(whole.data.map(({ severity }) => severity)).toEqual(['good', 'good', 'held'])
    expect(whole.data[2]?.complaints).toMatchObject([{ row: 5, column: 7, code: 'date-impossible' }])
    expect(whole.end.complaints).toEqual([])
  })
})

describe('two tables of one ledger kind on a sheet', () => {
  const whole = readWhole(
    aSheet([
      ['一、常乐镇'],
      ['姓名', '身份证号', '入伍时间', '退役时间', '退役证编号'],
      ['张三', zhang, '1976.12', '1980年1月', '退字1号'],
      [],
      ['二、悦来镇'],
      ['退役证编号', '退役时间', '入伍时间', '身份证号', '姓名', '联系电话'],
      ['退字2号', '1984年1月', '1980年11月', li, '李四', '13800000001'],
      ['退字1号', '1980年1月', '1976年12月', zhang, '张三', '13900000002'],
    ]),
  )

  test('are both read, the second by its own columns', () => {
    expect(whole.rows.map(({ kind }) => kind)).toEqual(['data', 'blank', 'note', 'header', 'data', 'data'])
    expect(whole.data.map(({ values: { name } }) => name)).toEqual(['张三', '李四', '张三'])
    expect(whole.data.map(({ severity }) => severity)).toEqual(['good', 'good', 'good'])
  })

  test('and the person in both is found, in each table’s own column', () => {
    expect(whole.end.complaints.map(({ row, column }) => [row, column])).toEqual([
      [3, 1],
      [8, 3],
    ])
  })
})

test('a sender’s remembered words and town read what nobody else could', () => {
  const rows = [
    ['大名', '号码', '庄', '参军时间', '退伍时间'],
    ['张三', zhang, '中心村', '1976.12', '1980年1月'],
  ]
  const remembered = { 大名: 'name', 号码: 'idNumber', 庄: 'division' }
  const context = { ...sampleContext, within: divisionCode('999999104000'), remembered }

  const whole = readWhole(aSheet(rows), context)

  expect(whole.data[0]).toMatchObject({
    severity: 'good',
    values: { name: '张三', idNumber: zhang, division: '999999104201' },
  })
})

describe('a template of the province for disabled veterans, which has no column for the identity', () => {
  const titles = [
    ...['序号', '身份证号*', '姓名*', '出生日期*', '民族*', '性别*', '与户主关系*', '户籍类别*', '户口簿行政区划代码*'],
    ...[
      '户口簿住址',
      '实际居住地行政区划代码*',
      '实际居住地址',
      '医疗保障方式*',
      '养老保障方式',
      '手机',
      '婚姻',
      '文化',
    ],
    ...['健康', '政治面貌', '开户银行*', '开户名称*', '银行账户*', '备注', '等级*', '性质*', '证书编号*', '批准日期*'],
  ]
  const person: { readonly [title: string]: Cell } = {
    '身份证号*': zhang,
    '姓名*': '张三',
    '户籍类别*': '农业',
    '户口簿行政区划代码*': '999999103201',
    '实际居住地行政区划代码*': 999999104202,
    '等级*': '6级',
    '性质*': '因公',
  }
  const sheet = aSheet([titles, titles.map((title) => person[title])])

  test('is an entitled persons’ register all the same', () => {
    expect(readWhole(sheet).ledger.code).toBe('entitled-register')
  })

  test('keeps where they live apart from where they are registered', () => {
    const { data, ledger } = readWhole(sheet)
    const [row] = data
    if (ledger.target !== 'people' || !row) throw new Error('not people')
    const drafts = ledger.draft(row.values)

    expect(drafts.find(({ kind }) => kind === 'residence')?.value).toMatchObject({ division: '999999104202' })
    expect(drafts.find(({ kind }) => kind === 'household-registration')?.value).toMatchObject({
      kind: 'rural',
      division: '999999103201',
    })
  })

  test('is held for the identity, until the clerk says it for the whole sheet', () => {
    const without = readWhole(sheet)
    const withIt = readWhole(sheet, { ...sampleContext, constants: { identities: '残疾军人' } })

    expect(without.data[0]?.complaints.map(({ code }) => code)).toEqual(['column-missing'])
    expect(withIt.data[0]).toMatchObject({ severity: 'good', values: { identities: ['disabled-veteran'] } })
  })
})

/** The fields that a template's titles are led to, with the titles that nothing is read from. */
function fieldsOfTemplate(...titles: readonly string[]) {
  const { mapping, ledger } = readWhole(aSheet([titles, titles.map(() => undefined), ['x']]))
  expect(ledger.code).toBe('entitled-register')
  return Object.fromEntries(mapping.map(({ title, field }) => [title.replace('*', ''), field]))
}

describe('the templates of the province lead to the facts that money hangs on', () => {
  const who = ['序号', '身份证号*', '姓名*', '出生日期*', '民族*', '性别*', '与户主关系*', '户籍类别*']
  const account = ['开户银行*', '开户名称*', '银行账户*', '备注']

  test('伤残', () => {
    const fields = fieldsOfTemplate(
      ...who,
      ...['等级*', '性质*', '状态*', '证书编号*', '批准日期*', '入伍时间*', '致残时间*', '退伍', '孤老*', '精神病*'],
      ...['供养方式*', ...account],
    )

    expect(fields).toMatchObject({
      等级: 'disabilityGrade',
      性质: 'disabilityNature',
      状态: 'awardState',
      批准日期: 'approved',
      入伍时间: 'enlisted',
      退伍: 'discharged',
      致残时间: undefined,
      孤老: 'alone',
      精神病: 'mental',
      供养方式: 'careMode',
      与户主关系: 'householdRelation',
    })
  })

  test('三属, whose martyr has dates of his own', () => {
    const fields = fieldsOfTemplate(
      ...who,
      ...['类别*', '与牺牲病故军人关系*', '状态*', '定期抚恤证编号*', '批准时间*', '正在上学*', '残疾*', '孤老*'],
      ...['孤儿*', '供养*', '烈士证书字号', '烈士姓名', '烈士入伍时间', '牺牲时间*', ...account],
    )

    expect(fields).toMatchObject({
      类别: 'identities',
      与牺牲病故军人关系: 'relation',
      与户主关系: 'householdRelation',
      定期抚恤证编号: 'certificate',
      批准时间: 'approved',
      正在上学: 'studying',
      残疾: 'isDisabled',
      孤老: 'alone',
      孤儿: 'orphan',
      供养: 'careMode',
      烈士姓名: 'deceased',
      烈士入伍时间: 'deceasedEnlisted',
      牺牲时间: 'deceasedOn',
    })
    expect(Object.values(fields)).not.toContain('died')
    expect(Object.values(fields)).not.toContain('enlisted')
  })

  test('60岁', () => {
    const fields = fieldsOfTemplate(
      ...who,
      ...['状态*', '证书编号*', '批准日期*', '入伍*', '退役*', '退役证件号', '服义务兵开始*', '服义务兵结束*'],
      ...['折算年限*', '孤老*', '低保', ...account],
    )

    expect(fields).toMatchObject({
      批准日期: 'approved',
      入伍: 'enlisted',
      退役: 'discharged',
      服义务兵开始: 'conscriptFrom',
      服义务兵结束: 'conscriptTo',
      折算年限: 'serviceYears',
      低保: 'hardship',
    })
  })
})
