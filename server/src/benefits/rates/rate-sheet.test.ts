import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sampleRates } from '@dongzhou/engines/benefits'
import { addDays, day } from '@dongzhou/terms/day'
import { describe, expect, test } from 'vitest'
import { findFile, recordFile } from '../../platform/file.sql.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { type Cell, openBook, writeBook } from '../../platform/sheet/index.ts'
import { freshDatabase } from '../../testing/fresh-database.ts'
import { aDraft, confirmed } from '../../testing/rates.ts'
import { exportRates } from './export-rates.ts'
import { loadDemoHouse, loadSampleRates } from './load-samples.ts'
import { rateColumns, roundingText, rowOfRate } from './rate-sheet.ts'
import { readRateRow } from './read-rate-row.ts'
import { readRateTable } from './read-rate-table.ts'
import { recordSamples } from './record-rates.sql.ts'

const { rolledBack, app } = freshDatabase()

const good = {
  kind: '带病回乡退伍军人补助标准',
  key: '',
  jurisdiction: '县（区）',
  value: 1000,
  unit: '元/月',
  validFrom: '2025-01-01',
  announcedOn: '2025-06-10',
  document: '测退役军人发〔2025〕8号',
  source: '局收文',
} as const

describe('reading a row', () => {
  test('a row as the export writes it', () => {
    expect(readRateRow(good)).toEqual({
      troubles: [],
      draft: {
        kind: 'ill-returned-subsidy',
        key: '',
        jurisdiction: 'county',
        value: 100_000,
        unit: 'fen-a-month',
        rounding: { mode: 'half-up', unit: 1 },
        validFrom: '2025-01-01',
        announcedOn: '2025-06-10',
        document: '测退役军人发〔2025〕8号',
        source: '局收文',
      },
    })
  })

  test.each([
    ['a text with separators', { value: '1,000.50元' }, 100_050],
    ['full-width digits', { value: '１０００' }, 100_000],
    ['one decimal', { value: 637.5 }, 63_750],
    ['no unit is the usual unit', { unit: undefined }, 100_000],
    ['a percentage', { kind: '护理费比例', key: '因病一级至四级', unit: '%(按基数)', value: '30%' }, 3000],
    ['a multiple', { kind: '烈士褒扬金倍数', unit: '倍', value: 30 }, 3000],
    ['months', { kind: '去世后继续发放月数', key: '三属', unit: '个月', value: 6 }, 6],
    [
      'a date',
      { kind: '入伍时间条件（起）', key: '60周岁农村籍退役士兵', unit: '日期', value: '1954-11-01' },
      19_541_101,
    ],
    ['a choice', { kind: '去世停发月份', unit: '办法', value: '去世次月停发' }, 0],
  ])('%s', (_sentence, change, value) => {
    expect(readRateRow({ ...good, ...change }).draft?.value).toBe(value)
  })

  test.each([
    ['a grade by its name', '因战七级', 'war-7'],
    ['a grade by its code', 'war-7', 'war-7'],
    ['a grade that no law has is read, for the check to refuse', '因病七级', 'illness-7'],
  ])('%s', (_sentence, key, expected) => {
    expect(readRateRow({ ...good, kind: '残疾抚恤金标准', key, unit: '元/年' }).draft?.key).toBe(expected)
  })

  test.each([
    ['kind', { kind: '大病补助' }, '种类：不认识“大病补助”，请从下拉选项中选择。'],
    ['kind', { kind: undefined }, '种类：不能为空。'],
    ['key', { key: '一级' }, '档次：这种标准不分档，应留空。'],
    [
      'key',
      { kind: '定期抚恤金标准', key: '三属' },
      '档次：没有“三属”这一档，可以填：烈士遗属、因公牺牲军人遗属、病故军人遗属。',
    ],
    ['jurisdiction', { jurisdiction: '乡镇' }, '制定层级：不认识“乡镇”，请从下拉选项中选择。'],
    ['value', { value: '一千' }, '数值：“一千”不是数，或小数位数过多。'],
    ['value', { value: 39_015.905 }, '数值：“39015.905”不是数，或小数位数过多。'],
    ['value', { value: { error: '#REF!' } }, '数值：“#REF!”不是数，或小数位数过多。'],
    ['value', { kind: '去世停发月份', unit: '办法', value: '不停' }, '数值：不认识“不停”，请从下拉选项中选择。'],
    ['unit', { unit: '斤' }, '计量：不认识“斤”，请从下拉选项中选择。'],
    ['base', { base: '菜价' }, '基数：不认识“菜价”，请从下拉选项中选择。'],
    ['rounding', { rounding: '看着办' }, '取整：不认识“看着办”，请从下拉选项中选择。'],
    ['validFrom', { validFrom: '2025-02-30' }, '生效日期：“2025-02-30”不是日期，应为年-月-日。'],
    ['validTo', { validTo: '长期' }, '失效日期：“长期”不是日期，应为年-月-日。'],
    ['announcedOn', { announcedOn: undefined }, '发文日期：不能为空。'],
    ['document', { document: '' }, '文号：不能为空。'],
    ['source', { source: undefined }, '来源：不能为空。'],
  ] as const)('what is wrong with %s is said: %o', (column, change, say) => {
    expect(readRateRow({ ...good, ...change })).toEqual({ draft: undefined, troubles: [{ column, say }] })
  })

  test('every cell that cannot be read is named at once', () => {
    const { troubles } = readRateRow({ value: 'x' })

    expect(troubles.map(({ column }) => column)).toEqual([
      'kind',
      'jurisdiction',
      'validFrom',
      'announcedOn',
      'document',
      'source',
    ])
  })

  test('every sample comes back from its row', () => {
    for (const { state: _, ...rate } of sampleRates) {
      const dated = { ...rate, announcedOn: rate.validFrom }
      const cells = rowOfRate({ ...dated, state: 'proposed' })
      const row = Object.fromEntries(Object.keys(rateColumns).map((column, at) => [column, cells[at]]))

      expect(readRateRow(row).draft).toEqual(JSON.parse(JSON.stringify(dated)))
    }
  })

  test('every rounding has a text of its own', () => {
    expect(roundingText({ mode: 'up', unit: 100 })).toBe('进位到元')
    expect(readRateRow({ ...good, rounding: '进位到元' }).draft?.rounding).toEqual({ mode: 'up', unit: 100 })
  })
})

