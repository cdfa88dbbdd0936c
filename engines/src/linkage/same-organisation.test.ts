import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { areSameOrganisation, compareOrganisations, haimen, organisationKey } from './same-organisation.ts'

const code = '91320684MA1TEST00X'
const named = (text: string) => {
  const [name = '', creditCode] = text.split('/')
  return { name, creditCode }
}

describe('is it one organisation', () => {
  test.each([
    ['南通东洲家纺有限公司', '南通东洲家纺有限公司', 'same'],
    ['南通东洲家纺有限公司', '南通东洲家纺有限责任公司', 'same'],
    ['南通东洲家纺有限公司', '南通东洲家纺', 'same'],
    ['南通东洲家纺公司', '南通东洲家纺有限公司', 'same'],
    ['南通东洲家纺有限公司', '南通东洲家纺股份有限公司', 'likely'],
    ['东洲（海门）家纺有限公司', '东洲(海门)家纺有限公司', 'same'],
    ['东洲 家纺 有限公司', '东洲家纺有限公司', 'same'],
    ['东洲家纺有限公司', '东洲家纺有限公司海门分公司', 'different'],
    ['退役军人事务局', '南通市海门区退役军人事务局', 'same'],
    ['海门区退役军人事务局', '江苏省南通市海门区退役军人事务局', 'same'],
    ['海门市退役军人事务局', '海门区退役军人事务局', 'same'],
    ['中共南通市海门区委员会组织部', '海门区委组织部', 'same'],
    ['海门区人民政府办公室', '海门区政府办公室', 'same'],
    ['海门街道办事处', '南通市海门区海门街道', 'same'],
    ['南通市财政局', '海门区财政局', 'different'],
    ['江苏省财政厅', '海门区财政局', 'different'],
    ['南通市财政局', '财政局', 'likely'],
    ['江苏省海门中学', '海门中学', 'likely'],
    ['海门区教育局', '海门区体育局', 'different'],
    ['', '', 'different'],
    ['有限公司', '公司', 'different'],
  ])('%s and %s: %s', (one, other, band) => {
    expect(compareOrganisations(named(one), named(other)).band).toBe(band)
    expect(compareOrganisations(named(other), named(one)).band).toBe(band)
    expect(areSameOrganisation(named(one), named(other))).toBe(band === 'same')
  })

  test.each([
    ['the same code under another name', `甲公司/${code}`, `乙公司/${code}`, 'same'],
    [
      'in small letters, with spaces',
      `甲公司/${code}`,
      `乙公司/${code.toLowerCase().replace(/(.{8})/, '$1 ')}`,
      'same',
    ],
    ['the old code of nine characters', `甲公司/${code}`, `乙公司/${code.slice(8, 16)}-${code.slice(16, 17)}`, 'same'],
    ['another old code', `甲公司/${code}`, '甲公司/12345678-9', 'different'],
    ['another code under the same name', `甲公司/${code}`, '甲公司/91320684MA1TEST11X', 'different'],
    ['a note instead of a code leaves the name to decide', `甲公司/${code}`, '甲公司/办理中', 'same'],
    ['one code only leaves the name to decide', `甲公司/${code}`, '甲公司', 'same'],
  ])('%s', (_, one, other, band) => {
    const answer = compareOrganisations(named(one), named(other))

    expect(answer.band).toBe(band)
    expect(answer.say).toMatch(/[\u4e00-\u9fff]/)
  })

  test('another bureau has another home', () => {
    const home = { province: '江苏', city: '苏州', county: '昆山' }

    expect(areSameOrganisation(named('昆山市教育局'), named('教育局'), home)).toBe(true)
    expect(areSameOrganisation(named('昆山市教育局'), named('教育局'), haimen)).toBe(false)
  })

  test.each([
    ['南通市海门区退役军人事务局', '退役军人事务局'],
    ['东洲（海门）家纺有限公司', '东洲海门家纺'],
    ['海门街道办事处', '海门街道'],
    ['公司', '公司'],
    ['海门市民中心', '海门市民中心'],
    ['', ''],
  ])('%s is looked up as %s', (name, key) => {
    expect(organisationKey(name)).toBe(key)
  })

  test('what is the same has the same key, and everything is the same as itself', () => {
    const name = fc
      .tuple(
        fc.constantFrom('', '海门区', '南通市', '南通市海门区', '江苏省'),
        fc.constantFrom('东洲', '东洲家纺', '组织部'),
        fc.constantFrom('', '公司', '有限公司', '有限责任公司', '股份有限公司'),
      )
      .map((parts) => ({ name: parts.join('') }))
    fc.assert(
      fc.property(name, name, (one, other) => {
        expect(areSameOrganisation(one, one)).toBe(true)
        expect(compareOrganisations(one, other)).toEqual(compareOrganisations(other, one))
        if (areSameOrganisation(one, other)) expect(organisationKey(one.name)).toBe(organisationKey(other.name))
      }),
    )
  })
})
