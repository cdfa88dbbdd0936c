import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fenOfYuan, plainYuan } from './amounts.ts'
import { type BankBatch, type BankRow, type Layout, LayoutOverflow, type TextEncoding } from './layout.ts'
import { layouts } from './layouts.ts'
import { readReturn, reasonOf } from './read-return.ts'
import { type RowAnswer, writeBatch, writeReturn } from './write-batch.ts'

const utf8: TextEncoding = {
  encode: (text) => new TextEncoder().encode(text),
  decode: (bytes) => new TextDecoder('utf-8', { fatal: true }).decode(bytes),
}

/** Enough of GB18030 for the tests: the two-byte Chinese of GB 2312 and ASCII, by the decoder turned round. */
const gb: TextEncoding = (() => {
  const codes = new Map<string, readonly number[]>()
  for (let lead = 0xa1; lead <= 0xf7; lead += 1)
    for (let trail = 0xa1; trail <= 0xfe; trail += 1)
      codes.set(new TextDecoder('gb18030').decode(Uint8Array.of(lead, trail)), [lead, trail])
  return {
    encode: (text) => Uint8Array.from([...text].flatMap((one) => codes.get(one) ?? [one.charCodeAt(0)])),
    decode: (bytes) => new TextDecoder('gb18030', { fatal: true }).decode(bytes),
  }
})()

const encodingOf = ({ encoding }: Layout) => (encoding === 'gb18030' ? gb : utf8)

