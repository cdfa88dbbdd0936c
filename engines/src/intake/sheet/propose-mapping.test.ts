import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cell } from '../cell.ts'
import type { Ledger } from '../ledger.ts'
import { activityLedger } from '../ledgers/activity-ledger.ts'
import { entitledRegister } from '../ledgers/entitled-register.ts'
import { pairingLedger } from '../ledgers/pairing-ledger.ts'
import { ledgers } from '../ledgers/registry.ts'
import { veteransRegister } from '../ledgers/veterans-register.ts'
import { aSheet, sampleIdNumber } from '../sample-sheets.ts'
import { guessLedger } from './guess-ledger.ts'
import { proposeMapping, rememberMapping } from './propose-mapping.ts'
import { recogniseTable, type TableReading } from './recognise-table.ts'
import { bareTitle, matchTitle, normaliseTitle, vocabularyOf } from './title.ts'

/** A table with these titles, on row 0. */
function aTable(...titles: readonly string[]): TableReading {
  const columns = titles.map((title, index) => ({
    index,
    title,
    path: title === '' ? [] : title.split('/'),
    hidden: false,
  }))
  return { headerTop: 0, headerBottom: 0, columns, caption: '' }
}

const fieldsOf = (table: TableReading, ledger: Ledger, samples: readonly (readonly Cell[])[] = []) =>
  proposeMapping(table, samples, ledger).map((proposal) => proposal.field)

const ids = [sampleIdNumber('19580501'), sampleIdNumber('19600601', '002'), sampleIdNumber('19550701', '003')]

describe('titles are compared without their dress', () => {
  test.each([
    ['姓 名', '姓名'],
    ['姓　名', '姓名'],
    ['*姓名', '姓名'],
    ['姓名*', '姓名'],
    ['姓名：', '姓名'],
    ['1.姓名', '姓名'],
    ['一、姓名', '姓名'],
    ['姓名（必填）', '姓名'],
    ['姓名必填', '姓名'],
    ['身份证\n号码', '身份证号码'],
    ['“姓名”', '姓名'],
    ['服役情况/入伍时间', '服役情况入伍时间'],
    ['村（社区）', '村社区'],
    ['no', 'NO'],
  ])('%j is %s', (raw, expected) => {
    expect(normaliseTitle(raw)).toBe(expected)
  })

  test('what stands in brackets may be left away', () => {
    expect(bareTitle('身份证号（18位）')).toBe('身份证号')
    expect(bareTitle('（姓名）')).toBe('姓名')
  })
})

describe('a title leads to its field', () => {
  test.each([
    ['姓名', 'name'],
    ['退役军人姓名', 'name'],
    ['身份证号码', 'idNumber'],
    ['公民身份号码', 'idNumber'],
    ['身份证号（18位）', 'idNumber'],
    ['*身份证号', 'idNumber'],
    ['出生年月', 'birth'],
    ['区镇', 'town'],
    ['村居', 'division'],
    ['村（社区）', 'division'],
    ['手机号', 'phone'],
    ['家庭住址', 'address'],
    ['参军时间', 'enlisted'],
    ['退伍时间', 'discharged'],
    ['政治面目', 'politicalStatus'],
    ['学历', 'education'],
    ['户口性质', 'householdKind'],
    ['伤残等级', 'disabilityGrade'],
    ['军衔（职务）', 'rank'],
    ['服役情况/入伍时间', 'enlisted'],
    ['户口簿/住址', 'householdAddress'],
    ['现在的工作单位名称', 'employer'],
  ])('%s of the veterans’ register is %s', (title, field) => {
    expect(fieldsOf(aTable(title), veteransRegister)).toEqual([field])
  })

  test('every ledger’s own titles lead to its own fields', () => {
    for (const ledger of ledgers) {
      const table = aTable(...ledger.fields.map((field) => field.title))

      expect(fieldsOf(table, ledger)).toEqual(ledger.fields.map((field) => field.key))
    }
  })

  test('every synonym leads to its field, alone on its sheet', () => {
    for (const ledger of ledgers) {
      for (const field of ledger.fields) {
        for (const synonym of field.synonyms)
          expect([synonym, ...fieldsOf(aTable(synonym), ledger)]).toEqual([synonym, field.key])
      }
    }
  })

  test('why is said in words', () => {
    const [exact, near, none] = proposeMapping(aTable('姓名', '身份证号码', '鞋码'), [], veteransRegister)

    expect(exact?.why).toBe('列标题就是“姓名”')
    expect(near?.why).toBe('“身份证号码”是“身份证号”的常见写法')
    expect(none?.why).toBe('没有对应的字段，不导入；需要时请手工指定')
  })

  test('titles are surer than synonyms, synonyms than parts', () => {
    const confidence = (title: string) => matchTitle(veteransRegister, [title])[0]?.confidence ?? 0

    expect(confidence('身份证号')).toBeGreaterThan(confidence('身份证号码'))
    expect(confidence('身份证号码')).toBeGreaterThan(confidence('本人的身份证号码情况'))
    expect(confidence('鞋码')).toBe(0)
  })
})

