import type { Benefit } from '@dongzhou/terms/benefit'
import { ageOn, type Day, day, findDayOf, partsOf } from '@dongzhou/terms/day'
import type { FactValues } from '@dongzhou/terms/fact'
import type { Identity } from '@dongzhou/terms/identity'
import { Chance } from './chance.ts'
import { conscriptionFor } from './conscripts.ts'
import { type BankAccount, bankAccountFor } from './living.ts'
import type { Profile } from './profiles.ts'
import { yearsServed } from './service.ts'
import { dayAfter, demoDay, isEntitled } from './standing.ts'
import { survivorFor } from './survivors.ts'

/** 待遇核定 and, where the paper names one, the month from which it pays. */
export interface Decision {
  readonly award: FactValues['award']
  readonly from: Day | undefined
}

/** 待遇事实 of a synthetic person: what the county decided, and what it rests on. Nothing is later than the person's death. */
export interface BenefitStanding {
  readonly awards: readonly Decision[]
  readonly rated: { readonly approved: Day; readonly mental: boolean | undefined } | undefined
  readonly care: FactValues['care'] | undefined
  readonly survivor: FactValues['survivor'] | undefined
  readonly lone: FactValues['lone'] | undefined
  readonly conscription: FactValues['conscription'] | undefined
  readonly suspension: (FactValues['suspension'] & { readonly from: Day; readonly to: Day | undefined }) | undefined
  readonly deathCause: FactValues['death-cause'] | undefined
  readonly bank: BankAccount | undefined
}

/** The benefits of a person. Drawn from a stream of their own, so that names and numbers stay what they were without it. */
export function benefitStandingOf(profile: Profile): BenefitStanding | undefined {
  const isFamily = profile.identities.some(({ identity }) => identity === 'conscript-family')
  if (!isFamily && !isEntitled(profile.identities)) return undefined
  const chance = new Chance(Number(profile.idNumber.slice(6, 17)), profile.index)
  const rated = ratingFor(chance, profile)
  const care = careFor(chance, profile, rated)
  const survivor = survivorFor(chance, profile)
  const conscription = isFamily ? conscriptionFor(chance, profile.died) : undefined
  const regular = regularAwards(chance, profile, { care, survivor, conscription })
  const lone = regular.length > 0 ? loneFor(chance, profile) : undefined
  const awards = lone ? [...regular, supplementAward(chance, profile, regular)] : regular
  return {
    awards,
    rated,
    care,
    survivor,
    lone,
    conscription,
    suspension: awards.length > 0 ? suspensionFor(chance, profile) : undefined,
    deathCause: causeFor(chance, profile),
    bank: profile.bank ?? (awards.length > 0 ? bankAccountFor(chance) : undefined),
  }
}

