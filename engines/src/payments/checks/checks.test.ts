import { day } from '@dongzhou/terms/day'
import type { RunCheck } from '@dongzhou/terms/payment'
import { expect, test } from 'vitest'
import { judgeAccount } from '../bank-account.ts'
import type { CheckGround, Recipient } from './check.ts'
import { findingsOf, heldBy, namedChecks } from './named-checks.ts'

const ground: CheckGround = {
  today: day('2025-06-30'),
  accountDays: 30,
  confirmedSince: day('2024-01-01'),
  deaths: new Map(),
  excluded: [{ one: 'rural-veteran-subsidy', other: 'disability-pension', document: '民发〔2011〕110号' }],
}

function aRecipient(change: Partial<Recipient> = {}): Recipient {
  return {
    person: 1,
    name: '张三',
    amount: 1000,
    benefits: ['disability-pension'],
    isAlive: true,
    identity: 'i1',
    account: '6228480402564890018',
    accountIndex: 'a1',
    holder: '张三',
    payees: [],
    accountChangedOn: undefined,
    confirmedOn: day('2024-05-01'),
    drawsSince: day('2020-01-01'),
    ...change,
  }
}

const dead = new Map([[1, { on: day('2025-05-01'), source: '民政局' }]])

test.each<[string, readonly Recipient[], Partial<CheckGround>, readonly RunCheck[]]>([
  ['somebody without fault', [aRecipient()], {}, []],
  ['somebody on a death list', [aRecipient()], { deaths: dead }, ['death-match']],
  ['somebody the register knows to be dead', [aRecipient({ isAlive: false })], {}, ['death-match']],
  [
    'two files with one ID number',
    [aRecipient(), aRecipient({ person: 2, accountIndex: 'a2' })],
    {},
    ['duplicate-identity', 'duplicate-identity'],
  ],
  [
    'two benefits that exclude each other',
    [aRecipient({ benefits: ['disability-pension', 'rural-veteran-subsidy'] })],
    {},
    ['excluded-combination'],
  ],
  ['no account', [aRecipient({ account: undefined })], {}, ['account-missing']],
  ['an account of blanks', [aRecipient({ account: ' ' })], {}, ['account-missing']],
  ['a card with a wrong check digit', [aRecipient({ account: '6228480402564890019' })], {}, ['account-invalid']],
  [
    'an account changed thirty days ago',
    [aRecipient({ accountChangedOn: day('2025-05-31') })],
    {},
    ['account-changed'],
  ],
  ['an account changed thirty-one days ago', [aRecipient({ accountChangedOn: day('2025-05-30') })], {}, []],
  [
    'two people with one account',
    [aRecipient(), aRecipient({ person: 2, identity: 'i2' })],
    {},
    ['account-shared', 'account-shared'],
  ],
  [
    'a couple of whom one is the payee of the other, on file',
    [aRecipient(), aRecipient({ person: 2, identity: 'i2', name: '李四', payees: ['张三'] })],
    {},
    [],
  ],
  ['an account in a stranger’s name', [aRecipient({ holder: '王五' })], {}, ['holder-differs']],
  ['a name with a dot and spaces', [aRecipient({ name: '买买提·艾力', holder: '买买提 艾力' })], {}, []],
  ['nobody confirmed them this year or last', [aRecipient({ confirmedOn: undefined })], {}, ['unconfirmed']],
  ['confirmed on the last day of before', [aRecipient({ confirmedOn: day('2023-12-31') })], {}, ['unconfirmed']],
  ['new, so nobody could confirm them', [aRecipient({ confirmedOn: undefined, drawsSince: undefined })], {}, []],
  ['new since the day that counts', [aRecipient({ confirmedOn: undefined, drawsSince: day('2024-01-01') })], {}, []],
])('%s', (_sentence, recipients, change, found) => {
  expect(findingsOf(recipients, { ...ground, ...change }).map(({ check }) => check)).toEqual(found)
})

test('every finding has a sentence, every check a way out', () => {
  expect(namedChecks.every(({ say, whatToDo }) => say.endsWith('。') && whatToDo.endsWith('。'))).toBe(true)
  expect(new Set(namedChecks.map(({ code }) => code)).size).toBe(namedChecks.length)
})

test('a decision lets go only what may be let go, and the next finding still holds', () => {
  const findings = findingsOf([aRecipient({ holder: '王五', account: '1' })], { ...ground, deaths: dead })

  const held = heldBy(findings, () => true)

  expect(held.get(1)?.check).toBe('account-invalid')
  expect(heldBy(findings, () => false).get(1)?.check).toBe('death-match')
})

test.each([
  ['6228480402564890018', 'card'],
  ['6228 4804 0256 4890 018', 'card'],
  ['６２２８480402564890018', 'card'],
  ["'6228480402564890018", 'card'],
  ['6228480402564890081', 'wrong-check'],
  ['6.22848E+18', 'damaged-by-excel'],
  ['6.22848040256489E+18', 'damaged-by-excel'],
  ['6228480402564890000', 'damaged-by-excel'],
  ['101010120010123456', 'passbook'],
  ['12345678901', 'wrong-length'],
  ['622848040256489001812345', 'wrong-length'],
  ['62284804025648900181', 'wrong-length'],
  ['6228480402564890O18', 'wrong-character'],
  ['', 'empty'],
  [' - ', 'empty'],
])('the account %s is judged %s', (text, kind) => {
  expect(judgeAccount(text).kind).toBe(kind)
})
