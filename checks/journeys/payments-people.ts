import type { FactDraft } from '@dongzhou/contract/fact-draft'
import type { Beside } from '@dongzhou/contract/linkage'
import type { PersonFile } from '@dongzhou/contract/registry'
import { day } from '@dongzhou/terms/day'
import { divisionCode } from '@dongzhou/terms/division'
import { checkCharacterOf } from '@dongzhou/terms/id-number'
import { type Month, monthSpan } from '@dongzhou/terms/month'
import type { Caller } from '../running/server-process.ts'

const VILLAGE = divisionCode('320614416001')

/** Somebody of the journey, synthetic like everybody here. */
export interface Payee {
  readonly id: number
  readonly name: string
  readonly idNumber: string
}

interface Story {
  readonly name: string
  readonly born: string
  /** Distinguishes ID numbers and accounts. */
  readonly at: number
  readonly hasIdNumber?: boolean
  /** Somebody else's ID number: a twin. */
  readonly idNumber?: string
  readonly facts: readonly FactDraft[]
}

/** 伤残人员 of a grade, whose decision is years old. */
export async function aDisabledVeteran(
  clerk: Caller,
  story: Omit<Story, 'facts'> & { readonly nature: 'war' | 'duty' | 'illness'; readonly grade: number },
): Promise<Payee> {
  const { nature, grade } = story
  const facts: readonly FactDraft[] = [
    { kind: 'identity', value: { identity: 'disabled-veteran' } },
    { kind: 'disability', value: { grade, nature, approved: day('2021-05-10') } },
  ]
  const payee = await register(clerk, { ...story, facts })
  await grant(clerk, payee.id, { benefit: 'disability-pension', approved: '2021-05-10' })
  return payee
}

/** 60周岁农村籍退役士兵 with so many years served. */
export async function aRuralVeteran(clerk: Caller, story: Omit<Story, 'facts'>, years: number): Promise<Payee> {
  const on = (text: string) => ({ day: day(text), precision: 'day' as const })
  const facts: readonly FactDraft[] = [
    { kind: 'identity', value: { identity: 'rural-veteran-60' } },
    {
      kind: 'service',
      value: { enlisted: on('1984-11-01'), discharged: on('1988-01-10'), category: '退役义务兵' },
    },
    { kind: 'pension-insurance', value: { kind: '城乡居民基本养老保险' } },
  ]
  const payee = await register(clerk, { ...story, facts })
  await grant(clerk, payee.id, { benefit: 'rural-veteran-subsidy', approved: '2021-05-10', years })
  return payee
}

async function register(clerk: Caller, { name, born, at, facts, ...story }: Story): Promise<Payee> {
  const idNumber = story.idNumber ?? idNumberOf(born, at)
  const known: readonly FactDraft[] = story.hasIdNumber === false ? [] : [{ kind: 'id-number', value: { idNumber } }]
  const all: readonly FactDraft[] = [
    { kind: 'name', value: { name } },
    ...known,
    { kind: 'birth', value: { day: day(born), precision: 'day' } },
    { kind: 'residence', value: { division: VILLAGE } },
    { kind: 'bank-account', value: { bank: '海门农商银行', account: cardOf(at), holder: name } },
    ...facts,
  ]
  const order = { ...action(), facts: all, note: '证件原件', isSomebodyElse: true }
  const { id } = await clerk.call<{ id: number }>('registry/registerPerson', order)
  return { id, name, idNumber }
}

async function grant(
  clerk: Caller,
  personId: number,
  award: { readonly benefit: string; readonly approved: string; readonly years?: number },
): Promise<void> {
  const { version } = await fileOf(clerk, personId)
  const order = { ...action(), personId, version, ...award, document: '海优抚〔2021〕8号', because: '审批表' }
  await clerk.call('benefits/grantAward', order)
}

/** 登记: something about somebody that was not on file. */
export async function learn(clerk: Caller, { id }: Payee, fact: FactDraft): Promise<void> {
  const { version } = await fileOf(clerk, id)
  await clerk.call('registry/recordFact', { ...action(), personId: id, version, fact, note: '证件原件' })
}

/** 更正: what stood on file was wrong. */
export async function correct(clerk: Caller, { id }: Payee, fact: FactDraft): Promise<void> {
  const { version, facts } = await fileOf(clerk, id)
  const wrong = facts.find(({ kind, supersededAt }) => kind === fact.kind && supersededAt === null)
  const order = { ...action(), personId: id, version, factId: wrong?.id ?? 0, fact, because: '核对档案，登记有误' }
  await clerk.call('registry/correctFact', order)
}

/** 双胞胎: a second file under somebody else's ID number, drawing into an account of its own. */
export async function aTwinOf(clerk: Caller, { idNumber }: Payee, name: string, at: number): Promise<Payee> {
  const born = `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`
  return aDisabledVeteran(clerk, { name, born, at, idNumber, nature: 'duty', grade: 10 })
}

/** 合并: the second file goes into the first; of what they disagree on, the first one's values stand. */
export async function merge(clerk: Caller, keep: Payee, drop: Payee): Promise<void> {
  const beside = await clerk.call<Beside>('linkage/compareTwo', { firstId: keep.id, secondId: drop.id })
  const choices = Object.fromEntries(
    beside.kinds
      // Of the decisions on benefits none is chosen: both stay, and the later takes over from the earlier.
      .filter(({ isChoice, kind }) => isChoice && kind !== 'award')
      .map(({ thing, first }) => [thing, first[0]?.id]),
  )
  const seen = async ({ id }: Payee) => ({ id, version: (await fileOf(clerk, id)).version })
  const order = { ...action(), keep: await seen(keep), drop: await seen(drop), choices, because: '同一人重复建档' }
  await clerk.call('linkage/mergePeople', order)
}

export function died(on: string): FactDraft {
  return { kind: 'death', value: { day: day(on), precision: 'day' } }
}

/** The middle of a month. */
export function middleOf(month: Month): string {
  return `${monthSpan(month).from.slice(0, 8)}15`
}

export function fileOf(clerk: Caller, id: number): Promise<PersonFile> {
  return clerk.call<PersonFile>('registry/getPerson', { id })
}

/** A bank card with a right check digit. */
export function cardOf(at: number): string {
  const body = `622848${String(320_614_000_000 + at)}`
  const sum = [...body].toReversed().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return body + String((10 - (sum % 10)) % 10)
}

/** A checksum-valid ID number of the impossible county 999999. */
function idNumberOf(born: string, at: number): string {
  const first17 = `999999${born.replaceAll('-', '')}${String(at).padStart(3, '0')}`
  return first17 + checkCharacterOf(first17)
}

export function action(): { readonly actionId: string } {
  return { actionId: crypto.randomUUID() }
}
