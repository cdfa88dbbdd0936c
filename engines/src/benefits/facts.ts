import type { Benefit } from '@dongzhou/terms/benefit'
import type { ConscriptLeaving, FactValues } from '@dongzhou/terms/fact'
import { type Identity, identities } from '@dongzhou/terms/identity'
import type { Month } from '@dongzhou/terms/month'

/**
 * 待遇事实 (benefit facts) of one person: what the rules ask about, cut into stretches of months in which nothing changes. A field that
 * is not known is undefined: a rule asks for it, and never takes it for no.
 */
export interface PersonFacts {
  readonly stretches: readonly Stretch[]
  readonly awards: readonly Award[]
  readonly merits: readonly Merit[]
}

/** What holds from a month on, until the next stretch begins. Dates are date numbers (20241001). */
export type Stretch = { readonly from: Month } & { readonly [F in Field]?: number | undefined }

/** 待遇核定 as the rules read it. `from`: the month named in the decision, where it names one; `to` is exclusive. */
export interface Award {
  readonly benefit: Benefit
  readonly approved: number
  readonly from?: Month | undefined
  readonly to?: Month | undefined
  readonly years?: number | undefined
}

export interface Merit {
  readonly class: MeritClass
  readonly on: number
  readonly wartime: boolean
}

/** The columns of a stretch. Codes stand for the words of the lists below; yes and no are 1 and 0. */
export const fields = [
  'identities',
  'born',
  'died',
  'deathCause',
  'basePay',
  'honour',
  'grade',
  'nature',
  'mental',
  'rated',
  'care',
  'survivorOf',
  'relation',
  'ground',
  'lone',
  'suspended',
  'rural',
  'ruralAtDischarge',
  'insurance',
  'income',
  'enlisted',
  'discharged',
  'conscriptFrom',
  'conscriptTo',
  'conscriptApproved',
  'region',
  'student',
  'conscriptLeft',
  'leaving',
  'arrangement',
  'reported',
  'letter',
  'supported',
  'employment',
  'gradeBefore',
  'natureBefore',
] as const

export type Field = (typeof fields)[number]

const ownFields: ReadonlySet<Field> = new Set([
  'born',
  'died',
  'basePay',
  'rated',
  'income',
  'enlisted',
  'discharged',
  'conscriptFrom',
  'conscriptTo',
  'conscriptApproved',
  'conscriptLeft',
  'reported',
  'letter',
])

/** Dates and amounts are nearly everybody's own; of the other fields many people have the same. */
export const sharedFields: readonly number[] = fields.flatMap((name, at) => (ownFields.has(name) ? [] : [at]))

/** The place of each field among the columns: rules say `field.grade`. */
export const field = Object.fromEntries(fields.map((name, at) => [name, at])) as { readonly [F in Field]: number }

export const natures = ['war', 'duty', 'illness'] as const satisfies readonly FactValues['disability']['nature'][]
export const careModes = ['dispersed', 'pooled'] as const satisfies readonly FactValues['care']['mode'][]
export const survivorKinds = ['martyr', 'duty', 'illness'] as const satisfies readonly FactValues['survivor']['of'][]
export const relations = ['parent', 'spouse', 'child', 'sibling'] as const
export const grounds = ['no-means', 'low-income', 'studying', 'disabled', 'minor', 'remarried', 'none'] as const
export const loneKinds = ['alone', 'orphan'] as const
export const deathCauses = [
  'martyrdom',
  'on-duty',
  'service-illness',
  'old-injury',
  'illness',
  'accident',
] as const satisfies readonly FactValues['death-cause']['cause'][]
/** 养老保障: employee = 城镇职工养老保险, retirement = 机关事业单位退休金, resident = 城乡居民养老保险, none = 无. */
export const insurances = ['employee', 'retirement', 'resident', 'none'] as const
/** 就业情况: retired and farming say nothing of a pension, see `insurances`. */
export const employments = ['employed', 'self-employed', 'farming', 'unemployed', 'retired', 'studying'] as const
export const regions = ['tibet', 'xinjiang', 'plateau'] as const
export const students = ['bachelor', 'college', 'enrolled'] as const
export const leavings = [
  'completed',
  'unfit',
  'early',
  'deferred',
  'promoted',
  'academy',
  'sergeant',
  'dismissed',
] as const satisfies readonly ConscriptLeaving[]
export const arrangements = [
  'self-employed',
  'assigned-work',
  'monthly-pay',
  'retired',
  'supported',
  'demobilised',
] as const satisfies readonly FactValues['arrangement']['mode'][]
export const meritClasses = ['honour-cmc', 'honour-theatre', 'first', 'second', 'third', 'excellent'] as const
export const honours = ['medal', 'title', 'first-war', 'second-war', 'third-war', 'fourth-war'] as const

export type MeritClass = (typeof meritClasses)[number]

const identityOrder = Object.keys(identities) as readonly Identity[]

/** The bit that stands for an identity in the column `identities`. */
export function identityBit(identity: Identity): number {
  return 1 << identityOrder.indexOf(identity)
}

/** All bits of some identities. */
export function identityBits(of: readonly Identity[]): number {
  return of.reduce((bits, identity) => bits | identityBit(identity), 0)
}
