import { day } from '@dongzhou/terms/day'
import { divisionCode } from '@dongzhou/terms/division'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cell, Merge } from '../cell.ts'
import { activityLedger } from '../ledgers/activity-ledger.ts'
import { veteransRegister } from '../ledgers/veterans-register.ts'
import { aMerge, aSheet, readWhole, sampleContext, sampleIdNumber } from '../sample-sheets.ts'
import type { DataRow, RowReading } from './row-reading.ts'
import { startReading } from './start-reading.ts'

const titles = ['序号', '姓名', '身份证号', '性别', '区镇', '村', '联系电话', '入伍时间', '退役时间']
const one = sampleIdNumber('19580501', '001')
const two = sampleIdNumber('19600601', '002')
const three = sampleIdNumber('19550701', '003')

function aPerson(name: Cell, id: Cell, change: { readonly [title: string]: Cell } = {}): readonly Cell[] {
  const row: { readonly [title: string]: Cell } = {
    序号: 1,
    姓名: name,
    身份证号: id,
    性别: typeof id === 'string' && Number(id[16]) % 2 === 0 ? '女' : '男',
    区镇: '常乐镇',
    村: '中南村',
    联系电话: '13800000001',
    入伍时间: '1976.12',
    退役时间: '1980年1月',
    ...change,
  }
  return titles.map((title) => row[title])
}

const readRows = (rows: readonly (readonly Cell[])[], merges: readonly Merge[] = []) =>
  readWhole(aSheet([titles, ...rows], { merges }))
const divisionOf = ({ values: { division } }: DataRow) => division
const kinds = (rows: readonly RowReading[]) => rows.map((row) => row.kind)

describe('a row of data', () => {
  test('gives its values, typed by field', () => {
    const { data } = readRows([aPerson('张三', one)])

    expect(data[0]).toMatchObject({
      kind: 'data',
      row: 2,
      severity: 'good',
      complaints: [],
      values: {
        name: '张三',
        idNumber: one,
        sex: 'male',
        town: '999999103000',
        division: '999999103201',
        phone: ['13800000001'],
        enlisted: { day: '1976-12-01', precision: 'month' },
        discharged: { day: '1980-01-01', precision: 'month' },
      },
    })
  })

  test('complains in its cell, with a whole sentence', () => {
    const { data } = readRows([aPerson('张三', '110105194912310028')])

    expect(data[0]?.severity).toBe('held')
    expect(data[0]?.complaints).toEqual([
      {
        row: 2,
        column: 2,
        field: 'idNumber',
        code: 'id-check',
        severity: 'held',
        say: '第 2 行“身份证号”：校验位应为 X，现为 8。请核对证件后改正，或留待核实。',
      },
    ])
  })

  test('gives all complaints at once, and is as bad as the worst', () => {
    const { data } = readRows([
      aPerson('张?', '123', { 性别: '中', 村: '某某村', 联系电话: '1380', 入伍时间: '不详期' }),
    ])
    const codes = data[0]?.complaints.map((complaint) => complaint.code)

    expect(new Set(codes)).toEqual(
      new Set(['name-damaged', 'id-length', 'sex-unreadable', 'division-unknown', 'phone-damaged', 'date-unreadable']),
    )
    expect(data[0]?.severity).toBe('held')
  })

  test('with only doubts is warned, not held', () => {
    expect(readRows([aPerson('张三', one, { 联系电话: '1380' })]).data[0]?.severity).toBe('warned')
  })

  test('says in its cell what was mended', () => {
    const { data } = readRows([aPerson('张　三', `'${one}`, { 性别: '男' })])

    expect(data[0]?.repaired.map((repair) => [repair.row, repair.column, repair.field])).toEqual([
      [2, 1, 'name'],
      [2, 2, 'idNumber'],
    ])
    expect(data[0]?.severity).toBe('good')
  })

  test.each<Cell>([undefined, '', '  ', '无', '/', '—', '不详'])('misses a required cell that holds %j', (cell) => {
    const { data } = readRows([aPerson('张三', cell)])

    expect(data[0]?.complaints).toMatchObject([{ code: 'required-missing', column: 2, field: 'idNumber' }])
    expect(data[0]?.complaints[0]?.say).toContain('必填')
  })

  test('may leave out what is not required', () => {
    const { data } = readRows([aPerson('张三', one, { 联系电话: '', 入伍时间: '不详', 退役时间: undefined })])

    expect(data[0]).toMatchObject({ severity: 'good', values: { phone: undefined, enlisted: undefined } })
  })

  test('shorter than the header is read as far as it goes', () => {
    expect(readRows([[1, '张三', one]]).data[0]).toMatchObject({ severity: 'good', values: { name: '张三' } })
  })

  test('with a whole report pasted into a cell complains once', () => {
    const { data } = readRows([aPerson('张三', one, { 联系电话: '某某、'.repeat(1000) })])

    expect(data[0]?.complaints).toMatchObject([{ code: 'text-too-long', column: 6, severity: 'held' }])
  })

  test('finds its village by the town beside it', () => {
    const { data } = readRows([
      aPerson('张三', one, { 村: '中心村' }),
      aPerson('李四', two, { 区镇: '悦来镇', 村: '中心村' }),
      aPerson('王五', three, { 区镇: '', 村: '中心村' }),
    ])

    expect(data.map(divisionOf)).toEqual(['999999103203', '999999104201', undefined])
    expect(data[2]?.complaints).toMatchObject([{ code: 'division-ambiguous', column: 5 }])
  })

  test('finds its village by the sender’s town', () => {
    const context = { ...sampleContext, within: divisionCode('999999104000') }
    const { data } = readWhole(aSheet([titles, aPerson('王五', three, { 区镇: '', 村: '中心村' })]), context)

    expect(data.map(divisionOf)[0]).toBe('999999104201')
  })
})

