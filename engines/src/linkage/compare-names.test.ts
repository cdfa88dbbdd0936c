import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inStandardForm, withLookAlikesFolded } from './alike-characters.ts'
import { compareNames, isCommonName, nearSound, plainName } from './compare-names.ts'

const named = (text: string) => {
  const [name = '', syllables = ''] = text.split('/')
  return { name, syllables: syllables === '' ? [] : syllables.split(' ') }
}

describe('two names as a clerk would see them', () => {
  test.each([
    ['张丽/zhang li', '张丽/zhang li', 'name-same'],
    ['张 丽/zhang li', '张丽/zhang li', 'name-same'],
    ['张丽（曾用名张小丽）/zhang li', '张丽/zhang li', 'name-same'],
    ['買买提/mai mai ti', '买买提/mai mai ti', 'name-traditional'],
    ['張麗/zhang li', '张丽/zhang li', 'name-traditional'],
    ['肖国华/xiao guo hua', '萧国华/xiao guo hua', 'name-traditional'],
    ['付强/fu qiang', '傅强/fu qiang', 'name-traditional'],
    ['徐建国/xu jian guo', '涂建国/tu jian guo', 'name-look-alike'],
    ['张已生/zhang yi sheng', '张己生/zhang ji sheng', 'name-look-alike'],
    ['周末/zhou mo', '周未/zhou wei', 'name-look-alike'],
    ['張建國/zhang jian guo', '张健国/zhang jian guo', 'name-homophone'],
    ['张丽/zhang li', '张莉/zhang li', 'name-homophone'],
    ['张丽/zhang li', '章莉/zhang li', 'name-homophone'],
    ['徐莉玉/xu li yu', '涂丽玉/tu li yu', 'name-look-alike'],
    ['陈志忠/chen zhi zhong', '陈自宗/chen zi zong', 'name-near-sound'],
    ['林兵/lin bing', '宁斌/ning bin', 'name-near-sound'],
    ['李兰英/li lan ying', '李南英/li nan ying', 'name-near-sound'],
    ['张大明/zhang da ming', '张明/zhang ming', 'name-shortened'],
    ['张建国/zhang jian guo', '建国/jian guo', 'name-part'],
    ['买买提·艾力/mai mai ti ai li', '买买提/mai mai ti', 'name-part'],
    ['张建国/zhang jian guo', '李建国/li jian guo', 'name-other-surname'],
    ['张建国/zhang jian guo', '张建军/zhang jian jun', 'name-one-character'],
    ['张建国/zhang jian guo', '张福国/zhang fu guo', 'name-one-character'],
    ['张建国/zhang jian guo', '张学友/zhang xue you', 'name-surname-only'],
    ['张丽/zhang li', '张强/zhang qiang', 'name-surname-only'],
    ['张大明/zhang da ming', '张大/zhang da', 'name-surname-only'],
    ['张丽/zhang li', '李丽/li li', 'name-different'],
    ['张丽/zhang li', '王强/wang qiang', 'name-different'],
    ['张丽/zhang li', '/', 'name-unknown'],
    ['张丽/', '张莉/', 'name-surname-only'],
  ])('%s beside %s: %s', (one, other, code) => {
    expect(compareNames(named(one), named(other))).toBe(code)
    expect(compareNames(named(other), named(one))).toBe(code)
  })

  test.each([
    ['张三（曾用名李四）', '张三'],
    ['张三(李四)', '张三'],
    [' 张 三 ', '张三'],
    ['（张三）', '(张三)'],
    ['', ''],
  ])('%j is compared as %j', (name, plain) => {
    expect(plainName(name)).toBe(plain)
  })

  test.each([
    ['王伟', true],
    ['王建国', false],
    ['仇伟', false],
    ['', false],
  ])('%s is a name that many bear: %s', (name, answer) => {
    expect(isCommonName(name)).toBe(answer)
  })

  test.each([
    ['zhong guo', 'zong guo'],
    ['ning bin', 'lin bin'],
    ['shan shang', 'san san'],
    ['n', 'n'],
    ['', ''],
  ])('%s sounds like %s to many here', (one, other) => {
    expect(nearSound(one.split(' '))).toBe(other)
    expect(nearSound(nearSound(one.split(' ')).split(' '))).toBe(other)
  })
})

describe('the tables of alike characters', () => {
  const anyText = fc.string({
    unit: fc.constantFrom(...'张張丽麗徐涂己已巳末未肖蕭萧阎闫閆余餘明朋甲由A·'),
    maxLength: 6,
  })

  test('folding twice is folding once, and keeps the length', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const standard = inStandardForm(text)
        const folded = withLookAlikesFolded(standard)
        expect(inStandardForm(standard)).toBe(standard)
        expect(withLookAlikesFolded(folded)).toBe(folded)
        expect(folded).toHaveLength(text.length)
      }),
    )
  })

  test('every form is told to be the same name as its standard', () => {
    for (const [form, standard] of ['張张', '劉刘', '肖萧', '閆阎', '闫阎', '傅付', '國国', '華华', '麗丽'].map(
      (it) => [...it],
    ))
      expect(inStandardForm(`${form}明`)).toBe(`${standard}明`)
  })

  test.each(['己已巳', '末未', '徐涂', '侯候', '田由甲申', '戌戍戊'])('%s are one by sight', (group) => {
    expect(new Set([...group].map((it) => withLookAlikesFolded(it))).size).toBe(1)
  })

  test.each(['芳芬', '建健', '国军', '张章'])('%s are not', (pair) => {
    expect(new Set([...pair].map((it) => withLookAlikesFolded(it))).size).toBe(2)
  })
})
