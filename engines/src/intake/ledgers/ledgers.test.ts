import { isFactKind } from '@dongzhou/terms/fact'
import { describe, expect, test } from 'vitest'
import type { Cell } from '../cell.ts'
import type { FactDraft, Ledger } from '../ledger.ts'
import { isNothing } from '../reader.ts'
import { startReading } from '../rows/start-reading.ts'
import { sampleContext, sampleIdNumber, sampleSetting } from '../sample-sheets.ts'
import { activityLedger } from './activity-ledger.ts'
import { entitledRegister } from './entitled-register.ts'
import { pairingLedger } from './pairing-ledger.ts'
import { findLedger, ledgers } from './registry.ts'
import { veteransRegister } from './veterans-register.ts'

const idNumber = sampleIdNumber('19580501', '001')

/** The values of one row of a ledger, given by the titles of its template. */
function valuesOf(ledger: Ledger, row: { readonly [title: string]: Cell }) {
  const mapping = ledger.fields.map(({ key, title }, index) => ({ index, title, field: key }))
  const cells = ledger.fields.map(({ title }) => row[title])
  const reading = startReading(ledger, mapping, sampleContext).read(2, cells)
  if (reading.kind !== 'data') throw new Error(reading.kind)
  return reading.values
}

const draftsOf = (ledger: typeof veteransRegister, row: { readonly [title: string]: Cell }) =>
  ledger.draft(valuesOf(ledger, row))
const ofKind = (drafts: readonly FactDraft[], kind: string) => drafts.filter((draft) => draft.kind === kind)

describe('every ledger kind', () => {
  test('is found by its code', () => {
    for (const ledger of ledgers) expect(findLedger(ledger.code)).toBe(ledger)
    expect(findLedger('shoe-register')).toBeUndefined()
  })

  test('has a code and a name of its own', () => {
    expect(new Set(ledgers.map((ledger) => ledger.code)).size).toBe(ledgers.length)
    expect(new Set(ledgers.map((ledger) => ledger.name)).size).toBe(ledgers.length)
  })

  test('has fields with a key and a title of their own, and a sentence of help', () => {
    for (const { fields } of ledgers) {
      expect(new Set(fields.map((field) => field.key)).size).toBe(fields.length)
      expect(new Set(fields.map((field) => field.title)).size).toBe(fields.length)
      for (const field of fields) expect([field.key, field.help.endsWith('。')]).toEqual([field.key, true])
    }
  })

  test('offers in its drop-downs only words that its readers take without a complaint', () => {
    const offered = ledgers.flatMap(({ fields }) =>
      fields.flatMap(({ key, choices, reader }) => choices.map((choice) => ({ key, choice, reader }))),
    )
    for (const { key, choice, reader } of offered) {
      expect([key, choice, isNothing(choice)]).toEqual([key, choice, false])
      expect([key, choice, reader.read(choice, sampleSetting).flaws]).toEqual([key, choice, []])
    }
  })

  test('reads a town before the villages that lean on it', () => {
    for (const { fields } of ledgers) {
      for (const [at, field] of fields.entries()) {
        if (field.within === undefined) continue
        const town = fields.findIndex((other) => other.key === field.within)
        expect([field.key, town >= 0 && town < at]).toEqual([field.key, true])
      }
    }
  })

  test('asks for something', () => {
    for (const { fields } of ledgers) expect(fields.some((field) => field.required)).toBe(true)
  })

  test('knows duplicates by fields it has', () => {
    for (const { fields, sameBy } of ledgers) {
      const keys = new Set(fields.map((field) => field.key))
      for (const key of sameBy.flat()) expect(keys.has(key)).toBe(true)
    }
  })
})

