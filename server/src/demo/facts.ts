import { type Day, partsOf } from '@dongzhou/terms/day'
import type { Certainty, Fact, FactKind, FactValues } from '@dongzhou/terms/fact'
import { type BenefitStanding, benefitStandingOf } from './benefits.ts'
import type { Profile } from './profiles.ts'
import { conscriptUntil, dischargeWord, type Service } from './service.ts'
import { dayAfter, demoDay } from './standing.ts'

/** A fact as a synthetic person brings it: complete but for its source, which the action that records it supplies. */
export type FactDraft = { readonly [K in FactKind]: Omit<Fact<K>, 'source'> }[FactKind]

/** 事实 (facts) of a synthetic person, in the order a file would be read. */
export function factsOf(profile: Profile): readonly FactDraft[] {
  const standing = benefitStandingOf(profile)
  return [
    ...whoItIs(profile),
    ...whereTheyLive(profile),
    ...whatTheyDid(profile, standing),
    ...howTheyLive(profile, standing),
    ...(standing ? whatTheyDraw(standing) : []),
  ]
}

function whoItIs(profile: Profile): readonly FactDraft[] {
  const { born } = profile
  return [
    confirmed('name', { name: profile.name }, born),
    confirmed('id-number', { idNumber: profile.idNumber }, born),
    confirmed('sex', { sex: profile.sex }, born),
    confirmed('birth', { day: born, precision: 'day' }, born),
    confirmed('ethnicity', { ethnicity: profile.ethnicity }, born),
    stated('political-status', { status: profile.politics }, undefined),
    stated('education', { level: profile.education }, undefined),
    stated('marital-status', { status: profile.marital }, undefined),
  ]
}

function whereTheyLive(profile: Profile): readonly FactDraft[] {
  const { place, text } = profile.home
  return [
    confirmed('residence', { division: place.division, address: text }, undefined),
    confirmed(
      'household-registration',
      { kind: profile.livesRural ? 'rural' : 'urban', division: place.division, address: text },
      undefined,
    ),
    stated('phone', { phone: profile.phone }, undefined),
  ]
}

function whatTheyDid(profile: Profile, standing: BenefitStanding | undefined): readonly FactDraft[] {
  const drafts: FactDraft[] = profile.service ? serviceDrafts(profile.service) : []
  for (const held of profile.identities) {
    const { identity, certificate } = held
    const value = certificate === undefined ? { identity } : { identity, certificate }
    // A family is a conscript's for as long as there is one.
    const since = identity === 'conscript-family' ? (standing?.conscription?.approved ?? held.since) : held.since
    drafts.push(draft('identity', value, since, profile.died, 'confirmed'))
  }
  if (profile.disability) drafts.push(disabilityDraft(profile.disability, standing?.rated, profile.service))
  for (const merit of profile.merits) drafts.push(confirmed('merit', merit, undefined))
  return drafts
}

function disabilityDraft(
  disability: FactValues['disability'],
  rated: BenefitStanding['rated'],
  service: Service | undefined,
): FactDraft {
  const mental = rated?.mental === undefined ? {} : { mental: rated.mental }
  const value = rated ? { ...disability, approved: rated.approved, ...mental } : disability
  return confirmed('disability', value, service?.discharged)
}

function serviceDrafts(service: Service): FactDraft[] {
  const until = conscriptUntil(service)
  const value: FactValues['service'] = {
    enlisted: { day: service.enlisted, precision: 'day' },
    discharged: { day: service.discharged, precision: 'day' },
    ...(until === undefined
      ? {}
      : {
          conscriptFrom: { day: service.enlisted, precision: 'day' },
          conscriptTo: { day: until, precision: 'day' },
        }),
    category: dischargeWord(service),
    rank: service.rank,
    dischargeNumber: service.dischargeNumber,
  }
  const served = draft('service', value, service.enlisted, service.discharged, 'confirmed')
  return service.discharged >= '2022-01-01' ? [served, arrangementDraft(service)] : [served]
}

// 退役军人安置条例: a sergeant of twelve years may be given work; whoever served less finds it alone and gets a sum.
function arrangementDraft({ enlisted, discharged, category }: Service): FactDraft {
  const isLong = category === '军士' && partsOf(discharged).year - partsOf(enlisted).year >= 12
  const reported = dayAfter(discharged, 15, undefined)
  if (category === '军官') return confirmed('arrangement', { mode: 'monthly-pay', reported }, discharged)
  if (!isLong) return confirmed('arrangement', { mode: 'self-employed', reported }, discharged)
  const letter = dayAfter(discharged, 120, undefined)
  return confirmed('arrangement', { mode: 'assigned-work', reported, letter }, discharged)
}

function whatTheyDraw(standing: BenefitStanding): readonly FactDraft[] {
  const { awards, care, survivor, lone, conscription, suspension, deathCause } = standing
  const drafts: FactDraft[] = awards.map(({ award, from }) => confirmed('award', award, from))
  if (care) drafts.push(confirmed('care', care, undefined))
  if (survivor) drafts.push(confirmed('survivor', survivor, undefined))
  if (lone) drafts.push(confirmed('lone', lone, undefined))
  if (conscription) drafts.push(confirmed('conscription', conscription, conscription.approved))
  if (suspension) {
    const { from, to, ...value } = suspension
    drafts.push(draft('suspension', value, from, to, 'confirmed'))
  }
  if (deathCause) drafts.push(confirmed('death-cause', deathCause, undefined))
  return drafts
}

function howTheyLive(profile: Profile, standing: BenefitStanding | undefined): readonly FactDraft[] {
  const { hardship, health, died } = profile
  const bank = standing?.bank ?? profile.bank
  const { state, employer, pension } = profile.livelihood
  const drafts: FactDraft[] = [
    stated('employment', employer === undefined ? { state } : { state, employer }, undefined),
    stated('pension-insurance', { kind: pension }, undefined),
  ]
  if (bank) drafts.push(confirmed('bank-account', { ...bank, holder: profile.name }, undefined))
  if (hardship) {
    drafts.push(confirmed('hardship', { kind: hardship.kind }, undefined))
    drafts.push(stated('income', { yearly: hardship.income }, undefined))
  }
  if (health) drafts.push(stated('health', { finding: health }, undefined))
  if (died !== undefined && died <= demoDay) drafts.push(confirmed('death', { day: died, precision: 'day' }, died))
  return drafts
}

function confirmed<K extends FactKind>(kind: K, value: FactValues[K], validFrom: Day | undefined): Draft<K> {
  return draft(kind, value, validFrom, undefined, 'confirmed')
}

function stated<K extends FactKind>(kind: K, value: FactValues[K], validFrom: Day | undefined): Draft<K> {
  return draft(kind, value, validFrom, undefined, 'stated')
}

type Draft<K extends FactKind> = {
  readonly kind: K
  readonly value: FactValues[K]
  readonly validFrom: Day | undefined
  readonly validTo: Day | undefined
  readonly certainty: Certainty
}

function draft<K extends FactKind>(
  kind: K,
  value: FactValues[K],
  validFrom: Day | undefined,
  validTo: Day | undefined,
  certainty: Certainty,
): Draft<K> {
  return { kind, value, validFrom, validTo, certainty }
}