describe('a required column that is not there', () => {
  test('holds every row, and says which', () => {
    const { data } = readWhole(
      aSheet([
        ['姓名', '性别', '入伍时间', '退役时间'],
        ['张三', '男', '1976.12', '1980.1'],
      ]),
    )

    expect(data[0]?.complaints).toMatchObject([{ row: 2, column: 0, field: 'idNumber', code: 'column-missing' }])
    expect(data[0]?.complaints[0]?.say).toContain('表中没有“身份证号”这一列')
  })
})

describe('同上 takes the value above', () => {
  test.each(['同上', '〃', '″', '"', ' 同上 '])('written %j', (mark) => {
    const { data } = readRows([aPerson('张三', one), aPerson('李四', two, { 区镇: mark, 村: mark, 入伍时间: mark })])

    expect(data[1]?.values).toMatchObject({
      town: '999999103000',
      division: '999999103201',
      enlisted: { day: '1976-12-01' },
    })
    expect(data[1]?.repaired.some((repair) => repair.say.includes('同上'))).toBe(true)
  })

  test('row after row', () => {
    const rows = [one, two, three].map((id, at) => aPerson('张三', id, { 村: at === 0 ? '常乐村' : '同上' }))

    expect(readRows(rows).data.map(divisionOf)).toEqual(Array(3).fill('999999103202'))
  })

  test('but never an ID number or a name', () => {
    const { data } = readRows([aPerson('张三', one), aPerson('同上', '同上', { 性别: '' })])

    expect(data[1]?.complaints.map((complaint) => complaint.code)).toEqual(['repeat-refused', 'repeat-refused'])
    expect(data[1]?.values).toMatchObject({ name: undefined, idNumber: undefined })
  })

  test('and is held where nothing stands above', () => {
    expect(readRows([aPerson('张三', one, { 村: '同上' })]).data[0]?.complaints).toMatchObject([
      { code: 'repeat-refused' },
    ])
  })
})

