import type { FigureAppendixRow } from '@dongzhou/engines/reports'
import { day } from '@dongzhou/terms/day'
import type { Block, ReportDocument } from '@dongzhou/terms/document'
import { describe, expect, test } from 'vitest'
import { unzip } from './unzip-for-tests.ts'
import { type OfficialDress, writeOfficialDocument } from './write-official-document.ts'

const marker: Block = { kind: 'appendix', id: 'x', title: '数据来源一览表' }
const report: ReportDocument = {
  title: '某某区退役军人事务局2025年上半年工作总结',
  issuer: '某某区退役军人事务局',
  documentNumber: '某退发〔2025〕12号',
  addressee: '某区人民政府',
  date: day('2025-06-30'),
  blocks: [
    heading('h1', 1, '品牌'),
    heading('h2', 2, '引领'),
    heading('h3', 3, '宣讲'),
    {
      kind: 'paragraph',
      id: 'p',
      inlines: [
        { kind: 'text', text: '宣讲“红在东洲”' },
        { kind: 'typed', id: 't', text: '3场' },
      ],
    },
    {
      kind: 'list',
      id: 'l',
      marks: 'first-is',
      items: [[{ kind: 'text', text: '安置。' }], [{ kind: 'text', text: '优抚。' }]],
    },
    marker,
  ],
}
const rows: readonly FigureAppendixRow[] = [
  aRow({ number: 1, name: '已开展宣讲', exact: '3场', rows: 3, cutOff: day('2025-06-30') }),
  aRow({ number: 2, name: '困难对象', exact: '（待录入）', standing: 'missing' }),
  aRow({ number: 3, section: '二、服务', name: '手工数字', exact: '5户', standing: 'typed' }),
]

test('the paper reads, paragraph by paragraph, as an official document', async () => {
  const { document } = await partsOf(report)

  expect(paragraphsOf(document)).toEqual([
    ['Title', '某某区退役军人事务局'],
    ['Title', '2025年上半年工作总结'],
    ['', ''],
    ['', '某区人民政府：'],
    ['Heading1', '一、品牌'],
    ['Heading2', '（一）引领'],
    ['Heading3', '1.宣讲'],
    ['OfficialBody', '宣讲“红在东洲”3场'],
    ['OfficialBody', '一是安置。'],
    ['OfficialBody', '二是优抚。'],
    ['', ''],
    ['', '附件：数据来源一览表'],
    ['', ''],
    ['', ''],
    ['', '某某区退役军人事务局'],
    ['', '2025年6月30日'],
    ['', '附件'],
    ['', ''],
    ['Title', '数据来源一览表'],
    ['', ''],
    ...['序号', '指标', '取数口径', '截止日期', '数值', '记录数'].map((text) => ['OfficialTable', text]),
    ['OfficialTable', '一、品牌'],
    ...['1', '已开展宣讲', '口径', '2025年6月30日', '3场', '3'].map((text) => ['OfficialTable', text]),
    ...['2', '困难对象', '口径', '—', '（待录入）', '—'].map((text) => ['OfficialTable', text]),
    ['OfficialTable', '二、服务'],
    ...['3', '手工数字', '口径', '—', '5户', '—'].map((text) => ['OfficialTable', text]),
  ])
})

test('a cut-off stands in two lines, broken after the year and nowhere else', async () => {
  const { document } = await partsOf(report)

  const cell =
    /<w:tc>(?:(?!<\/w:tc>).)*2025年(?:(?!<\/w:tc>).)*6月30日(?:(?!<\/w:tc>).)*<\/w:tc>/s.exec(document)?.[0] ?? ''
  expect(cell.match(/<w:br\/>/g)).toHaveLength(1)
  expect(cell).toMatch(/2025年<\/w:t>.*<w:br\/>.*6月30日/s)
})

