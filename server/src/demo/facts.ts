import type { Day } from '@dongzhou/terms/day'
import type { Certainty, Fact, FactKind, FactValues } from '@dongzhou/terms/fact'
import type { Profile } from './profiles.ts'
import { dischargeWord, type Service } from './service.ts'
import { demoDay } from './standing.ts'

/** A fact as a synthetic person brings it: complete but for its source, which the action that records it supplies. */
export type FactDraft = { readonly [K in FactKind]: Omit<Fact<K>, 'source'> }[FactKind]

/** 事实 (facts) of a synthetic person, in the order a file would be read. */
export function factsOf(profile: Profile): readonly FactDraft[] {
  return [...whoItIs(profile), ...whereTheyLive(profile), ...whatTheyDid(profile), ...howTheyLive(profile)]
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

function whatTheyDid(profile: Profile): readonly FactDraft[] {
  const drafts: FactDraft[] = profile.service ? [serviceDraft(profile.service)] : []
  for (const held of profile.identities) {
    const { identity, certificate } = held
    const value = certificate === undefined ? { identity } : { identity, certificate }
    drafts.push(draft('identity', value, held.since, profile.died, 'confirmed'))
  }
  if (profile.disability) drafts.push(confirmed('disability', profile.disability, profile.service?.discharged))
  for (const merit of profile.merits) drafts.push(confirmed('merit', merit, undefined))
  return drafts
}

function serviceDraft(service: Service): FactDraft {
  const value: FactValues['service'] = {
    enlisted: { day: service.enlisted, precision: 'day' },
    discharged: { day: service.discharged, precision: 'day' },
    category: dischargeWord(service),
    rank: service.rank,
    dischargeNumber: service.dischargeNumber,
  }
  return draft('service', value, service.enlisted, service.discharged, 'confirmed')
}

function howTheyLive(profile: Profile): readonly FactDraft[] {
  const { bank, hardship, health, died } = profile
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