describe('the veterans’ register drafts facts', () => {
  const row = {
    姓名: '张三',
    身份证号: idNumber,
    性别: '男',
    出生日期: '1958-05-01',
    民族: '汉',
    政治面貌: '党员',
    文化程度: '初中',
    婚姻状况: '已婚',
    所属区镇: '常乐镇',
    '村（社区）': '中南村',
    居住地址: '中南村3组12号',
    户籍类别: '农村',
    联系电话: '13800000001、13900000002',
    入伍时间: '1976.12',
    退役时间: '1980年1月',
    退役类别: '义务兵',
    立功受奖: '三等功',
    立功年份: 1978,
    就业情况: '务农',
    年收入: '12,000元',
  }

  test('of who it is, where and how', () => {
    const drafts = draftsOf(veteransRegister, row)

    expect(ofKind(drafts, 'name')).toMatchObject([
      { value: { name: '张三' }, certainty: 'stated', validFrom: undefined },
    ])
    expect(ofKind(drafts, 'id-number')).toMatchObject([{ value: { idNumber } }])
    expect(ofKind(drafts, 'sex')).toMatchObject([{ value: { sex: 'male' }, certainty: 'stated' }])
    expect(ofKind(drafts, 'birth')).toMatchObject([{ value: { day: '1958-05-01', precision: 'day' } }])
    expect(ofKind(drafts, 'ethnicity')).toMatchObject([{ value: { ethnicity: '汉族' } }])
    expect(ofKind(drafts, 'political-status')).toMatchObject([{ value: { status: '中共党员' } }])
    expect(ofKind(drafts, 'residence')).toMatchObject([
      { value: { division: '999999103201', address: '中南村3组12号' } },
    ])
    expect(ofKind(drafts, 'household-registration')).toMatchObject([{ value: { kind: 'rural' } }])
    expect(ofKind(drafts, 'phone').map((draft) => draft.value)).toEqual([
      { phone: '13800000001' },
      { phone: '13900000002' },
    ])
    expect(ofKind(drafts, 'income')).toMatchObject([{ value: { yearly: 1_200_000 } }])
    expect(ofKind(drafts, 'merit')).toMatchObject([{ value: { class: '三等功', year: 1978 } }])
    expect(ofKind(drafts, 'employment')).toMatchObject([{ value: { state: '务农' } }])
  })

  test('of service, valid for the time served', () => {
    const [service] = ofKind(draftsOf(veteransRegister, row), 'service')

    expect(service).toMatchObject({
      validFrom: '1976-12-01',
      validTo: '1980-01-01',
      value: { enlisted: { precision: 'month' }, discharged: { precision: 'month' }, category: '退役义务兵' },
    })
  })

  test('of being a veteran, whatever else the row says', () => {
    const identities = (change: { readonly [title: string]: Cell }) =>
      ofKind(draftsOf(veteransRegister, { ...row, ...change }), 'identity').map((draft) => draft.value)

    expect(identities({})).toEqual([{ identity: 'veteran' }])
    expect(identities({ 身份类别: '参战、退役军人' })).toEqual([
      { identity: 'war-participant' },
      { identity: 'veteran' },
    ])
  })

  test('of birth and sex by the ID number where the row has none, marked as derived', () => {
    const drafts = draftsOf(veteransRegister, { 姓名: '张三', 身份证号: idNumber })

    expect(ofKind(drafts, 'sex')).toMatchObject([{ value: { sex: 'male' }, certainty: 'derived' }])
    expect(ofKind(drafts, 'birth')).toMatchObject([{ value: { day: '1958-05-01' }, certainty: 'derived' }])
  })

  test('of the town alone where no village is given', () => {
    const drafts = draftsOf(veteransRegister, { 姓名: '张三', 身份证号: idNumber, 所属区镇: '常乐镇' })

    expect(ofKind(drafts, 'residence')).toMatchObject([{ value: { division: '999999103000' } }])
  })

  test('of death from the day of death', () => {
    const drafts = draftsOf(veteransRegister, { ...row, 去世日期: '2024年3月' })

    expect(ofKind(drafts, 'death')).toMatchObject([
      { value: { day: '2024-03-01', precision: 'month' }, validFrom: '2024-03-01' },
    ])
  })

  test('and nothing of what the row leaves blank', () => {
    const kinds = draftsOf(veteransRegister, { 姓名: '张三', 身份证号: idNumber }).map((draft) => draft.kind)

    expect(new Set(kinds)).toEqual(new Set(['name', 'id-number', 'sex', 'birth', 'identity']))
  })

  test('only of kinds there are', () => {
    for (const { kind } of draftsOf(veteransRegister, row)) expect(isFactKind(kind)).toBe(true)
  })
})