describe('content speaks where titles do not', () => {
  const samples = [
    ['张三', ids[0], '男', '13800000001', '中南村'],
    ['李四', ids[1], '女', '13900000002', '常乐村'],
    ['王五', ids[2], '男', '13800000003', '保民村'],
  ]

  test('a column titled 证件 that holds ID numbers is the ID number', () => {
    const [proposal] = proposeMapping(
      aTable('证件'),
      ids.map((id) => [id]),
      veteransRegister,
    )

    expect(proposal).toMatchObject({ field: 'idNumber', samples: ids })
    expect(proposal?.why).toContain('100% 的内容看起来是“身份证号”')
  })

  test('columns without any title are told by what they hold', () => {
    expect(fieldsOf(aTable('', '', '', '', ''), veteransRegister, samples)).toEqual([
      'name',
      'idNumber',
      'sex',
      'phone',
      'division',
    ])
  })

  test('a title whose column holds something else is doubted', () => {
    const [sure] = proposeMapping(
      aTable('身份证号'),
      ids.map((id) => [id]),
      veteransRegister,
    )
    const [doubted] = proposeMapping(aTable('身份证号'), [['有'], ['有'], ['无号']], veteransRegister)

    expect(doubted?.confidence).toBeLessThan(sure?.confidence ?? 0)
    expect(doubted?.why).toContain('内容不像')
  })

  test('samples are the first three different things', () => {
    const [proposal] = proposeMapping(
      aTable('性别'),
      [['男'], ['男'], ['女'], [undefined], ['1'], ['2']],
      veteransRegister,
    )

    expect(proposal?.samples).toEqual(['男', '女', '1'])
  })
})

describe('no two columns to one field, and none dropped in silence', () => {
  test('the surer column wins, the other is listed with the reason', () => {
    const proposals = proposeMapping(aTable('姓名', '配偶/姓名'), [], veteransRegister)

    expect(proposals.map((proposal) => proposal.field)).toEqual(['name', undefined])
    expect(proposals[1]?.why).toBe('“姓名”已有更合适的列')
  })

  test('the payee’s name under its group is the account holder', () => {
    expect(fieldsOf(aTable('本人/姓名', '代领人/姓名'), entitledRegister)).toEqual(['name', 'accountHolder'])
  })

  test('a serial number is said to be one', () => {
    expect(proposeMapping(aTable('序号'), [], veteransRegister)[0]?.why).toBe('序号列，不导入')
  })

  test('any set of titles gives one proposal a column and no field twice', () => {
    const words = [...vocabularyOf(entitledRegister).words.keys(), '鞋码', '', '证件', '序号']
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 30 }), (titles) => {
        const fields = fieldsOf(aTable(...titles), entitledRegister)
        const mapped = fields.filter((field) => field !== undefined)

        expect(fields).toHaveLength(titles.length)
        expect(new Set(mapped).size).toBe(mapped.length)
      }),
    )
  })
})

