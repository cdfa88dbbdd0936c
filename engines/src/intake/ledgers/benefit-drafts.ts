import type { Benefit } from '@dongzhou/terms/benefit'
import type { DatedTo, Day } from '@dongzhou/terms/day'
import type { FactValues } from '@dongzhou/terms/fact'
import { entitledIdentities, type Identity } from '@dongzhou/terms/identity'
import type { FactDraft } from '../ledger.ts'
import { stated } from './person-drafts.ts'
import type { awardStates, careModes, survivorGrounds, yesOrNo } from './word-lists.ts'

type YesOrNo = keyof typeof yesOrNo

/** What the entitled persons' register says of decisions and of what they rest on. */
export interface BenefitValues {
  readonly identities?: readonly Identity[] | undefined
  readonly certificate?: string | undefined
  readonly approved?: DatedTo | undefined
  readonly awardState?: keyof typeof awardStates | undefined
  readonly rated?: DatedTo | undefined
  readonly serviceYears?: number | undefined
  readonly relation?: string | undefined
  readonly deceased?: string | undefined
  readonly ground?: keyof typeof survivorGrounds | undefined
  readonly studying?: YesOrNo | undefined
  readonly supported?: YesOrNo | undefined
  readonly isDisabled?: YesOrNo | undefined
  readonly careMode?: keyof typeof careModes | undefined
  readonly alone?: YesOrNo | undefined
  readonly orphan?: YesOrNo | undefined
}

/** What each identity that draws regular money draws. */
export const benefitsOfIdentities: { readonly [I in Identity]?: Benefit } = {
  'disabled-veteran': 'disability-pension',
  'survivor-of-martyr': 'survivor-pension',
  'survivor-of-duty-death': 'survivor-pension',
  'survivor-of-illness-death': 'survivor-pension',
  'demobilised-veteran': 'demobilised-subsidy',
  'ill-returned-veteran': 'ill-returned-subsidy',
  'war-participant': 'war-participant-subsidy',
  'nuclear-test-participant': 'nuclear-test-subsidy',
  'rural-veteran-60': 'rural-veteran-subsidy',
  'martyr-child': 'martyr-child-subsidy',
}

/** 身份, 待遇核定 and the facts that they rest on. */
export function benefitDrafts(values: BenefitValues): readonly FactDraft[] {
  return [...identityDrafts(values), ...awardDrafts(values), ...survivorDrafts(values), ...supportDrafts(values)]
}

// 不予认定 and 取消: the row is kept in the ledger, and the state owes nothing.
function identityDrafts({ identities, certificate, approved, awardState }: BenefitValues): readonly FactDraft[] {
  if (awardState === 'refused' || awardState === 'cancelled') return []
  return (identities ?? []).map((identity) => stated('identity', { identity, certificate }, approved?.day))
}

// Stopped, moved away, identity without money: none of these may bring an award that pays.
function awardDrafts({ identities, approved, awardState, serviceYears }: BenefitValues): readonly FactDraft[] {
  const on = monthKnown(approved)
  if (on === undefined || (awardState !== undefined && awardState !== 'drawing')) return []
  const drawn = new Set((identities ?? []).flatMap((identity) => benefitsOfIdentities[identity] ?? []))
  return [...drawn].map((benefit) => {
    const years = benefit === 'rural-veteran-subsidy' ? serviceYears : undefined
    return stated('award', { benefit, approved: on, years })
  })
}

/**
 * 评定日期: the row's own, or the one day of approval where nothing else was approved. A grade that stands in a row about somebody's
 * war service was not rated on the day of that decision.
 */
export function ratedOn({ identities, rated, approved }: BenefitValues): Day | undefined {
  if (rated) return monthKnown(rated)
  const drawing = (identities ?? []).filter((identity) => entitledIdentities.includes(identity))
  return drawing.length === 1 && drawing[0] === 'disabled-veteran' ? monthKnown(approved) : undefined
}

// The month is what money hangs on; a year alone leaves it open, and is complained of.
function monthKnown(date: DatedTo | undefined): Day | undefined {
  return date && date.precision !== 'year' ? date.day : undefined
}

type Survivor = FactValues['survivor']

const SURVIVORS: { readonly [I in Identity]?: Survivor['of'] } = {
  'survivor-of-martyr': 'martyr',
  'survivor-of-duty-death': 'duty',
  'survivor-of-illness-death': 'illness',
}

const RELATIONS: Readonly<Record<string, Survivor['relation']>> = {
  父母: 'parent',
  配偶: 'spouse',
  子女: 'child',
  兄弟姐妹: 'sibling',
}

function survivorDrafts(values: BenefitValues): readonly FactDraft[] {
  const relation = RELATIONS[values.relation ?? '']
  if (relation === undefined) return []
  const ground = groundOf(values, relation)
  const supported = values.supported === undefined ? undefined : values.supported === 'yes'
  return (values.identities ?? []).flatMap((identity) => {
    const of = SURVIVORS[identity]
    return of === undefined ? [] : [stated('survivor', { of, relation, ground, supported, deceased: values.deceased })]
  })
}

// 军人抚恤优待条例 art. 19: children draw as disabled or while they study, brothers and sisters while they study.
function groundOf({ ground, studying, isDisabled }: BenefitValues, relation: Survivor['relation']): Survivor['ground'] {
  if (ground !== undefined) return ground
  if (relation === 'child' && isDisabled === 'yes') return 'disabled'
  return studying === 'yes' && (relation === 'child' || relation === 'sibling') ? 'studying' : undefined
}

function supportDrafts({ careMode, alone, orphan }: BenefitValues): readonly FactDraft[] {
  const drafts: FactDraft[] = []
  if (careMode === 'dispersed' || careMode === 'pooled') drafts.push(stated('care', { mode: careMode }))
  // Both at once is complained of: an old person without children is no orphan.
  if (alone === 'yes' && orphan !== 'yes') drafts.push(stated('lone', { kind: 'alone' }))
  if (orphan === 'yes' && alone !== 'yes') drafts.push(stated('lone', { kind: 'orphan' }))
  return drafts
}