describe('the entitled persons’ register drafts facts', () => {
  const row = {
    姓名: '张三',
    身份证号: idNumber,
    优抚类别: '残疾、参战',
    证书编号: '苏军F000001',
    批准日期: '2010-08-01',
  }

  test('of each identity, from its approval, with its certificate', () => {
    expect(ofKind(draftsOf(entitledRegister, row), 'identity')).toMatchObject([
      { value: { identity: 'disabled-veteran', certificate: '苏军F000001' }, validFrom: '2010-08-01' },
      { value: { identity: 'war-participant', certificate: '苏军F000001' }, validFrom: '2010-08-01' },
    ])
  })

  test.each<[string, { readonly [title: string]: Cell }, unknown]>([
    ['in one column', { 残疾等级: '因公六级' }, [{ grade: 6, nature: 'duty' }]],
    ['in two columns', { 残疾等级: '6级', 残疾性质: '因战' }, [{ grade: 6, nature: 'war' }]],
    [
      'the column of the nature before the cell’s',
      { 残疾等级: '因公六级', 残疾性质: '因战' },
      [{ grade: 6, nature: 'war' }],
    ],
    ['not without its nature', { 残疾等级: '六级' }, []],
    ['not without its grade', { 残疾性质: '因战' }, []],
  ])('of a disability: %s', (_, change, expected) => {
    expect(ofKind(draftsOf(entitledRegister, { ...row, ...change }), 'disability').map((draft) => draft.value)).toEqual(
      expected,
    )
  })

  test.each([
    ['残疾', 'disability-pension'],
    ['烈士遗属', 'survivor-pension'],
    ['因公牺牲军人遗属', 'survivor-pension'],
    ['病故军人遗属', 'survivor-pension'],
    ['在乡复员军人', 'demobilised-subsidy'],
    ['带病回乡', 'ill-returned-subsidy'],
    ['参战', 'war-participant-subsidy'],
    ['参试', 'nuclear-test-subsidy'],
    ['60周岁农村籍退役士兵', 'rural-veteran-subsidy'],
    ['老烈子女', 'martyr-child-subsidy'],
  ])('of the award that %s draws, approved on its day', (identity, benefit) => {
    const drafts = draftsOf(entitledRegister, { ...row, 优抚类别: identity, 批准日期: '2015-07-08' })

    expect(ofKind(drafts, 'award')).toMatchObject([
      { value: { benefit, approved: '2015-07-08' }, validFrom: undefined, validTo: undefined },
    ])
  })

  test.each<[string, { readonly [title: string]: Cell }, readonly string[]]>([
    ['two identities draw two', {}, ['disability-pension', 'war-participant-subsidy']],
    ['two kinds of survivor draw one', { 优抚类别: '烈属、病故军人遗属' }, ['survivor-pension']],
    ['a veteran draws none', { 优抚类别: '退役军人' }, []],
    ['without a day there is none', { 批准日期: undefined }, []],
    ['a year alone is none', { 批准日期: '2010年' }, []],
    ['a month is one', { 批准日期: '2010年8月', 优抚类别: '参战' }, ['war-participant-subsidy']],
    ['who draws has one', { 待遇状态: '正常', 优抚类别: '参战' }, ['war-participant-subsidy']],
    ['who was stopped has none', { 待遇状态: '停发', 优抚类别: '参战' }, []],
    ['who moved away has none', { 待遇状态: '迁移', 优抚类别: '参战' }, []],
    ['who has the identity only has none', { 待遇状态: '身份认定不享受待遇', 优抚类别: '参战' }, []],
    ['who is suspended has none', { 待遇状态: '中止', 优抚类别: '参战' }, []],
  ])('of awards: %s', (_, change, benefits) => {
    const awards = ofKind(draftsOf(entitledRegister, { ...row, ...change }), 'award')

    expect(awards.map(({ value }) => ('benefit' in value ? value.benefit : undefined))).toEqual(benefits)
  })

  test('of no identity that was refused', () => {
    expect(ofKind(draftsOf(entitledRegister, { ...row, 待遇状态: '不予认定' }), 'identity')).toEqual([])
    expect(ofKind(draftsOf(entitledRegister, { ...row, 待遇状态: '停发' }), 'identity')).toHaveLength(2)
  })

  test('of a rating on the day of approval, where nothing else was approved', () => {
    const disability = (change: { readonly [title: string]: Cell }) =>
      ofKind(draftsOf(entitledRegister, { ...row, 残疾等级: '因病五级', ...change }), 'disability')[0]?.value

    expect(disability({ 优抚类别: '残疾', 是否精神病: '是' })).toEqual({
      grade: 5,
      nature: 'illness',
      approved: '2010-08-01',
      mental: true,
    })
    expect(disability({ 优抚类别: '残疾、退役军人', 是否精神病: '否' })).toMatchObject({
      approved: '2010-08-01',
      mental: false,
    })
    expect(disability({})).toMatchObject({ approved: undefined })
    expect(disability({ 评残日期: '1999-03-04' })).toMatchObject({ approved: '1999-03-04' })
    expect(disability({ 优抚类别: '残疾', 批准日期: '2010年' })).toMatchObject({ approved: undefined })
  })

  test.each<[string, { readonly [title: string]: Cell }, unknown]>([
    ['a widow', { 与牺牲病故军人关系: '遗孀' }, { of: 'martyr', relation: 'spouse' }],
    [
      'a mother without means',
      { 与牺牲病故军人关系: '母亲', 领取依据: '无生活来源' },
      { of: 'martyr', relation: 'parent', ground: 'no-means' },
    ],
    [
      'a daughter at school',
      { 与牺牲病故军人关系: '女儿', 是否正在上学: '是', 是否残疾: '否' },
      { of: 'martyr', relation: 'child', ground: 'studying' },
    ],
    [
      'a disabled son at school',
      { 与牺牲病故军人关系: '子', 是否正在上学: '是', 是否残疾: '是' },
      { of: 'martyr', relation: 'child', ground: 'disabled' },
    ],
    [
      'a brother whom the soldier supported',
      { 与牺牲病故军人关系: '弟', 是否由军人生前供养: '是' },
      { of: 'martyr', relation: 'sibling', supported: true },
    ],
    [
      'a disabled brother, whom the law gives no such ground',
      { 与牺牲病故军人关系: '弟', 是否残疾: '是' },
      { of: 'martyr', relation: 'sibling', ground: undefined },
    ],
    [
      'with the name of the one who fell',
      { 与牺牲病故军人关系: '子女', 牺牲病故军人姓名: '李四' },
      { of: 'martyr', relation: 'child', deceased: '李四' },
    ],
  ])('of a survivor: %s', (_, change, value) => {
    const drafts = draftsOf(entitledRegister, { ...row, 优抚类别: '烈属', ...change })

    expect(ofKind(drafts, 'survivor').map((draft) => draft.value)).toEqual([expect.objectContaining(value)])
  })

  test('of no survivor by what somebody is to the head of the household', () => {
    const wife = draftsOf(entitledRegister, { ...row, 优抚类别: '烈属', 与户主关系: '配偶' })
    const unknown = draftsOf(entitledRegister, { ...row, 优抚类别: '烈属', 与牺牲病故军人关系: '其他' })

    expect(ofKind(wife, 'survivor')).toEqual([])
    expect(ofKind(unknown, 'survivor')).toEqual([])
    expect(ofKind(draftsOf(entitledRegister, { ...row, 与牺牲病故军人关系: '配偶' }), 'survivor')).toEqual([])
  })

  test.each<[string, { readonly [title: string]: Cell }, unknown]>([
    ['care at home', { 供养方式: '分散' }, { kind: 'care', value: { mode: 'dispersed' } }],
    ['care in a hospital', { 供养方式: '集中供养' }, { kind: 'care', value: { mode: 'pooled' } }],
    ['an old one alone', { 是否孤老: '√', 是否孤儿: '否' }, { kind: 'lone', value: { kind: 'alone' } }],
    ['an orphan', { 是否孤儿: 1 }, { kind: 'lone', value: { kind: 'orphan' } }],
  ])('of %s', (_, change, fact) => {
    const drafts = draftsOf(entitledRegister, { ...row, ...change })

    expect(drafts.filter(({ kind }) => kind === 'care' || kind === 'lone')).toEqual([expect.objectContaining(fact)])
  })

  test('of no care and nobody alone where the ledger says no, or says both', () => {
    const said = [
      { 供养方式: '不供养', 是否孤老: '否' },
      { 是否孤老: '是', 是否孤儿: '是' },
    ]

    for (const change of said) {
      const kinds = draftsOf(entitledRegister, { ...row, ...change }).map(({ kind }) => kind)
      expect(kinds).not.toContain('care')
      expect(kinds).not.toContain('lone')
    }
  })

  test('of the conscript years apart from the whole service, and of the years as decided', () => {
    const drafts = draftsOf(entitledRegister, {
      ...row,
      优抚类别: '60周岁',
      批准日期: '2018-06-05',
      入伍时间: '1976.12',
      退役时间: '1985年1月',
      服义务兵开始时间: '1976.12',
      服义务兵结束时间: '1980年12月',
      折算年限: '4年',
    })

    expect(ofKind(drafts, 'service')[0]?.value).toMatchObject({
      conscriptFrom: { day: '1976-12-01', precision: 'month' },
      conscriptTo: { day: '1980-12-01', precision: 'month' },
      discharged: { day: '1985-01-01' },
    })
    expect(ofKind(drafts, 'award')[0]?.value).toMatchObject({ benefit: 'rural-veteran-subsidy', years: 4 })
  })

  test('of years only where a benefit counts them', () => {
    const drafts = draftsOf(entitledRegister, { ...row, 优抚类别: '参战', 折算年限: 4 })

    expect(ofKind(drafts, 'award')[0]?.value).toMatchObject({ years: undefined })
  })

  test('of the account, in the person’s name unless another holder is named', () => {
    const account = { 开户银行: '农商行', 银行账户: '6228480402564890018' }
    const value = (change: { readonly [title: string]: Cell }) =>
      ofKind(draftsOf(entitledRegister, { ...row, ...account, ...change }), 'bank-account')[0]?.value

    expect(value({})).toEqual({ bank: '农商行', account: '6228480402564890018', holder: '张三' })
    expect(value({ 开户名称: '李四' })).toMatchObject({ holder: '李四' })
  })

  test('not of the amount: what is payable comes from the rules', () => {
    const withAmount = draftsOf(entitledRegister, { ...row, 月发放标准: 1200 })

    expect(withAmount).toEqual(draftsOf(entitledRegister, row))
  })
})