describe('the page of GB/T 9704-2012', () => {
  test('is A4 with the standard’s margins and 22 lines to the type area', async () => {
    const { document } = await partsOf(report)

    expect(attributesOf(document, 'w:pgSz')).toMatchObject({ 'w:w': '11906', 'w:h': '16838' })
    const { 'w:top': top, 'w:right': right, 'w:bottom': bottom, 'w:left': left } = attributesOf(document, 'w:pgMar')
    expect([top, right, bottom, left].map((edge) => Math.round(Number(edge) / 56.69))).toEqual([37, 26, 35, 28])
    const { 'w:type': grid, 'w:linePitch': pitch } = attributesOf(document, 'w:docGrid')
    expect(grid).toBe('lines')
    expect(Math.floor((16_838 - Number(top) - Number(bottom)) / Number(pitch))).toBe(22)
  })

  test('holds 28 characters a line: 16 pt type less a quarter point in 156 mm', async () => {
    const { document, styles } = await partsOf(report)
    const body = styleOf(styles, 'OfficialBody')
    const margins = attributesOf(document, 'w:pgMar')

    const width = 11_906 - Number(margins['w:left']) - Number(margins['w:right'])
    const size = Number(attributesOf(body, 'w:sz')['w:val']) * 10
    const spacing = Number(/<w:rPr>.*<w:spacing w:val="(-?\d+)"/.exec(body)?.[1])
    expect(Math.floor(width / (size + spacing))).toBe(28)
  })

  test.each([
    ['OfficialBody', '仿宋_GB2312', '32'],
    ['Heading1', '黑体', '32'],
    ['Heading2', '楷体_GB2312', '32'],
    ['Heading3', '仿宋_GB2312', '32'],
    ['Title', '方正小标宋简体', '44'],
  ])('sets %s in %s at %s half-points, on exact lines of the grid', async (id, face, size) => {
    const { styles } = await partsOf(report)
    const style = styleOf(styles, id)

    expect(attributesOf(style, 'w:rFonts')).toMatchObject({ 'w:ascii': face, 'w:eastAsia': face, 'w:hint': 'eastAsia' })
    expect(attributesOf(style, 'w:sz')['w:val']).toBe(size)
    expect(attributesOf(style, 'w:spacing')).toMatchObject({ 'w:line': '579', 'w:lineRule': 'exact' })
  })

  test('indents the first line of paragraphs and headings by two characters', async () => {
    const { styles } = await partsOf(report)

    for (const id of ['OfficialBody', 'Heading1', 'Heading2', 'Heading3']) {
      expect(attributesOf(styleOf(styles, id), 'w:ind')).toEqual({ 'w:firstLineChars': '200', 'w:firstLine': '630' })
    }
  })

  test('numbers its pages outside: right on odd pages, left on even ones, between dashes', async () => {
    const { document, settings, footers } = await partsOf(report)

    expect(document).toMatch(/<w:footerReference w:type="default"[^>]*\/><w:footerReference w:type="even"/)
    expect(settings).toContain('<w:evenAndOddHeaders/>')
    const sides = footers.map((footer) => attributesOf(footer, 'w:jc')['w:val']).sort()
    expect(sides).toEqual(['left', 'right'])
    for (const footer of footers) {
      expect(footer).toMatch(/— .*PAGE.* —/s)
      expect(attributesOf(footer, 'w:rFonts')['w:eastAsia']).toBe('宋体')
    }
  })
})

describe('the red head', () => {
  const dress: OfficialDress = { redHead: { mark: '某区退役军人事务局文件' } }

  test('stands over the document number and the red rule', async () => {
    const { document } = await partsOf(report, dress)

    const texts = paragraphsOf(document).map(([, text]) => text)
    expect(texts.slice(0, 7)).toEqual([
      '某区退役军人事务局文件',
      '',
      '',
      '某退发〔2025〕12号',
      '',
      '',
      '某某区退役军人事务局',
    ])
    expect(attributesOf(document, 'w:bottom')).toMatchObject({ 'w:val': 'single', 'w:color': 'FF0000' })
  })

  test.each([
    ['某局文件', 40],
    ['某某省某某市某某区退役军人事务局文件', 23],
  ])('%s stands on one line, at %i pt', async (mark, points) => {
    const { document } = await partsOf(report, { redHead: { mark } })

    expect(attributesOf(document, 'w:sz')['w:val']).toBe(String(2 * points))
  })

  test('is absent from a plain report, and nothing on it is coloured', async () => {
    const { document } = await partsOf(report)

    expect(document).not.toContain('FF0000')
    expect(document).not.toContain('〔2025〕')
  })
})