describe('what a sender settled last time wins', () => {
  const remembered = rememberMapping([
    { title: '证件', field: 'idNumber' },
    { title: '姓 名', field: 'name' },
    { title: '手机号', field: undefined },
  ])

  test('over titles and content', () => {
    const [proposal] = proposeMapping(aTable('证件'), [], veteransRegister, remembered)

    expect(proposal).toMatchObject({ field: 'idNumber', confidence: 1 })
    expect(proposal?.why).toBe('上次把“证件”对应到“身份证号”')
  })

  test('also where they left a column out', () => {
    const [proposal] = proposeMapping(aTable('手机号'), [['13800000001']], veteransRegister, remembered)

    expect(proposal).toMatchObject({ field: undefined, why: '上次没有导入这一列' })
  })

  test('however the title is dressed this time', () => {
    expect(proposeMapping(aTable('*证件：'), [], veteransRegister, remembered)[0]?.field).toBe('idNumber')
  })

  test('but not for a field the ledger does not have', () => {
    const [proposal] = proposeMapping(aTable('姓名'), [], veteransRegister, { 姓名: 'somethingElse' })

    expect(proposal?.field).toBe('name')
  })

  test('a title like a word of the language itself is harmless', () => {
    expect(proposeMapping(aTable('constructor', '__proto__'), [], veteransRegister, {})).toHaveLength(2)
  })
})

describe('the ledger kind is guessed, and why is said', () => {
  test.each<[string, readonly string[], string]>([
    ['a veterans’ register', ['姓名', '身份证号', '入伍时间', '退役时间', '退役证编号'], 'veterans-register'],
    ['an entitled register', ['姓名', '身份证号', '优抚类别', '残疾等级', '银行账号', '开户行'], 'entitled-register'],
    ['an activity ledger', ['活动日期', '活动名称', '地点', '参加人数'], 'activity-ledger'],
    ['an activity ledger with short titles', ['时间', '主题', '地点', '人次'], 'activity-ledger'],
    ['a pairing ledger', ['结对单位', '帮扶对象', '联系人', '联系电话', '走访时间'], 'pairing-ledger'],
  ])('%s', (_, titles, code) => {
    expect(guessLedger(aTable(...titles), ledgers)[0]?.ledger.code).toBe(code)
  })

  test('a blank template of each kind is guessed as itself', () => {
    for (const ledger of ledgers) {
      const table = recogniseTable(aSheet([ledger.fields.map((field) => field.title)]), ledgers)

      expect(table && guessLedger(table, ledgers)[0]?.ledger.code).toBe(ledger.code)
    }
  })

  test('the caption speaks where titles do not decide', () => {
    const table = { ...aTable('姓名', '身份证号', '联系电话', '家庭住址'), caption: '优抚对象名册' }
    const [best] = guessLedger({ ...table, caption: '常乐镇退役军人名册' }, ledgers)

    expect(best?.ledger).toBe(veteransRegister)
    expect(best?.why).toContain('表名中有“退役军人”')
    expect(guessLedger(table, ledgers).find((guess) => guess.ledger === entitledRegister)?.why).toContain('“优抚对象”')
  })

  test('missing required columns are named', () => {
    const guess = guessLedger(aTable('姓名', '联系电话'), ledgers).find(({ ledger }) => ledger === veteransRegister)

    expect(guess?.why).toContain('缺少必填列“身份证号”')
  })

  test('all kinds are ranked, with scores between 0 and 1', () => {
    const guesses = guessLedger(aTable('姓名', '时间', '单位'), ledgers)

    expect(guesses).toHaveLength(ledgers.length)
    for (const { score } of guesses) expect(score >= 0 && score <= 1).toBe(true)
  })
})

test('the ledgers’ vocabularies hold no word for two fields', () => {
  for (const ledger of [veteransRegister, entitledRegister, activityLedger, pairingLedger]) {
    const seen = new Map<string, string>()
    for (const field of ledger.fields) {
      for (const word of new Set([field.title, ...field.synonyms].map(normaliseTitle))) {
        expect([ledger.code, word, seen.get(word) ?? field.key]).toEqual([ledger.code, word, field.key])
        seen.set(word, field.key)
      }
    }
  }
})