describe('reading a sheet', () => {
  const titles = ['种类', '档次', '制定层级', '数值', '计量', '生效日期', '发文日期', '文号', '来源']
  const cells: readonly Cell[] = [
    '带病回乡退伍军人补助标准',
    '',
    '县（区）',
    1000,
    '元/月',
    '2025-01-01',
    '2025-06-10',
    '测〔2025〕8号',
    '局收文',
  ]
  const changed = (at: number, cell: Cell) => cells.map((old, column) => (column === at ? cell : old))

  test(
    'rows are read as drafts, each complaint at the cell Excel names, notes above the header passed over',
    rolledBack(async (setting) => {
      await loadDemoHouse(setting)
      await confirmed(app(), setting, aDraft({ value: 90_000, validFrom: '2024-01-01' }))
      const fileId = await uploaded(setting, ['2025年提标表'], [titles, cells, changed(3, '一千'), changed(3, 9000)])

      const table = await readRateTable(setting, { fileId })

      expect(table.rows.map(({ number, draft }) => [number, draft?.value])).toEqual([
        [3, 100_000],
        [4, undefined],
        [5, 900_000],
      ])
      expect(table.complaints.map(({ cell, weight }) => [cell, weight])).toEqual([
        ['D4', 'refused'],
        ['F5', 'refused'],
        ['D5', 'refused'],
      ])
      expect(table.complaints[2]?.say).toContain('上一期（2024年1月1日起）为900元/月，是上一期的10倍以上')
    }),
  )

  test.each([
    ['no header', [['名称', '金额'], cells]],
    ['a header and nothing below', [titles]],
  ] as const)('%s: nothing to read', async (_sentence, rows) => {
    await rolledBack(async (setting) => {
      const fileId = await uploaded(setting, ['标准'], rows)

      await expect(readRateTable(setting, { fileId })).rejects.toMatchObject({ code: 'benefits.rate-table-empty' })
    })()
  })

  test(
    'more rows than one proposal takes are refused',
    rolledBack(async (setting) => {
      const fileId = await uploaded(setting, ['标准'], [titles, ...Array.from({ length: 201 }, () => cells)])

      await expect(readRateTable(setting, { fileId })).rejects.toMatchObject({ code: 'benefits.rate-table-empty' })
    }),
  )

  test(
    'what is no sheet, and what somebody else uploaded, is refused',
    rolledBack(async (setting) => {
      const stored = await setting.files.put(Buffer.from('%PDF-1.7 not a sheet'), { kind: 'upload', name: 'a.xlsx' })
      const fileId = await recordFile(setting, stored, { kind: 'upload', name: 'a.xlsx', mediaType: 'x/y' })

      await expect(readRateTable(setting, { fileId })).rejects.toMatchObject({ code: 'benefits.rate-table-unreadable' })
      const other = { ...setting, clerk: { ...setting.clerk, accountId: 7 } }
      await expect(readRateTable(other, { fileId })).rejects.toMatchObject({ code: 'intake.file-missing' })
    }),
  )

  async function uploaded(setting: ActionSetting, note: readonly string[], rows: readonly (readonly Cell[])[]) {
    return withFile(async (path) => {
      const columns = note.map((title) => ({ title, width: 10 }))
      await writeBook(path, { sheets: [{ name: '标准', columns, rows }] })
      const stored = await setting.files.put(createReadStream(path), { kind: 'upload', name: 'rates.xlsx' })
      return recordFile(setting, stored, { kind: 'upload', name: 'rates.xlsx', mediaType: 'x/y' })
    })
  }
})

