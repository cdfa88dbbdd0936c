import { columnsOf, type Segment, Subject } from '@dongzhou/engines/benefits'
import type { Setting } from '../../platform/setting.ts'
import { holdPeople } from '../../registry/index.ts'
import { awardFactOf, type Beneficiary } from '../entitlement/people.ts'
import type { Rulebook } from '../entitlement/rulebook.ts'
import { type BenefitStanding, holding, isPossible, standingsOf, type Window } from '../entitlement/standing.ts'
import { type Finding, saveFindings } from './findings.sql.ts'
import { holdScreening } from './rounds.sql.ts'
import { replaceSpans, type Span } from './spans.sql.ts'

export interface Screened {
  readonly spans: readonly Span[]
  readonly findings: readonly Finding[]
}

/** 筛查 (screening) of some people: what their awards pay over the window, and what somebody should look at. Nothing is written. */
export function screen(people: readonly Beneficiary[], rulebook: Rulebook, window: Window): Screened {
  const subject = new Subject(columnsOf(people.map(({ facts }) => facts)))
  const found: { spans: Span[]; findings: Finding[] } = { spans: [], findings: [] }
  for (const [at, person] of people.entries()) {
    const asked = { subject, person: at, facts: person.facts }
    for (const question of rulebook.questions) {
      for (const standing of standingsOf(question, asked, window)) {
        found.spans.push(...spansOf(standing, person))
        const finding = findingOf(standing, person, window)
        if (finding) found.findings.push(finding)
      }
    }
  }
  return found
}

/** Screens some people and puts what was found in the place of what had been; those who are no longer listed lose theirs. */
export async function screenPeople(
  setting: Setting,
  ids: readonly number[],
  people: readonly Beneficiary[],
  { rulebook, window }: { readonly rulebook: Rulebook; readonly window: Window },
): Promise<Screened> {
  const found = screen(people, rulebook, window)
  await holdPeople(setting.tx, ids)
  await holdScreening(setting)
  await replaceSpans(setting.tx, ids, found.spans)
  await saveFindings(setting, ids, found.findings)
  return found
}

function spansOf({ question, award, segments }: BenefitStanding, person: Beneficiary): readonly Span[] {
  if (award < 0) return []
  const awardFactId = awardFactOf(person.kept, person.facts, award)?.id
  if (awardFactId === undefined) throw new Error('an award without its fact')
  return segments.flatMap((segment) => {
    if (segment.outcome === 'refused') return []
    return [{ ...placeOf(person), benefit: question.rule.benefit, awardFactId, ...spanOf(segment, segment.outcome) }]
  })
}

function spanOf({ from, to, amount }: Segment, outcome: Span['outcome']) {
  return { from, to, outcome, amount }
}

function findingOf(standing: BenefitStanding, person: Beneficiary, { now }: Window): Finding | undefined {
  const kind = kindOf(standing, now)
  if (kind === undefined) return undefined
  const { question, award, since, segments } = standing
  return {
    ...placeOf(person),
    benefit: question.rule.benefit,
    kind,
    awardFactId: award < 0 ? 0 : (awardFactOf(person.kept, person.facts, award)?.id ?? 0),
    since,
    amount: award < 0 ? undefined : holding(segments, now)?.amount,
  }
}

function kindOf(standing: BenefitStanding, now: Window['now']): Finding['kind'] | undefined {
  switch (standing.standing) {
    case 'unclaimed':
    case 'upcoming':
    case 'unjustified':
    case 'uncertain':
      return standing.standing
    default:
      return isPossible(standing, now) ? 'possible' : undefined
  }
}

function placeOf({ id, division }: Beneficiary) {
  return { personId: id, division }
}
