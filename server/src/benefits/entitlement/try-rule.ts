import type { AwardView, Trial, TrialAnswer } from '@dongzhou/contract/benefits-views'
import type { FactView } from '@dongzhou/contract/registry'
import { explain, factsAsked } from '@dongzhou/engines/benefits'
import { type Benefit, benefits } from '@dongzhou/terms/benefit'
import { factKinds, type KeptFact } from '@dongzhou/terms/fact'
import { type Month, monthCode, monthOf, monthSpan } from '@dongzhou/terms/month'
import type { Setting } from '../../platform/setting.ts'
import { divisionNames, presentFact, sourceText } from '../../registry/index.ts'
import { letterOf } from './letter.ts'
import { openRulebook } from './open-rulebook.ts'
import { awardFactOf, type Beneficiary, beneficiaryLine, getBeneficiary } from './people.ts'
import { isOfSample, presentVerdict } from './present-verdict.ts'
import type { Rulebook } from './rulebook.ts'

export interface TryRule {
  readonly personId: number
  readonly benefit: Benefit
  readonly month: Month
  readonly asKnownOn?: string | undefined
}

/** 待遇试算: what one rule says of one person in one month, with everything it stands on. Recomputed, and kept nowhere. */
export async function tryRule(setting: Setting, asked: TryRule): Promise<Trial> {
  const beneficiary = await getBeneficiary(setting, asked.personId, asked.asKnownOn)
  const rulebook = await openRulebook(setting)
  const names = await namesFor(setting, beneficiary)
  const { rule } = rulebook.questionOf(asked.benefit)
  const awards = beneficiary.facts.awards.flatMap(({ benefit }, at) => (benefit === asked.benefit ? [at] : []))
  const answered = (awards.length === 0 ? [-1] : awards).map((award) =>
    answerOf(rulebook, beneficiary, award, asked, names),
  )
  const trial = {
    person: beneficiaryLine(beneficiary.person, names, setting.today),
    benefit: asked.benefit,
    benefitName: benefits[asked.benefit],
    version: rule.version,
    month: monthCode(asked.month),
    asKnownOn: asked.asKnownOn ?? null,
    isSample: answered.some(({ isSample }) => isSample),
  }
  const { month } = asked
  const answers = answered.map(({ answer, isSample }) => ({
    ...answer,
    letter: letterOf({ trial, month, answer, today: setting.today, isSample }),
  }))
  return { ...trial, answers }
}

/** The decision behind an award, as screens show it. */
export function presentAward(fact: KeptFact<'award'>): AwardView {
  const { value, validFrom, validTo } = fact
  return {
    factId: fact.id,
    benefit: value.benefit,
    benefitName: benefits[value.benefit],
    approved: value.approved,
    from: validFrom === undefined ? null : monthCode(monthOf(validFrom)),
    lastMonth: validTo === undefined ? null : monthCode(lastMonthBefore(validTo)),
    document: value.document ?? null,
    years: value.years ?? null,
    source: sourceText(fact.source),
    recordedAt: fact.recordedAt,
  }
}

// A month begun is paid, and an end is exclusive: an award that ends on a first was last paid the month before.
function lastMonthBefore(end: NonNullable<KeptFact['validTo']>): Month {
  return (monthOf(end) - (end.endsWith('-01') ? 1 : 0)) as Month
}

function answerOf(
  rulebook: Rulebook,
  { id, kept, facts }: Beneficiary,
  award: number,
  { benefit, month }: TryRule,
  names: ReadonlyMap<string, string>,
): { readonly answer: Omit<TrialAnswer, 'letter'>; readonly isSample: boolean } {
  const question = rulebook.questionOf(benefit)
  const qualifies = explain(question, facts, { award, ask: 'qualifies' }, month)
  const due = explain(question, facts, { award, ask: 'decides' }, month)
  const asked = new Set(factsAsked(question, facts, { award, ask: 'decides' }, month))
  const decided = award < 0 ? undefined : awardFactOf(kept, facts, award)
  const answer = {
    award: decided === undefined ? null : presentAward(decided),
    qualifies: presentVerdict(rulebook, qualifies),
    due: presentVerdict(rulebook, due),
    facts: kept.filter((fact) => asked.has(fact.kind) && holdsIn(fact, month)).map((fact) => present(id, fact, names)),
  }
  return { answer, isSample: isOfSample(due) }
}

function present(personId: number, fact: KeptFact, names: ReadonlyMap<string, string>): FactView {
  return presentFact({ ...fact, personId, supersededBecause: undefined }, names)
}

async function namesFor(
  setting: Setting,
  { person, kept }: Beneficiary & { readonly person: { readonly division: string } },
): Promise<ReadonlyMap<string, string>> {
  const inFacts = kept.flatMap(({ value }) =>
    'division' in value && value.division !== undefined ? [value.division] : [],
  )
  return divisionNames(setting, [person.division, ...inFacts])
}

// Of what changes, the value of the month is shown; of what is told once (a birth, a service, a decision), all there is.
function holdsIn(fact: KeptFact, month: Month): boolean {
  if (factKinds[fact.kind].holds === 'many' && fact.kind !== 'identity') return true
  const { from, to } = monthSpan(month)
  return (fact.validFrom === undefined || fact.validFrom <= to) && (fact.validTo === undefined || from < fact.validTo)
}
