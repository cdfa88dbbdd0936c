import type { Benefit } from '@dongzhou/terms/benefit'
import { day } from '@dongzhou/terms/day'
import type { DivisionCode } from '@dongzhou/terms/division'
import type { Fact, FactValues } from '@dongzhou/terms/fact'
import { checkCharacterOf } from '@dongzhou/terms/id-number'
import type { ActionSetting } from '../platform/setting.ts'
import { recordPeople } from '../registry/index.ts'
import { told } from './benefits.ts'
import { aFact } from './people.ts'

/** What the office of the tests pays. */
export const paidBenefits = [
  'disability-pension',
  'care-allowance',
  'survivor-pension',
  'ill-returned-subsidy',
  'war-participant-subsidy',
  'nuclear-test-subsidy',
  'rural-veteran-subsidy',
] as const satisfies readonly Benefit[]

/** 优抚对象 of the pay office: the same index is always the same person. */
export interface Payee {
  readonly index: number
  readonly name: string
  readonly idNumber: string
  readonly account: string
  readonly born: string
  readonly kind: PayeeKind
  readonly division: DivisionCode
  readonly facts: readonly Fact[]
}

const kinds = {
  rural: { upTo: 9, benefits: ['rural-veteran-subsidy'] },
  war: { upTo: 13, benefits: ['war-participant-subsidy'] },
  disabled: { upTo: 15, benefits: ['disability-pension'] },
  cared: { upTo: 16, benefits: ['disability-pension', 'care-allowance'] },
  ill: { upTo: 17, benefits: ['ill-returned-subsidy'] },
  survivor: { upTo: 18, benefits: ['survivor-pension'] },
  nuclear: { upTo: 20, benefits: ['nuclear-test-subsidy'] },
} as const satisfies Record<string, { readonly upTo: number; readonly benefits: readonly Benefit[] }>

export type PayeeKind = keyof typeof kinds

/** A county's mix: of twenty, nine rural veterans, four war participants, three disabled, and one or two of each other kind. */
export function aPayee(index: number, divisions: readonly DivisionCode[], approved = '2021-05-10'): Payee {
  const place = divisions[index % divisions.length]
  const found = (Object.entries(kinds) as [PayeeKind, (typeof kinds)[PayeeKind]][]).find(
    ([, { upTo }]) => index % 20 < upTo,
  )
  if (!found || !place) throw new RangeError(`nobody at ${index}`)
  const [kind, { benefits }] = found
  const name = `对象${index}`
  const born = bornOf(kind, index)
  const idNumber = idNumberOf(born, index)
  const account = cardOf(index)
  const facts = [
    told('name', { name }),
    told('id-number', { idNumber }),
    told('birth', { day: day(born), precision: 'day' }),
    told('residence', { division: place }),
    told('bank-account', { bank: '农商行', account, holder: name }),
    ...factsOf(kind, index),
    ...benefits.map((benefit) => awardOf(benefit, approved, kind === 'rural' ? 3 + (index % 3) : undefined)),
  ]
  return { index, name, idNumber, account, born, kind, division: place, facts }
}

/** Puts people on file, 500 an action. Answers their ids in the same order. */
export async function recordPayees(
  act: <T>(work: (setting: ActionSetting) => Promise<T>) => Promise<T>,
  payees: readonly Pick<Payee, 'facts'>[],
): Promise<readonly number[]> {
  const ids: number[] = []
  for (let from = 0; from < payees.length; from += CHUNK) {
    // One action a chunk: what a clerk's import does.
    const entries = payees.slice(from, from + CHUNK).map(({ facts }) => ({ personId: undefined, facts }))
    const recorded = await act((setting) => recordPeople(setting, 'registry.register-person', entries))
    ids.push(...recorded.map(({ personId }) => personId))
  }
  return ids
}

const CHUNK = 500

export function awardOf(benefit: Benefit, approved: string, years?: number): Fact {
  const value = { benefit, approved: day(approved), document: '测优抚〔2021〕8号' }
  return told('award', years === undefined ? value : { ...value, years })
}

// The youngest rural veterans are sixty within the first two years; their decisions are there already, as counties write them ahead.
function bornOf(kind: PayeeKind, index: number): string {
  const [first, span] = kind === 'rural' ? [1946, 20] : [1940, 20]
  const two = (count: number) => String(count).padStart(2, '0')
  // With the last three digits of the index no two of a million have one number.
  const thousand = Math.floor(index / 1000)
  const year = first + ((index * 7) % span) - Math.floor(index / 336_000)
  return `${year}-${two(1 + ((index + thousand) % 12))}-${two(1 + ((index + Math.floor(thousand / 12)) % 28))}`
}

function factsOf(kind: PayeeKind, index: number): readonly Fact[] {
  switch (kind) {
    case 'rural':
      return [identity('rural-veteran-60'), served(), told('pension-insurance', { kind: '城乡居民基本养老保险' })]
    case 'war':
      return [identity('war-participant')]
    case 'nuclear':
      return [identity('nuclear-test-participant')]
    case 'ill':
      return [identity('ill-returned-veteran')]
    case 'survivor':
      return [
        identity('survivor-of-martyr'),
        told('survivor', { of: 'martyr', relation: 'spouse', ground: 'no-means' }),
      ]
    case 'disabled':
      return [identity('disabled-veteran'), gradeOf(5 + (index % 4))]
    case 'cared':
      return [identity('disabled-veteran'), gradeOf(1 + (index % 4)), told('care', { mode: 'dispersed' })]
  }
}

export function gradeOf(grade: number): Fact {
  return told('disability', { grade, nature: 'duty', approved: day('2010-03-01'), mental: false })
}

function identity(code: FactValues['identity']['identity']): Fact {
  return aFact('identity', { identity: code }, { kind: 'clerk', note: '证件原件' })
}

function served(): Fact {
  const on = (text: string) => ({ day: day(text), precision: 'day' as const })
  return told('service', { enlisted: on('1968-03-01'), discharged: on('1972-02-01'), category: '退役义务兵' })
}

/** A checksum-valid ID number of the impossible county 999999. */
export function idNumberOf(born: string, index: number): string {
  const first17 = `999999${born.replaceAll('-', '')}${String(index % 1000).padStart(3, '0')}`
  return first17 + checkCharacterOf(first17)
}

/** A card number that passes its check digit. */
export function cardOf(index: number): string {
  const body = `622848${String((index * 7919 + 123_456_789_001) % 1_000_000_000_000).padStart(12, '0')}`
  const digits = Array.from({ length: 10 }, (_, digit) => `${body}${digit}`)
  return digits.find((text) => luhn(text) % 10 === 0) ?? body
}

function luhn(text: string): number {
  return [...text].reverse().reduce((sum, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1)
    return sum + (value > 9 ? value - 9 : value)
  }, 0)
}
