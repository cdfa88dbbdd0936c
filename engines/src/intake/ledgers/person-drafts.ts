import type { DatedTo, Day } from '@dongzhou/terms/day'
import type { DivisionCode } from '@dongzhou/terms/division'
import type { Certainty, FactKind, FactValues } from '@dongzhou/terms/fact'
import type { IdNumber, Sex } from '@dongzhou/terms/id-number'
import type { FactDraft } from '../ledger.ts'
import type { DisabilityGrade } from '../reader.ts'
import { birthOfId, sexOfId } from '../rows/cross-checks.ts'

/** What every people's ledger knows of a person. */
export interface PersonValues {
  readonly name?: string | undefined
  readonly idNumber?: IdNumber | undefined
  readonly sex?: Sex | undefined
  readonly birth?: DatedTo | undefined
  readonly ethnicity?: string | undefined
  readonly politicalStatus?: string | undefined
  readonly education?: string | undefined
  readonly maritalStatus?: string | undefined
  readonly town?: DivisionCode | undefined
  readonly division?: DivisionCode | undefined
  readonly address?: string | undefined
  readonly householdKind?: 'rural' | 'urban' | undefined
  readonly householdDivision?: DivisionCode | undefined
  readonly householdAddress?: string | undefined
  readonly phone?: readonly string[] | undefined
  readonly otherPhone?: readonly string[] | undefined
  readonly hardship?: string | undefined
  readonly health?: string | undefined
  readonly pensionInsurance?: string | undefined
  readonly died?: DatedTo | undefined
}

/** A fact's draft; a ledger row states things, it does not prove them. */
export function stated<K extends FactKind>(kind: K, value: FactValues[K], from?: Day, certainty: Certainty = 'stated') {
  return { kind, value, validFrom: from, validTo: undefined, certainty } as const
}

/** The facts that every people's ledger gives: who it is, where, how to reach them. */
export function personDrafts(values: PersonValues): readonly FactDraft[] {
  return [...whoItIs(values), ...whereAndHow(values), ...circumstances(values)]
}

function whoItIs({ name, idNumber, sex, birth, ethnicity }: PersonValues): readonly FactDraft[] {
  const drafts: FactDraft[] = []
  if (name !== undefined) drafts.push(stated('name', { name }))
  if (idNumber !== undefined) drafts.push(stated('id-number', { idNumber }))
  if (sex !== undefined) drafts.push(stated('sex', { sex }))
  else if (idNumber !== undefined) drafts.push(stated('sex', { sex: sexOfId(idNumber) }, undefined, 'derived'))
  const born = birth ?? (idNumber === undefined ? undefined : birthOfId(idNumber))
  if (born) drafts.push(stated('birth', born, undefined, birth ? 'stated' : 'derived'))
  if (ethnicity !== undefined) drafts.push(stated('ethnicity', { ethnicity }))
  return drafts
}

function whereAndHow(values: PersonValues): readonly FactDraft[] {
  const { address, householdKind, householdDivision, householdAddress } = values
  const drafts: FactDraft[] = []
  const division = values.division ?? values.town
  if (division !== undefined) drafts.push(stated('residence', { division, address }))
  if (householdKind !== undefined) {
    drafts.push(
      stated('household-registration', { kind: householdKind, division: householdDivision, address: householdAddress }),
    )
  }
  const phones = new Set([...(values.phone ?? []), ...(values.otherPhone ?? [])])
  for (const phone of phones) drafts.push(stated('phone', { phone }))
  return drafts
}

function circumstances(values: PersonValues): readonly FactDraft[] {
  const { politicalStatus, education, maritalStatus, hardship, health, pensionInsurance, died } = values
  const drafts: FactDraft[] = []
  if (politicalStatus !== undefined) drafts.push(stated('political-status', { status: politicalStatus }))
  if (education !== undefined) drafts.push(stated('education', { level: education }))
  if (maritalStatus !== undefined) drafts.push(stated('marital-status', { status: maritalStatus }))
  if (hardship !== undefined) drafts.push(stated('hardship', { kind: hardship }))
  if (health !== undefined) drafts.push(stated('health', { finding: health }))
  if (pensionInsurance !== undefined) drafts.push(stated('pension-insurance', { kind: pensionInsurance }))
  if (died) drafts.push(stated('death', died, died.day))
  return drafts
}

interface ServiceValues {
  readonly enlisted?: DatedTo | undefined
  readonly discharged?: DatedTo | undefined
  readonly conscriptFrom?: DatedTo | undefined
  readonly conscriptTo?: DatedTo | undefined
  readonly category?: string | undefined
  readonly rank?: string | undefined
  readonly dischargeNumber?: string | undefined
}

/** 服役经历: one fact, valid for the time served; left out when the row says nothing of it. */
export function serviceDrafts(values: ServiceValues): readonly FactDraft[] {
  const { enlisted, discharged, conscriptFrom, conscriptTo, category, rank, dischargeNumber } = values
  const value = { enlisted, discharged, conscriptFrom, conscriptTo, category, rank, dischargeNumber }
  if (Object.values(value).every((said) => said === undefined)) return []
  return [{ ...stated('service', value, enlisted?.day), validTo: discharged?.day }]
}

interface DisabilityValues {
  readonly disabilityGrade?: DisabilityGrade | undefined
  readonly disabilityNature?: 'war' | 'duty' | 'illness' | undefined
  readonly mental?: 'yes' | 'no' | undefined
}

/** 残疾等级: a fact only when grade and nature are both known, because the two together set the rate. */
export function disabilityDrafts(values: DisabilityValues, approved?: Day): readonly FactDraft[] {
  const { disabilityGrade, mental } = values
  const nature = values.disabilityNature ?? disabilityGrade?.nature
  if (!disabilityGrade || nature === undefined) return []
  const isMental = mental === undefined ? undefined : mental === 'yes'
  return [stated('disability', { grade: disabilityGrade.grade, nature, approved, mental: isMental })]
}