describe('merged cells', () => {
  test('downwards hold for every row they cover', () => {
    const rows = [
      aPerson('张三', one),
      aPerson('李四', two, { 区镇: '', 村: '' }),
      aPerson('王五', three, { 区镇: '', 村: '' }),
    ]
    const { data } = readRows(rows, [aMerge(1, 4, 3, 4), aMerge(1, 5, 2, 5)])

    expect(data.map(({ values: { town } }) => town)).toEqual(Array(3).fill('999999103000'))
    expect(data.map(divisionOf)).toEqual(['999999103201', '999999103201', undefined])
    expect(data[1]?.repaired[0]?.say).toContain('合并单元格')
  })

  test('across the table are a heading, and a town’s heading rules the villages below', () => {
    const rows = [
      ['悦来镇'],
      aPerson('张三', one, { 区镇: '', 村: '中心村' }),
      ['常乐镇'],
      aPerson('李四', two, { 区镇: '', 村: '中心村' }),
    ]
    const { rows: readings, data } = readRows(rows, [aMerge(1, 0, 1, 8), aMerge(3, 0, 3, 8)])

    expect(kinds(readings)).toEqual(['note', 'data', 'note', 'data'])
    expect(readings[0]).toMatchObject({ text: '悦来镇', town: '999999104000' })
    expect(data.map(divisionOf)).toEqual(['999999104201', '999999103203'])
  })
})

describe('rows that are no data', () => {
  test.each<[string, readonly Cell[], string]>([
    ['nothing', [], 'blank'],
    ['white space', ['', ' ', undefined, '　'], 'blank'],
    ['合计', ['合计', '', '', '', '', '', 120], 'total'],
    ['合 计 with spaces', ['合　计', 12], 'total'],
    ['小计', ['小计', 12], 'total'],
    ['总计 in the second column', ['', '总计', 12], 'total'],
    ['合计 beside a serial number', [12, '合计', 30], 'total'],
    ['a town’s total', ['常乐镇小计', '', 30], 'total'],
    ['本页小计', ['本页小计：12人'], 'total'],
    ['a note', ['注：1.本表一式两份。'], 'note'],
    ['how to fill in', ['填表说明：身份证号须为文本格式'], 'note'],
    ['who signed', ['填表人：张三', '', '', '审核人：李四', '', '日期：2025.3'], 'note'],
    ['the unit', ['单位负责人：', '', '', '联系电话：0513-82000001'], 'note'],
    ['a long sentence', ['请各村于六月底前将本表报送区退役军人事务局优抚褒扬科，逾期不候。'], 'note'],
    ['columns’ numbers', [1, 2, 3, 4, 5, 6, 7, 8, 9], 'note'],
    ['columns’ numbers in brackets', ['(1)', '(2)', '(3)', '(4)', '(5)'], 'note'],
    ['甲 乙 and numbers', ['甲', '乙', 1, 2, 3, 4], 'note'],
    ['what is required', ['', '必填', '必填，18位', '下拉选择', '', '必填'], 'note'],
    ['an example', ['示例', '张三', one], 'note'],
    ['a numbered heading in the name’s column', ['', '二、悦来镇'], 'note'],
    ['a town’s heading in the name’s column', ['', '悦来镇'], 'note'],
  ])('%s', (_, cells, kind) => {
    expect(kinds(readRows([cells]).rows)).toEqual([kind])
  })

  test.each<[string, readonly Cell[]]>([
    ['a name alone', ['', '张三']],
    ['a name like a title of nothing', ['', '何合计生', one]],
    ['an ID number alone', ['', '', one]],
    ['a telephone alone', ['', '', '', '', '', '', '13800000001']],
    ['a remark in the serial number’s place', ['新增', '张三', one]],
  ])('%s is still data: nothing is lost', (_, cells) => {
    expect(kinds(readRows([cells]).rows)).toEqual(['data'])
  })

  test('are counted', () => {
    const { end } = readRows([aPerson('张三', one), [], ['合计', 1], ['注：无'], titles, aPerson('李四', two)])

    expect(end.counts).toEqual({ data: 2, blank: 1, total: 1, note: 1, header: 1 })
  })
})

