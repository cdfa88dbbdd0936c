import { FactDraft } from '@dongzhou/contract/fact-draft'
import { type FactKind, factKinds } from '@dongzhou/terms/fact'
import { expect, test } from 'vitest'
import { idNumberComplaint, readFact, textsOf } from './fact-entry.ts'
import { factFields } from './fact-form.ts'

const VILLAGE = '999999102201'
const filled: { readonly [K in FactKind]: Readonly<Record<string, string>> } = {
  name: { name: '王测试' },
  // Address code 999999 belongs to no place: the number is synthetic, its check character right.
  'id-number': { idNumber: '99999919580101018X' },
  sex: { sex: 'male' },
  birth: { day: '1958年1月1日' },
  ethnicity: { ethnicity: '汉族' },
  'political-status': { status: '群众' },
  education: { level: '初中' },
  'marital-status': { status: '已婚' },
  residence: { division: VILLAGE, address: '3组28号' },
  'household-registration': { kind: 'rural', division: VILLAGE, address: '3组' },
  phone: { phone: '19900000000' },
  service: {
    enlisted: '1978年3月',
    discharged: '1981年',
    conscriptFrom: '1978年3月',
    conscriptTo: '1981年3月5日',
    category: '复员',
    rank: '上等兵',
    dischargeNumber: '测字1号',
  },
  identity: { identity: 'disabled-veteran', certificate: '测字2号' },
  disability: { grade: '5', nature: 'illness', approved: '1990-07-01', mental: 'yes' },
  merit: { class: '三等功', year: '1979', on: '1979-03-16', wartime: 'no' },
  'bank-account': { bank: '测试银行', account: '9999000011112222', holder: '王测试' },
  employment: { state: '在岗', employer: '测试厂' },
  income: { yearly: '12345.60' },
  hardship: { kind: '低保' },
  health: { finding: '测试' },
  'pension-insurance': { kind: '未参保' },
  death: { day: '2020年' },
  award: { benefit: 'rural-veteran-subsidy', approved: '2018-06-01', document: '测批字1号', years: '4' },
  care: { mode: 'pooled' },
  survivor: { of: 'martyr', relation: 'child', ground: 'studying', supported: 'no', deceased: '王测试' },
  conscription: { approved: '2023-09-01', region: 'tibet', student: 'college', left: '2024-03-01', how: 'unfit' },
  suspension: { ground: '被通缉', document: '测止字1号' },
  lone: { kind: 'alone' },
  'death-cause': { cause: 'on-duty', basePay: '8765.43', honour: '一等战功' },
  arrangement: { mode: 'assigned-work', reported: '2024-09-10', letter: '2024-12-20' },
}
const kinds = Object.keys(factKinds) as readonly FactKind[]

test.each(kinds)('a filled form of %s is what the contract takes', (kind) => {
  const reading = readFact(kind, filled[kind], { from: '2020-01-01' })

  expect(reading.kind).toBe('fact')
  expect(FactDraft.safeParse(reading.kind === 'fact' ? reading.fact : undefined).error).toBeUndefined()
})

test.each(kinds)('a correction of %s begins with what is on file', (kind) => {
  const reading = readFact(kind, filled[kind])

  expect(textsOf(kind, reading.kind === 'fact' ? { ...reading.fact.value } : null)).toEqual(filled[kind])
})

test.each(kinds)('an empty form of %s says which fields are missing', (kind) => {
  const reading = readFact(kind, {})
  const wanted = factFields[kind].filter((field) => field.isRequired).map((field) => field.key)

  expect(reading).toMatchObject({ kind: 'wrong' })
  expect(Object.keys(reading.kind === 'wrong' ? reading.complaints : {})).toEqual(
    wanted.length > 0 ? wanted : ['enlisted'],
  )
})

test('nothing is known of a sealed value, so a correction of it begins empty', () => {
  expect(textsOf('phone', null)).toEqual({})
})

