import { FactDraft } from '@dongzhou/contract/fact-draft'
import { expect, test } from 'vitest'
import { emptyRegister, readRegister, saidByIdNumber } from './register-entry.ts'

// Address code 999999 belongs to no place: the number is synthetic, its check character right.
const ID_NUMBER = '99999919580101018X'
const filled = {
  ...emptyRegister,
  idNumber: ID_NUMBER,
  name: '王测试',
  division: '999999102201',
  note: '本人携身份证到窗口',
}

test('an empty form asks for what a person cannot be without', () => {
  expect(Object.keys(readRegister(emptyRegister).complaints).toSorted()).toEqual([
    'birth',
    'division',
    'name',
    'note',
    'sex',
  ])
})

test('with an ID number birth and sex are not asked for and not sent: the server derives them', () => {
  const { facts, complaints } = readRegister(filled)

  expect(complaints).toEqual({})
  expect(facts.map(({ kind }) => kind)).toEqual(['id-number', 'name', 'residence'])
})

test('everything filled in is sent as the contract takes it', () => {
  const { facts, complaints } = readRegister({
    ...filled,
    phone: '19900000000',
    identities: ['veteran', 'disabled-veteran'],
    enlisted: '1978.3',
    discharged: '1981',
    address: '3组28号',
  })

  expect(complaints).toEqual({})
  expect(facts.map(({ kind }) => kind)).toEqual([
    'id-number',
    'name',
    'residence',
    'phone',
    'identity',
    'identity',
    'service',
  ])
  expect(facts.map((fact) => FactDraft.safeParse(fact).success)).not.toContain(false)
})

test('without an ID number a year of birth is enough', () => {
  const { facts, complaints } = readRegister({ ...filled, idNumber: '', sex: 'male', birth: '1928' })

  expect(complaints).toEqual({})
  expect(facts.map(({ kind }) => kind)).toEqual(['name', 'sex', 'birth', 'residence'])
})

test.each([
  ['a wrong ID number', { idNumber: `${ID_NUMBER.slice(0, 17)}0` }, 'idNumber'],
  ['a wrong birth', { idNumber: '', sex: 'male', birth: '1928.13' }, 'birth'],
  ['a short phone', { phone: '123' }, 'phone'],
  ['a wrong day of joining', { enlisted: '一九七八' }, 'enlisted'],
  ['a basis of one character', { note: '有' }, 'note'],
])('%s is complained of at its field, the rest stays usable', (_, part, field) => {
  const { facts, complaints } = readRegister({ ...filled, ...part })

  expect(Object.keys(complaints)).toEqual([field])
  expect(facts.map(({ kind }) => kind)).toContain('name')
})

test('what the number says is shown only when it is right', () => {
  expect(saidByIdNumber(ID_NUMBER)).toMatchObject({ born: '1958-01-01', sex: 'female' })
  expect(saidByIdNumber(ID_NUMBER.slice(0, 17))).toBeUndefined()
})