describe('a further header on the sheet', () => {
  test('that is the same again changes nothing', () => {
    const { rows, data } = readRows([aPerson('张三', one), titles, aPerson('李四', two)])

    expect(rows[1]).toMatchObject({ kind: 'header', row: 3, isRepeated: true })
    expect(data[1]?.values).toMatchObject({ name: '李四', idNumber: two, division: '999999103201' })
  })

  test('with other columns re-maps what follows', () => {
    const other = ['身份证号码', '姓名', '退伍时间', '入伍年月', '性别']
    const { rows, data } = readRows([
      aPerson('张三', one),
      ['悦来镇退役军人'],
      other,
      [two, '李四', '1984.1', '1980.11', '女'],
    ])

    expect(kinds(rows)).toEqual(['data', 'note', 'header', 'data'])
    expect(rows[2]).toMatchObject({ kind: 'header', isRepeated: false })
    expect(data.at(-1)?.values).toMatchObject({
      idNumber: two,
      name: '李四',
      discharged: { day: '1984-01-01' },
      enlisted: { day: '1980-11-01' },
    })
  })

  test('lists the columns it does not understand', () => {
    const { rows } = readRows([['姓名', '身份证号', '性别', '鞋码']])

    expect(rows[0]?.kind === 'header' && rows[0].columns.map((column) => column.field)).toEqual([
      'name',
      'idNumber',
      'sex',
      undefined,
    ])
  })

  test('of two rows is joined and recognised as the same', () => {
    const upper = ['姓名', '身份证号', '性别', '服役情况', '']
    const lower = ['', '', '', '入伍时间', '退役时间']
    const sheet = aSheet([
      upper,
      lower,
      ['张三', one, '男', '1976.12', '1980.1'],
      upper,
      lower,
      ['李四', two, '女', '1980.11', '1984.1'],
    ])
    const { rows, data } = readWhole(sheet)

    expect(kinds(rows)).toEqual(['data', 'header', 'header', 'data'])
    expect(rows[2]).toMatchObject({ isRepeated: true })
    expect(data[1]?.values).toMatchObject({ enlisted: { day: '1980-11-01' }, discharged: { day: '1984-01-01' } })
  })

  test('keeps what the sender settled by hand for the same title', () => {
    const mapping = [
      { index: 0, title: '姓名', field: 'name' },
      { index: 1, title: '号', field: 'idNumber' },
      { index: 2, title: '性别', field: 'sex' },
    ]
    const reader = startReading(veteransRegister, mapping, sampleContext)

    reader.read(2, ['张三', one, '男'])
    reader.read(3, ['性别', '姓名', '联系电话', '号'])
    const reading = reader.read(4, ['女', '李四', '13800000001', two])

    expect(reading).toMatchObject({ kind: 'data', values: { idNumber: two, sex: 'female', phone: ['13800000001'] } })
  })

  test('同上 does not reach over it', () => {
    const { data } = readRows([aPerson('张三', one), titles, aPerson('李四', two, { 村: '同上' })])

    expect(data[1]?.complaints).toMatchObject([{ code: 'repeat-refused' }])
  })
})