test(
  'what is exported can be read again, says who signed, and says in a demo that it is one',
  rolledBack(async (setting) => {
    await loadSampleRates(setting)
    const id = await confirmed(app(), setting, aDraft())

    const made = await exportRates(setting, { kind: 'ill-returned-subsidy', text: '', withPast: false })

    expect(made).toMatchObject({ name: '待遇标准表-2025-06-30（演示数据）.xlsx', rows: 4 })
    const file = await findFile(setting, made.fileId)
    const local = await setting.files.localPath(file?.key ?? '')
    const book = await openBook(local.path, 'rates.xlsx')
    const { rows } = await book.head(0)
    await local.dispose()
    expect(id).toBeGreaterThan(0)
    expect(rows[0]?.cells.slice(-4)).toEqual(['状态', '录入人', '复核人', '说明'])
    expect(rows[1]?.cells.slice(12, 15)).toEqual(['已复核', 'test-clerk', 'test-chief'])
    expect(rows[2]?.cells.slice(12, 14)).toEqual(['样例（不得用于发放）', '系统'])
    const read = Object.fromEntries(Object.keys(rateColumns).map((column, at) => [column, rows[1]?.cells[at]]))
    expect(readRateRow(read).draft).toMatchObject({ value: 100_000, validFrom: '2025-01-01' })
  }),
)

test(
  'an export of more than five thousand rows leaves none out, and stands in the order of the list',
  rolledBack(async (setting) => {
    const days = Array.from({ length: 5001 }, (_, at) => addDays(day('1950-01-01'), at))
    const sample = { kind: 'minimum-wage', key: '', value: 1, unit: 'fen-a-month', jurisdiction: 'county' } as const
    const rounding = { mode: 'half-up', unit: 1 } as const
    const shared = { ...sample, rounding, document: '测试', source: '测试', state: 'sample' } as const
    await recordSamples(
      setting,
      days.map((validFrom) => ({ ...shared, validFrom })),
    )

    const made = await exportRates(setting, { kind: 'minimum-wage', text: '', withPast: true })

    expect(made.rows).toBe(5001)
    const file = await findFile(setting, made.fileId)
    const local = await setting.files.localPath(file?.key ?? '')
    const book = await openBook(local.path, 'rates.xlsx')
    const from: unknown[] = []
    for await (const { cells } of book.rows(0)) from.push(cells[Object.keys(rateColumns).indexOf('validFrom')])
    await local.dispose()
    expect(from.length - 1).toBe(5001)
    expect(new Set(from).size - 1).toBe(5001)
  }),
)

async function withFile<T>(work: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'dongzhou-rate-sheet-'))
  try {
    return await work(join(folder, 'book.xlsx'))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
