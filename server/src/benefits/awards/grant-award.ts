import { columnsOf, explain, type Question, Subject, segmentsOf } from '@dongzhou/engines/benefits'
import { singleThingOf } from '@dongzhou/terms/agreement'
import type { Benefit } from '@dongzhou/terms/benefit'
import type { Day } from '@dongzhou/terms/day'
import type { Fact, FactSource, KeptFact } from '@dongzhou/terms/fact'
import { type Month, monthOf, monthSpan } from '@dongzhou/terms/month'
import { Fault, requireMay } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { loadPeopleForChange, recordPeople } from '../../registry/index.ts'
import { openRulebook } from '../entitlement/open-rulebook.ts'
import { awardFacts, type Beneficiary, listBeneficiariesOf } from '../entitlement/people.ts'
import { presentMissing, presentReason } from '../entitlement/present-verdict.ts'
import { mayDecideAward } from '../policy.ts'
import { screenNow } from '../screening/follow-changes.ts'

export interface GrantAward {
  readonly personId: number
  readonly version: number
  readonly benefit: Benefit
  readonly approved: Day
  readonly from?: Month | undefined
  readonly document: string
  readonly years?: number | undefined
  readonly because: string
  readonly despiteMissing: boolean
}

/** 核定待遇: records the county's decision as a fact. Nobody is awarded what the rules refuse in every month. */
export async function grantAward(
  setting: ActionSetting,
  input: GrantAward,
): Promise<{ id: number; version: number; factId: number }> {
  const [person] = await loadPeopleForChange(setting, [{ id: input.personId, version: input.version }])
  if (!person) throw new Fault('registry.person-not-found')
  requireMay(mayDecideAward(setting.clerk, person))
  const factId = await decideAward(setting, input, { kind: 'clerk', note: input.because })
  return { id: person.id, version: person.version + 1, factId }
}

/**
 * 经办件核定: the same decision, made at the end of a case by whoever may decide it. What was not known when the case was granted stops it:
 * the case goes back and the fact is asked for. Answers the fact.
 */
export async function awardByCase(
  setting: ActionSetting,
  {
    caseId,
    ...decided
  }: Pick<GrantAward, 'personId' | 'benefit' | 'approved' | 'from' | 'years'> & {
    readonly caseId: number
  },
): Promise<number> {
  const input = { ...decided, document: `办件${caseId}`, because: '', despiteMissing: false }
  return decideAward(setting, input, { kind: 'case', caseId: String(caseId) })
}

type Decision = Omit<GrantAward, 'version'>

async function decideAward(setting: ActionSetting, input: Decision, source: FactSource): Promise<number> {
  if (input.approved > setting.today) throw new Fault('benefits.decided-in-future')
  const [beneficiary] = await listBeneficiariesOf(setting, [input.personId])
  if (!beneficiary) throw new Fault('registry.person-not-found')
  const fact = factOf(input, source)
  requireNoneRuns(beneficiary, fact, input)
  await requireQualified(setting, beneficiary, input)
  const entries = [{ personId: input.personId, facts: [fact] }]
  const [recorded] = await recordPeople(setting, 'benefits.grant-award', entries, input.because)
  if (!recorded || recorded.added.length + recorded.disagreeing.length === 0)
    throw new Fault('benefits.award-runs-already')
  await screenNow(setting, [input.personId])
  return newestAward(setting, input)
}

function factOf(input: Decision, source: FactSource): Fact<'award'> {
  const { benefit, approved, document, years } = input
  return {
    kind: 'award',
    value: { benefit, approved, document, ...(years === undefined ? {} : { years }) },
    validFrom: input.from === undefined ? undefined : monthSpan(input.from).from,
    validTo: undefined,
    source,
    certainty: 'confirmed',
  }
}

/** Of what runs, one decision holds at a time; of what is paid for an event, each event has its own. */
function requireNoneRuns({ kept }: Beneficiary, fact: Fact<'award'>, { benefit, approved, from }: Decision): void {
  const begins = from === undefined ? approved : monthSpan(from).from
  const running = awardFacts(kept, benefit).filter(({ validTo }) => validTo === undefined || validTo > begins)
  const [first] = running
  if (singleThingOf(fact) !== undefined && first) throw new Fault('benefits.award-runs-already', { factId: first.id })
}

async function requireQualified(setting: ActionSetting, { facts }: Beneficiary, input: Decision): Promise<void> {
  const question = (await openRulebook(setting)).questionOf(input.benefit)
  const month = input.from ?? monthOf(input.approved)
  const now = monthOf(setting.today)
  const months = { from: Math.min(month, now) as Month, to: (Math.max(month, now) + 13) as Month }
  const subject = new Subject(columnsOf([facts]))
  const segments = segmentsOf(question, subject, { person: 0, award: -1, ask: 'qualifies' }, months)
  if (segments.some(({ outcome }) => outcome === 'entitled')) return
  const isUnknown = segments.some(({ outcome }) => outcome === 'unknown')
  if (isUnknown && input.despiteMissing) return
  const unsure = segments.find(({ outcome }) => outcome === 'unknown')?.from
  throw isUnknown
    ? new Fault('benefits.facts-missing', { missing: sentencesOf(question, facts, unsure ?? month) })
    : new Fault('benefits.does-not-qualify', { reasons: sentencesOf(question, facts, month) })
}

/** What speaks against it, in the words of the rule: they name no person. */
function sentencesOf(question: Question, facts: Beneficiary['facts'], month: Month): readonly string[] {
  const verdict = explain(question, facts, { award: -1, ask: 'qualifies' }, month)
  if (verdict.kind === 'refused') return verdict.reasons.map((reason) => presentReason(reason).say)
  return verdict.kind === 'unknown' ? verdict.missing.map((what) => presentMissing(what).name) : []
}

async function newestAward(setting: ActionSetting, { personId, benefit }: Decision): Promise<number> {
  const [person] = await listBeneficiariesOf(setting, [personId])
  const found = awardFacts(person?.kept ?? [], benefit).toSorted(byNewest)[0]
  if (!found) throw new Fault('platform.nothing-changed')
  return found.id
}

function byNewest(one: KeptFact, other: KeptFact): number {
  return other.id - one.id
}