const word = fc.stringMatching(/^[甲乙丙丁戊己庚辛张李王"，,;A-Za-z]{1,12}$/)
const digits = (length: number) => fc.stringMatching(new RegExp(`^[1-9][0-9]{${length - 1}}$`))
const row: fc.Arbitrary<BankRow> = fc.record({
  reference: digits(8),
  name: word,
  idNumber: digits(18),
  bank: word,
  account: digits(19),
  amount: fc.integer({ min: 1, max: 99_999_999_99 }),
  note: word,
})
const batch: fc.Arbitrary<BankBatch> = fc.record({
  batch: fc.constantFrom('999999-202506-000001-1', '999999-202507-000012-3'),
  issuer: word,
  rows: fc.uniqueArray(row, { selector: ({ reference }) => reference, minLength: 1, maxLength: 20 }),
})

const sample: BankBatch = {
  batch: '999999-202506-000001-1',
  issuer: '测试局',
  rows: [aRow('10000001', 200_000), aRow('10000002', 123_456), aRow('10000003', 1)],
}

function aRow(reference: string, amount: number): BankRow {
  return {
    reference,
    name: '张三',
    idNumber: '999999195003050018',
    bank: '农商行',
    account: '6228480402564890018',
    amount,
    note: '六月',
  }
}

const paidBy = (layout: Layout): RowAnswer => ({ outcome: layout.returns?.paid[0] ?? '', reason: '' })

describe.each(layouts.map((layout) => [layout.code, layout] as const))('%s', (_code, layout) => {
  const encoding = encodingOf(layout)
  const answered = (answers: readonly RowAnswer[], of = sample) => writeReturn(layout, of, encoding, answers)
  const all = (of = sample) => of.rows.map(() => paidBy(layout))
  const read = (bytes: Uint8Array, of = sample) => readReturn(layout, bytes, of, encoding)
  const refusal = (bytes: Uint8Array) => {
    const answer = read(bytes)
    return answer.kind === 'refused'
      ? answer.complaints.map(({ where, say }) => `${where}：${say}`).join('\n')
      : 'taken'
  }

  test('what was written comes back as it was, whoever the people and whatever the amounts', () => {
    fc.assert(
      fc.property(batch, fc.array(fc.boolean()), (one, outcomes) => {
        const answers = one.rows.map((_, at): RowAnswer => {
          const isPaid = outcomes[at] ?? true
          return isPaid ? paidBy(layout) : { outcome: layout.returns?.failed[0] ?? '', reason: '已销户' }
        })

        const answer = read(answered(answers, one), one)

        expect(answer).toEqual({
          kind: 'taken',
          waiting: 0,
          outcomes: one.rows.map(({ reference }, at) =>
            (outcomes[at] ?? true)
              ? { reference, isPaid: true, reason: undefined, words: '' }
              : { reference, isPaid: false, reason: 'account-closed', words: '已销户' },
          ),
        })
      }),
    )
  })

  test('the same batch is the same bytes, whenever it is written', () => {
    expect(writeBatch(layout, sample, encoding)).toEqual(writeBatch(layout, structuredClone(sample), encoding))
  })

  test('a file cut off in the middle is refused, wherever it was cut', () => {
    const whole = answered(all())
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.length - 1 }), (length) => {
        expect(read(whole.slice(0, length)).kind).toBe('refused')
      }),
    )
  })

  test('a file without its last line is refused, and says which are missing or what does not add up', () => {
    const whole = answered(all())
    const lines = encoding.decode(whole).split('\r\n')
    lines.splice(lines.length - (layout.foot ? 3 : 2), 1)

    expect(refusal(encoding.encode(lines.join('\r\n')))).toMatch(/缺业务编号 10000003|笔数写明 3 笔，文件里有 2 笔/)
  })

  test('a part of the batch is taken where the file counts its lines, and each line once', () => {
    const [first, ...rest] = sample.rows
    const [part, other] = [
      { ...sample, rows: first ? [first] : [] },
      { ...sample, rows: rest },
    ]
    if (!layout.foot) {
      expect(refusal(answered(all(part), part))).toContain('待回盘 3 笔，文件里只有 1 笔，缺业务编号')
      return
    }
    const done = new Set(part.rows.map(({ reference }) => reference))
    const after = (of: BankBatch) => readReturn(layout, answered(all(of), of), { ...sample, answered: done }, encoding)

    expect(read(answered(all(part), part))).toMatchObject({ kind: 'taken', waiting: 2, outcomes: { length: 1 } })
    expect(after(other)).toMatchObject({ kind: 'taken', waiting: 0, outcomes: { length: 2 } })
    expect(after(sample)).toMatchObject({
      kind: 'refused',
      complaints: [{ say: expect.stringContaining('已在先前导入的回盘中处理') }],
    })
  })

  test('a file without any line is refused', () => {
    const none = { ...sample, rows: [] }

    expect(refusal(answered([], none))).toMatch(/一笔也没有|缺业务编号/)
  })

  test("somebody else's batch is refused with both numbers", () => {
    const other = { ...sample, batch: '999999-202506-000099-1' }

    expect(refusal(answered(all(), other))).toContain('999999-202506-000099-1')
    expect(refusal(answered(all(), other))).toContain('请向银行索取本批次的回盘文件')
  })

  test('a file of another layout is refused, and names the layout that was chosen', () => {
    for (const foreign of layouts.filter((one) => one !== layout)) {
      const bytes = writeReturn(
        foreign,
        sample,
        encodingOf(foreign),
        sample.rows.map(() => paidBy(foreign)),
      )

      expect(refusal(bytes)).not.toBe('taken')
    }
  })

  test('the file that was sent out is no return', () => {
    expect(refusal(writeBatch(layout, sample, encoding))).not.toBe('taken')
  })

  test.each<[string, Partial<BankRow>, RegExp]>([
    ['one fen more', { amount: 200_001 }, /金额与送盘不一致/],
    ['another account', { account: '6228480402564890026' }, /账号与送盘不一致/],
    ['another name', { name: '李四' }, /户名与送盘不一致/],
    ['a row of another batch', { reference: '99999999' }, /业务编号“99999999”不在本批次中/],
    ['a row twice', { reference: '10000002', amount: 123_456 }, /重复出现/],
  ])('a hand-edited file with %s is refused, with its line', (_what, change, say) => {
    const [first, ...rest] = sample.rows
    const edited = { ...sample, rows: [{ ...(first ?? aRow('1', 1)), ...change }, ...rest] }

    expect(refusal(answered(all(), edited))).toMatch(say)
    expect(refusal(answered(all(), edited))).toMatch(/第 \d+ 行/)
  })

  test('a result nobody knows is refused, and says what it should be', () => {
    expect(refusal(answered([{ outcome: '?', reason: '' }, ...all().slice(1)]))).toContain('不认识的处理结果“?”')
    expect(refusal(answered([{ outcome: '', reason: '' }, ...all().slice(1)]))).toContain('没有处理结果')
  })

  test('a file larger than any return of so few can be is refused without being taken apart', () => {
    const ends = new Uint8Array(5_000_000).fill(10)

    expect(refusal(ends)).toContain('本批次送盘 3 笔，回盘不会有这么大')
  })

  test('what a cell holds too much is not repeated in full', () => {
    const long = { ...sample, batch: '9'.repeat(500) }
    const whole = layout.format === 'csv' ? answered(all(), long) : new Uint8Array(500).fill(57)

    expect(refusal(whole).length).toBeLessThan(2_000)
    expect(refusal(whole)).not.toContain('9'.repeat(100))
  })

  test('an empty file is refused', () => {
    expect(refusal(new Uint8Array())).toContain('空文件')
  })
})