describe('the table of figures', () => {
  test('repeats its header on each page and breaks no line', async () => {
    const { document } = await partsOf(report)

    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(1)
    expect(document.match(/<w:cantSplit\/>/g)).toHaveLength(document.match(/<w:tr>/g)?.length ?? 0)
    const widths = [...document.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width))
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(8844)
  })

  test('is absent where there is no appendix', async () => {
    const { document } = await partsOf({ ...report, blocks: report.blocks.filter((block) => block !== marker) })

    expect(document).not.toContain('<w:tbl>')
    expect(document).not.toContain('附件')
  })

  test('stands under the first of two appendices, which are then numbered', async () => {
    const second: Block = { kind: 'appendix', id: 'y', title: '活动照片' }
    const { document } = await partsOf({ ...report, blocks: [...report.blocks, second] })

    const texts = paragraphsOf(document).map(([, text]) => text)
    expect(texts).toContain('附件：1. 数据来源一览表')
    expect(texts).toContain('2. 活动照片')
    expect(texts.indexOf('附件1')).toBeLessThan(texts.indexOf('已开展宣讲'))
    expect(texts.indexOf('附件2')).toBeGreaterThan(texts.indexOf('手工数字'))
  })
})

test('the date ends four characters from the edge and the issuer stands centred over it', async () => {
  const { document } = await partsOf(report)

  const insets = [...document.matchAll(/<w:ind w:right="(\d+)"\/>/g)].map(([, inset]) => Number(inset) / 315)
  // 2025年6月30日 is 6.5 characters wide and the issuer 10: 4 + (6.5 - 10) / 2.
  expect(insets.map((inset) => inset.toFixed(2))).toEqual(['2.25', '4.00'])
})

test('a report without a date or an addressee leaves no empty line for them', async () => {
  const { date: _date, addressee: _addressee, ...bare } = report
  const { document } = await partsOf(bare)

  const texts = paragraphsOf(document).map(([, text]) => text)
  expect(texts).not.toContain('：')
  expect(texts.at(texts.indexOf('附件') - 1)).toBe('某某区退役军人事务局')
})

test('signs and control characters pasted into a text leave the file readable', async () => {
  const inlines = [{ kind: 'text', text: '甲\u000b乙\u0000\ud800 <丙> & "丁"' }] as const
  const { document } = await partsOf({ ...report, blocks: [{ kind: 'paragraph', id: 'p', inlines }] })

  expect(paragraphsOf(document).map(([, text]) => text)).toContain('甲乙 <丙> & "丁"')
})

function heading(id: string, level: 1 | 2 | 3, text: string): Block {
  return { kind: 'heading', id, level, inlines: [{ kind: 'text', text }] }
}

function aRow(given: Partial<FigureAppendixRow>): FigureAppendixRow {
  return {
    number: 1,
    id: 'r',
    section: '一、品牌',
    name: '指标',
    query: '口径',
    shown: '',
    exact: '',
    standing: 'bound',
    ...given,
  }
}

async function partsOf(document: ReportDocument, dress: OfficialDress = {}) {
  const files = unzip(await writeOfficialDocument(document, rows, dress))
  const read = (name: string) => files.get(`word/${name}.xml`) ?? ''
  return {
    document: read('document'),
    styles: read('styles'),
    settings: read('settings'),
    footers: [read('footer1'), read('footer2')],
  }
}

function paragraphsOf(xml: string): readonly (readonly [string, string])[] {
  return [...xml.matchAll(/<w:p>(.*?)<\/w:p>|<w:p\/>/gs)].map(([, inner = '']) => {
    const text = [...inner.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, part = '']) => part).join('')
    return [/<w:pStyle w:val="(\w+)"/.exec(inner)?.[1] ?? '', unescaped(text)]
  })
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}

function styleOf(styles: string, id: string): string {
  return new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`, 's').exec(styles)?.[0] ?? ''
}

function attributesOf(xml: string, element: string): { readonly [name: string]: string } {
  const found = new RegExp(`<${element} ([^>]*?)/?>`).exec(xml)?.[1] ?? ''
  return Object.fromEntries(
    [...found.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  )
}
