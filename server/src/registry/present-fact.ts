import { dayText } from '@dongzhou/terms/day'
import { type Fact, type FactSource, factKinds, holdsSealed } from '@dongzhou/terms/fact'
import { yuanText } from '@dongzhou/terms/fen'
import { maskIdNumber, maskPhone } from '@dongzhou/terms/id-number'
import { identities } from '@dongzhou/terms/identity'
import { unreachable } from '@dongzhou/terms/unreachable'
import { type DivisionNames, lifeText } from './present-life-fact.ts'
import { joined } from './present-words.ts'

export type { DivisionNames } from './present-life-fact.ts'

/** A fact in words, sensitive ones masked: what screens may show. The trail holds neither: it names facts by number. */
export function factText(fact: Fact, names: DivisionNames = new Map()): string {
  switch (fact.kind) {
    case 'id-number':
      return maskIdNumber(fact.value.idNumber)
    case 'phone':
      return maskPhone(fact.value.phone)
    case 'bank-account':
      return `${fact.value.bank} ${maskTail(fact.value.account)}`
    case 'health':
      return '（健康信息，须申请查看）'
    case 'disability':
      return holdsSealed(fact)
        ? `${clearText(withoutSealed(fact), names)}（另有健康信息，须申请查看）`
        : clearText(fact, names)
    default:
      return clearText(fact, names)
  }
}

function withoutSealed(fact: Fact<'disability'>): Fact {
  return { ...fact, value: { ...fact.value, mental: undefined } }
}

/** A fact in words, in clear. Only for what is not sensitive, or has been opened for a purpose. */
export function clearText(fact: Fact, names: DivisionNames = new Map()): string {
  switch (fact.kind) {
    case 'name':
      return fact.value.name
    case 'id-number':
      return fact.value.idNumber
    case 'sex':
      return fact.value.sex === 'male' ? '男' : '女'
    case 'birth':
    case 'death':
      return dayText(fact.value.day, fact.value.precision)
    case 'ethnicity':
      return fact.value.ethnicity
    case 'political-status':
    case 'marital-status':
      return fact.value.status
    case 'education':
      return fact.value.level
    case 'residence':
      return [names.get(fact.value.division) ?? fact.value.division, fact.value.address].filter(Boolean).join(' ')
    case 'phone':
      return fact.value.phone
    case 'identity':
      return joined(identities[fact.value.identity], fact.value.certificate && `证书 ${fact.value.certificate}`)
    case 'bank-account':
      return `${fact.value.bank} ${fact.value.account}（户名 ${fact.value.holder}）`
    case 'income':
      return `${yuanText(fact.value.yearly)} 元/年`
    case 'health':
      return fact.value.finding
    default:
      return lifeText(fact, names)
  }
}

function maskTail(account: string): string {
  return `${'*'.repeat(Math.max(account.length - 4, 0))}${account.slice(-4)}`
}

/** 来源 in words: where a value came from. */
export function sourceText(source: FactSource): string {
  switch (source.kind) {
    case 'ledger':
      return `台账“${source.sheet}”第${source.row}行`
    case 'clerk':
      return `经办登记：${source.note}`
    case 'visit':
      return '走访记录'
    case 'case':
      return '办件决定'
    case 'person':
      return `本人陈述：${source.note}`
    case 'derived':
      return `由${factKinds[source.from].name}推得`
    default:
      return unreachable(source)
  }
}