test.each([
  ['merit', { class: '三等功', year: '1800' }, 'year'],
  ['income', { yearly: '一万' }, 'yearly'],
  ['bank-account', { bank: '测试银行', account: '123', holder: '王测试' }, 'account'],
  ['phone', { phone: '123' }, 'phone'],
  ['birth', { day: '1958.2.30' }, 'day'],
  ['name', { name: '测'.repeat(51) }, 'name'],
  ['disability', { grade: '7', nature: 'illness' }, 'grade'],
  ['service', { conscriptFrom: '1981年', conscriptTo: '1980年' }, 'conscriptTo'],
  ['service', { conscriptFrom: '1981年5月1日', conscriptTo: '1981年5月1日' }, 'conscriptTo'],
  ['award', { benefit: 'rural-veteran-subsidy', approved: '2018-02-30' }, 'approved'],
  ['award', { benefit: 'rural-veteran-subsidy', approved: '2018-02-01', years: '41' }, 'years'],
  ['survivor', { of: 'martyr', relation: 'parent', ground: 'studying' }, 'ground'],
  ['survivor', { of: 'martyr', relation: 'sibling', ground: 'disabled' }, 'ground'],
  ['conscription', { approved: '2023-09-01', left: '2023-08-31' }, 'left'],
  ['conscription', { approved: '2023-09-01', how: 'unfit' }, 'left'],
  ['arrangement', { mode: 'assigned-work', reported: '2024-09-10', letter: '2024-09-09' }, 'letter'],
  ['death-cause', { cause: 'on-duty', basePay: '1.234' }, 'basePay'],
] as const)('%s filled in wrongly is complained of at its field', (kind, texts, field) => {
  const reading = readFact(kind, texts)

  expect(reading.kind === 'wrong' && Object.keys(reading.complaints)).toEqual([field])
})

test.each([
  ['disability', { grade: '6', nature: 'illness' }],
  ['service', { conscriptFrom: '1981年', conscriptTo: '1981年' }],
  ['survivor', { of: 'duty', relation: 'spouse', ground: 'low-income' }],
  ['survivor', { of: 'duty', relation: 'spouse', ground: 'remarried' }],
  ['survivor', { of: 'illness', relation: 'sibling', ground: 'none', supported: 'no' }],
  ['conscription', { approved: '2023-09-01', left: '2023-09-01', how: 'unfit' }],
  ['arrangement', { mode: 'assigned-work', reported: '2024-09-10', letter: '2024-09-10' }],
] as const)('%s at the very edge of what makes sense is taken', (kind, texts) => {
  expect(readFact(kind, texts)).toMatchObject({ kind: 'fact' })
})

test('yuan become fen, and a no is said as no', () => {
  expect(readFact('death-cause', { cause: 'on-duty', basePay: '8765.43' })).toMatchObject({
    fact: { value: { cause: 'on-duty', basePay: 876_543 } },
  })
  expect(readFact('merit', { class: '三等功', wartime: 'no' })).toMatchObject({
    fact: { value: { class: '三等功', wartime: false } },
  })
})

test('a fact cannot end before it began', () => {
  expect(readFact('name', { name: '王测试' }, { from: '2020-01-01', to: '2020-01-01' })).toMatchObject({
    kind: 'wrong',
    complaints: { validTo: '终止日期应晚于起始日期。' },
  })
})

test.each([
  ['99999919580101018X', undefined],
  ['99999919580101018x', undefined],
  ['999999195801010180', '末位校验码应为 X，现为 0。请核对证件。'],
  ['99999919580230001X', '号码中的出生日期不存在。请核对证件。'],
  ['9999991958010100', '应为18位，现为16位。请核对证件。'],
  ['99999919580101A01X', '只能是数字，末位可为 X。请核对证件。'],
  ['999999580101001', undefined],
])('the number %s is judged: %s', (text, say) => {
  expect(idNumberComplaint(text)).toBe(say)
})