describe('the activity ledger drafts an event', () => {
  const row = {
    活动日期: '2025-03-05',
    活动名称: '红在东洲宣讲一',
    所属系列: '红在东洲',
    参加人次: '约120人',
    计数方式: '签到表',
  }

  test('with its attendance and how it was counted', () => {
    expect(activityLedger.draft(valuesOf(activityLedger, { ...row, 合作单位: '甲校、乙校' }))).toMatchObject({
      title: '红在东洲宣讲一',
      series: '红在东洲',
      date: { day: '2025-03-05', precision: 'day' },
      attendance: 120,
      counting: 'list',
      partners: ['甲校', '乙校'],
      place: undefined,
    })
  })

  test('that is planned for a day to come', () => {
    expect(activityLedger.draft(valuesOf(activityLedger, { ...row, 活动日期: '2025-08-01' }))?.date.day).toBe(
      '2025-08-01',
    )
  })

  test('only with a title and a date', () => {
    expect(activityLedger.draft(valuesOf(activityLedger, { ...row, 活动名称: '' }))).toBeUndefined()
    expect(activityLedger.draft(valuesOf(activityLedger, { ...row, 活动日期: '某日' }))).toBeUndefined()
  })
})

describe('the pairing ledger drafts a pair', () => {
  const row = {
    结对单位: '区某局',
    结对对象姓名: '张三',
    联系人: '李四',
    联系人电话: '13800000001',
    计划走访次数: '4次',
  }

  test('with its contact and plan', () => {
    expect(pairingLedger.draft(valuesOf(pairingLedger, row))).toMatchObject({
      organisation: '区某局',
      personName: '张三',
      contact: '李四',
      contactPhones: ['13800000001'],
      plannedVisits: 4,
      visits: [],
      help: undefined,
    })
  })

  test('with one visit and the help given on it', () => {
    const values = valuesOf(pairingLedger, { ...row, 走访日期: '2025.1.15', 帮扶内容: '慰问金500元' })

    expect(pairingLedger.draft(values)).toMatchObject({
      visits: [{ date: { day: '2025-01-15' }, help: '慰问金500元' }],
      help: undefined,
    })
  })

  test('with as many helps as visits, each to its own', () => {
    const values = valuesOf(pairingLedger, {
      ...row,
      走访日期: '2025.1.15、2025.5.3',
      帮扶内容: '慰问金500元；联系就医',
    })

    expect(pairingLedger.draft(values)?.visits.map((visit) => visit.help)).toEqual(['慰问金500元', '联系就医'])
  })

  test('never counting one help for two visits', () => {
    const values = valuesOf(pairingLedger, { ...row, 走访日期: '2025.1.15、2025.5.3', 帮扶内容: '慰问金500元' })

    expect(pairingLedger.draft(values)).toMatchObject({
      visits: [{ help: undefined }, { help: undefined }],
      help: '慰问金500元',
    })
  })

  test('only with both sides', () => {
    expect(pairingLedger.draft(valuesOf(pairingLedger, { ...row, 结对单位: '' }))).toBeUndefined()
    expect(pairingLedger.draft(valuesOf(pairingLedger, { ...row, 结对对象姓名: '' }))).toBeUndefined()
  })

  test('with the person’s village', () => {
    const values = valuesOf(pairingLedger, { ...row, 所属区镇: '悦来镇', '所在村（社区）': '中心村' })

    expect(pairingLedger.draft(values)?.division).toBe('999999104201')
  })
})