test.each(['=HYPERLINK("http://a","甲")', '+86', '-1', '@SUM(A1)', '\t甲'])(
  'a holder called %j stops a table: a spreadsheet would carry it out',
  (name) => {
    const [first, ...rest] = sample.rows
    const batchOf = { ...sample, rows: [{ ...(first ?? aRow('1', 1)), name }, ...rest] }

    for (const layout of layouts.filter(({ format }) => format === 'csv'))
      expect(() => writeBatch(layout, batchOf, encodingOf(layout))).toThrow(LayoutOverflow)
  },
)

test('totals that do not add up are refused where a layout carries them', () => {
  const layout = layouts.find(({ code }) => code === 'generic-csv') ?? layouts[0]
  if (!layout) throw new Error('no layout')
  const whole = utf8.decode(
    writeReturn(
      layout,
      sample,
      utf8,
      sample.rows.map(() => paidBy(layout)),
    ),
  )
  const wrong = utf8.encode(whole.replace(`,${plainYuan(323_457)}`, ',9999.99'))

  const answer = readReturn(layout, wrong, sample, utf8)

  expect(answer).toMatchObject({
    kind: 'refused',
    complaints: [{ say: expect.stringContaining('总金额与各笔之和不相等') }],
  })
})

test('a name too long for its column stops the file: it is never cut', () => {
  const fixed = layouts.find(({ format }) => format === 'fixed')
  if (!fixed) throw new Error('no layout')
  const long = { ...sample, rows: [{ ...aRow('1', 1), name: '甲'.repeat(31) }] }

  expect(() => writeBatch(fixed, long, gb)).toThrow(LayoutOverflow)
  const exact = { ...sample, rows: [{ ...aRow('1', 1), name: '甲'.repeat(30) }] }
  expect(() => writeBatch(fixed, exact, gb)).not.toThrow()
})

test.each([
  ['账号已挂失，不能入账', 'account-frozen'],
  ['户名不符', 'name-mismatch'],
  ['02', 'name-mismatch'],
  ['账号6228010203', 'other'],
  ['长期不动户', 'account-dormant'],
  ['', 'other'],
])('a bank says %s: %s', (words, reason) => {
  const returns = layouts[0]?.returns
  if (!returns) throw new Error('no layout')

  expect(reasonOf(words, returns)).toBe(reason)
})

test('yuan and fen go there and back without a float', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (amount) => {
      expect(fenOfYuan(plainYuan(amount))).toBe(amount)
    }),
  )
  expect(['1.234', '1e5', '', '-1', '１'].map(fenOfYuan)).toEqual(Array(5).fill(undefined))
})