describe('rows that are there twice', () => {
  test('are complained of on both, each naming the other', () => {
    const { end } = readRows([aPerson('张三', one), aPerson('李四', two), aPerson('张三', one)])

    expect(end.complaints.map(({ row, column, severity }) => [row, column, severity])).toEqual([
      [2, 2, 'warned'],
      [4, 2, 'warned'],
    ])
    expect(end.complaints[0]?.say).toBe(
      '第 2 行“身份证号”：与第 4 行的身份证号相同，可能重复填报。请核对，重复的删去一行。',
    )
  })

  test('under two names are held', () => {
    const { end } = readRows([aPerson('张三', one), aPerson('李四', one)])

    expect(end.complaints.map(({ severity }) => severity)).toEqual(['held', 'held'])
    expect(end.complaints[0]?.say).toContain('姓名不同')
  })

  test('three times name two others each', () => {
    const { end } = readRows([aPerson('张三', one), aPerson('张三', one), aPerson('张三', one)])

    expect(end.complaints).toHaveLength(3)
    expect(end.complaints[1]?.say).toContain('第 2 行、第 4 行')
  })

  test('are found whatever the disguise of the number', () => {
    const wide = one.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))

    expect(readRows([aPerson('张三', one), aPerson('张三', `'${wide}`)]).end.complaints.map(({ row }) => row)).toEqual([
      2, 3,
    ])
  })

  test('by name and birth are found where the numbers are missing or differ', () => {
    const sheet = aSheet([
      ['姓名', '身份证号', '出生日期', '入伍时间'],
      ['张三', '', '1958-05-01', '1976.12'],
      ['张　三', one, '1958.5.1', '1976.12'],
      ['李四', '', '1958-05-01', '1976.12'],
    ])

    expect(readWhole(sheet).end.complaints.map(({ row, field }) => [row, field])).toEqual([
      [2, 'name'],
      [3, 'name'],
    ])
  })

  test('are found among activities by day, title and place', () => {
    const mapping = activityLedger.fields.map(({ key, title }, index) => ({ index, title, field: key }))
    const reader = startReading(activityLedger, mapping, sampleContext)
    const event = ['2025-03-05', '红在东洲', '宣讲一', '文化馆']

    reader.read(2, event)
    reader.read(3, ['2025.3.5', '红在东洲', '宣讲一', '文化馆'])
    reader.read(4, ['2025-03-06', '红在东洲', '宣讲一', '文化馆'])

    expect(reader.finish().complaints.map(({ row }) => row)).toEqual([2, 3])
  })
})

describe('whatever the cells', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.constantFrom<Cell>(
      ...titles,
      '张三',
      one,
      two,
      '同上',
      '合计',
      '注：',
      '常乐镇',
      '中心村',
      '1978.2.30',
      '无',
      '',
    ),
    fc.double(),
    fc.integer(),
    fc.constant(undefined),
    fc.boolean(),
    fc.constant({ error: '#N/A' }),
    fc.constant({ day: day('1978-05-01') }),
  )
  const mapping = titles.map((title, index) => ({
    index,
    title,
    field: veteransRegister.fields.find((field) => field.title === title || field.synonyms.includes(title))?.key,
  }))

  test('nothing throws, every complaint has its row and column, and no row is lost', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 10 }), { maxLength: 12 }), (rows) => {
        const reader = startReading(veteransRegister, mapping, { ...sampleContext, merges: [aMerge(2, 1, 4, 5)] })
        const readings = rows.map((cells, at) => reader.read(at + 2, cells))
        const end = reader.finish()
        const complaints = [
          ...readings.flatMap((row) => (row.kind === 'data' ? row.complaints : [])),
          ...end.complaints,
        ]

        for (const { row, column, say, field } of complaints) {
          expect(row >= 2 && row < rows.length + 2).toBe(true)
          expect(Number.isInteger(column) && column >= 0).toBe(true)
          expect(say.startsWith(`第 ${row} 行“`)).toBe(true)
          expect(field).not.toBe('')
        }
        expect(Object.values(end.counts).reduce((sum, count) => sum + count, 0)).toBe(rows.length)
      }),
    )
  })

  test('a row is read alike however often and wherever it stands', () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 3, maxLength: 9 }), (cells) => {
        const first = startReading(veteransRegister, mapping, sampleContext).read(2, ['', ...cells])
        const reader = startReading(veteransRegister, mapping, sampleContext)
        reader.read(2, [])
        const again = reader.read(2, ['', ...cells])

        expect(again).toEqual(first)
      }),
    )
  })
})