const drawn: { readonly [I in Identity]?: Benefit } = {
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

type Grounds = Pick<BenefitStanding, 'care' | 'survivor' | 'conscription'>

// A few of those who could draw have not been approved yet: whoever screens the county should find them.
function regularAwards(chance: Chance, profile: Profile, grounds: Grounds): readonly Decision[] {
  const awards: Decision[] = []
  for (const { identity, since } of profile.identities) {
    const benefit = drawn[identity]
    if (benefit === undefined || chance.happens(0.03) || !hasGround(profile, benefit, grounds)) continue
    awards.push(decisionOf(chance, profile, { benefit, since }))
  }
  const care = careAward(awards[0], profile, grounds)
  if (care) awards.push(care)
  const { conscription } = grounds
  if (conscription)
    awards.push(decisionOf(chance, profile, { benefit: 'conscript-family-allowance', since: conscription.approved }))
  return awards
}

// 军人抚恤优待条例 art. 62: a martyr's child had to be of age when regular pensions were founded.
const bornForMartyrChild = '1962-01-01'

function hasGround(profile: Profile, benefit: Benefit, { survivor }: Grounds): boolean {
  if (benefit === 'martyr-child-subsidy') return profile.born <= bornForMartyrChild
  return survivor?.ground !== 'none'
}

// Grades one to four with the pension; five and six by mental disorder since the regulation of 2024 (art. 34).
function careAward(
  pension: Decision | undefined,
  { died, disability }: Profile,
  { care }: Grounds,
): Decision | undefined {
  if (pension?.award.benefit !== 'disability-pension' || care?.mode !== 'dispersed' || !disability) return undefined
  if (disability.grade <= 4) return { ...pension, award: { ...pension.award, benefit: 'care-allowance' } }
  if (died !== undefined) return undefined
  const approved = [pension.award.approved, careByMentalDisorder].toSorted()[1] ?? careByMentalDisorder
  return { award: { ...pension.award, benefit: 'care-allowance', approved }, from: undefined }
}

const careByMentalDisorder = day('2024-11-05')

/** Approved within some weeks of the day from which one qualifies, as papers take their time. */
function decisionOf(
  chance: Chance,
  profile: Profile,
  { benefit, since }: { readonly benefit: Benefit; readonly since: Day },
): Decision {
  const approved = dayAfter(since, chance.between(0, 45), profile.died)
  const document = `海优抚核〔${approved.slice(0, 4)}〕${chance.between(1, 900)}号`
  const { service } = profile
  const years = benefit === 'rural-veteran-subsidy' && service ? { years: yearsServed(service) } : {}
  return { award: { benefit, approved, document, ...years }, from: monthOnPaper(benefit, approved) }
}

// Papers older than the choices that the rate book holds name their month: for a pension by grade the one after the approval.
function monthOnPaper(benefit: Benefit, approved: Day): Day | undefined {
  if (approved >= (benefit === 'disability-pension' ? '2019-04-01' : '2011-08-01')) return undefined
  const { year, month } = partsOf(approved)
  const at = benefit === 'disability-pension' ? month + 1 : month
  return findDayOf(at > 12 ? year + 1 : year, at > 12 ? 1 : at, 1)
}

function supplementAward(chance: Chance, profile: Profile, regular: readonly Decision[]): Decision {
  const base = regular.map(({ award }) => award.approved).toSorted()
  // Somebody is alone later in life, not on the day a pension began.
  const since = [base[0] ?? demoDay, dayAfter(profile.born, 70 * 365, profile.died)].toSorted()[1] ?? demoDay
  return decisionOf(chance, profile, { benefit: 'lone-supplement', since })
}

function ratingFor(chance: Chance, { disability, service }: Profile): BenefitStanding['rated'] {
  if (!disability || !service) return undefined
  const { nature, grade } = disability
  // Rated in the forces, in the months before discharge; the county takes the file over.
  const approved = dayAfter(service.discharged, -chance.between(20, 200), undefined)
  // Asked of grades five and six alone: there the care allowance hangs on it.
  const mental = grade === 5 || grade === 6 ? nature === 'illness' && chance.happens(0.15) : undefined
  return { approved, mental }
}

function careFor(chance: Chance, { disability }: Profile, rated: BenefitStanding['rated']): BenefitStanding['care'] {
  if (!disability || (disability.grade > 4 && rated?.mental !== true)) return undefined
  return { mode: chance.happens(0.88) ? 'dispersed' : 'pooled' }
}

function loneFor(chance: Chance, { marital, born, hardship, died }: Profile): BenefitStanding['lone'] {
  if (marital === '已婚' || ageOn(born, died ?? demoDay) < 71) return undefined
  return hardship?.kind === '孤老' || chance.happens(0.12) ? { kind: 'alone' } : undefined
}

// 军人抚恤优待条例 art. 59: while a sentence or a search lasts.
function suspensionFor(chance: Chance, { died }: Profile): BenefitStanding['suspension'] {
  if (died !== undefined || !chance.happens(0.002)) return undefined
  const from = dayAfter(demoDay, -chance.between(60, 900), undefined)
  const isOver = chance.happens(0.4)
  return {
    ground: chance.of(['被判处有期徒刑', '被判处有期徒刑', '被通缉']),
    document: `苏退役军人中止〔${partsOf(from).year}〕${chance.between(1, 60)}号`,
    from,
    to: isOver ? dayAfter(from, chance.between(31, 59), undefined) : undefined,
  }
}

function causeFor(chance: Chance, { died, disability }: Profile): BenefitStanding['deathCause'] {
  if (died === undefined) return undefined
  if (disability && disability.nature !== 'illness' && chance.happens(0.04)) return { cause: 'old-injury' }
  return { cause: chance.happens(0.95) ? 'illness' : 'accident' }
}
