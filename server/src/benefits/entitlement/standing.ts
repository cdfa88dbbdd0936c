import type { Standing } from '@dongzhou/contract/benefits-views'
import {
  explain,
  type PersonFacts,
  type Question,
  type Segment,
  type Subject,
  segmentsOf,
} from '@dongzhou/engines/benefits'
import type { Month } from '@dongzhou/terms/month'

/** The months looked at: from January of last year to twelve months past the one that runs. */
export interface Window {
  readonly from: Month
  readonly now: Month
  /** Exclusive. */
  readonly to: Month
}

/** Somebody among the people of a subject's columns. */
export interface Asked {
  readonly subject: Subject
  readonly person: number
  readonly facts: PersonFacts
}

/** How one benefit stands with one person under one award, or without any. */
export interface BenefitStanding {
  readonly question: Question
  /** The place of the award among the person's awards; -1 without one. */
  readonly award: number
  readonly standing: Standing
  /** Since when it stands so; for what is coming, from when it will. */
  readonly since: Month
  /** What is due; without an award, whether the conditions are met, with no amounts. */
  readonly segments: readonly Segment[]
}

/** 筛查窗口 of a month. */
export function windowOf(now: Month): Window {
  return { from: (now - (now % 12) - 12) as Month, now, to: (now + 13) as Month }
}

/**
 * 待遇状况 (standings) of one person for one benefit: a line for each award, and one without where none runs. The work list and the
 * timeline of a person both read this, so they cannot disagree.
 */
export function standingsOf(question: Question, asked: Asked, window: Window): readonly BenefitStanding[] {
  const lines = awardsOf(question, asked.facts).map((award) => ofAward(question, asked, award, window))
  const isAnswered = question.rule.cadence === 'once' || lines.some(({ standing }) => standing !== 'ended')
  if (lines.length > 0 && isAnswered) return lines
  const without = withoutAward(question, asked, window)
  return lines.length > 0 && without.standing === 'none' ? lines : [...lines, without]
}

function awardsOf({ rule }: Question, { awards }: PersonFacts): readonly number[] {
  return awards.flatMap(({ benefit }, at) => (benefit === rule.benefit ? [at] : []))
}

function ofAward(question: Question, asked: Asked, award: number, window: Window): BenefitStanding {
  const segments = segmentsFor(question, asked, award, 'decides', window)
  const to = asked.facts.awards[award]?.to
  const line = (standing: Standing, since: Month): BenefitStanding => ({ question, award, standing, since, segments })
  if (to !== undefined && to <= window.now) return line('ended', to)
  const paid = holding(segments, window.now)
  if (paid?.outcome === 'unknown') return line('uncertain', runStart(segments, window.now, 'unknown'))
  if (paid?.outcome === 'entitled') return line('drawn', runStart(segments, window.now, 'entitled'))
  // The conditions alone: what is not due this month, or has not begun, is no reason to take an award away.
  const conditions = segmentsFor(question, asked, award, 'qualifies', window)
  const met = holding(conditions, window.now)?.outcome
  if (met === 'refused' && hasBegun(asked, award, window.now) && !isSuspended(question, asked, award, window.now))
    return line('unjustified', refusedSince(question, asked, award, { window, conditions }))
  return line(met === 'unknown' ? 'uncertain' : 'drawn', runStart(conditions, window.now, met ?? 'refused'))
}

// Money is asked back from the first month on, be it years ago: where it lies before the window, the award's own months are looked through.
function refusedSince(
  question: Question,
  asked: Asked,
  award: number,
  { window, conditions }: { readonly window: Window; readonly conditions: readonly Segment[] },
): Month {
  const since = runStart(conditions, window.now, 'refused')
  const began = beginningOf(asked, award)
  if (since > window.from || began === undefined || began >= window.from) return since
  return runStart(segmentsFor(question, asked, award, 'qualifies', { ...window, from: began }), window.now, 'refused')
}

// 中止 is decided by the province and ends by itself: the award stands, and nobody has to take it away.
function isSuspended(question: Question, { facts }: Asked, award: number, now: Month): boolean {
  const verdict = explain(question, facts, { award, ask: 'qualifies' }, now)
  return verdict.kind === 'refused' && verdict.reasons.every(({ refusal }) => refusal === 'suspended')
}

// An award decided for later, whose conditions are met by then, is not unjustified today.
function hasBegun(asked: Asked, award: number, now: Month): boolean {
  const began = beginningOf(asked, award)
  return began === undefined || began <= now
}

function beginningOf({ facts }: Asked, award: number): Month | undefined {
  const { from, approved } = facts.awards[award] ?? {}
  if (from !== undefined) return from
  if (approved === undefined) return undefined
  return (Math.trunc(approved / 10_000) * 12 + (Math.trunc(approved / 100) % 100) - 1) as Month
}

function withoutAward(question: Question, asked: Asked, window: Window): BenefitStanding {
  const segments = segmentsFor(question, asked, -1, 'qualifies', window)
  const line = (standing: Standing, since: Month): BenefitStanding => ({
    question,
    award: -1,
    standing,
    since,
    segments,
  })
  const { cadence } = question.rule
  const outcome = holding(segments, window.now)?.outcome
  const since = outcome === undefined ? window.now : runStart(segments, window.now, outcome)
  if (outcome === 'entitled') {
    // What is paid once for an event of long ago was settled under the papers of its time.
    return cadence === 'once' && since <= window.from ? line('none', since) : line('unclaimed', since)
  }
  const coming = segments.find((segment) => segment.from > window.now && segment.outcome === 'entitled')
  if (coming) return line('upcoming', coming.from)
  return line('none', since)
}

/**
 * Nothing speaks against it, and something is not on file: worth asking for. Of what is paid once, or of everybody who ever served, it
 * would be most of the register.
 */
export function isPossible({ question, award, segments, standing }: BenefitStanding, now: Month): boolean {
  const { cadence, whom } = question.rule
  const isOfAll = whom.every((identity) => identity === 'veteran')
  if (award >= 0 || standing !== 'none' || cadence === 'once' || isOfAll) return false
  return holding(segments, now)?.outcome === 'unknown'
}

/** The segment a month lies in. */
export function holding(segments: readonly Segment[], month: Month): Segment | undefined {
  return segments.find(({ from, to }) => from <= month && month < to)
}

function segmentsFor(
  question: Question,
  { subject, person }: Asked,
  award: number,
  ask: 'decides' | 'qualifies',
  { from, to }: Window,
): readonly Segment[] {
  const row = award < 0 ? -1 : (subject.columns.awardStart[person] ?? 0) + award
  return segmentsOf(question, subject, { person, award: row, ask }, { from, to })
}

// Segments of one outcome that follow each other differ in their amount only.
function runStart(segments: readonly Segment[], month: Month, outcome: Segment['outcome']): Month {
  let at = segments.findIndex(({ from, to }) => from <= month && month < to)
  while (at > 0 && segments[at - 1]?.outcome === outcome) at -= 1
  return segments[at]?.from ?? month
}
