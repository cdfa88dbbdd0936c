import type { Standing, Timeline, TimelineLine, TimelineSegment } from '@dongzhou/contract/benefits-views'
import { columnsOf, explain, type Segment, Subject, type Verdict } from '@dongzhou/engines/benefits'
import { benefits } from '@dongzhou/terms/benefit'
import { fen, yuanText } from '@dongzhou/terms/fen'
import { type Month, monthCode, monthOf, monthText } from '@dongzhou/terms/month'
import type { Setting } from '../../platform/setting.ts'
import { divisionNames } from '../../registry/index.ts'
import { mayDecideAward } from '../policy.ts'
import { openRulebook } from './open-rulebook.ts'
import { awardFactOf, type Beneficiary, beneficiaryLine, getBeneficiary } from './people.ts'
import { isOfSample, presentMissing, presentReason } from './present-verdict.ts'
import { type BenefitStanding, holding, standingsOf, type Window, windowOf } from './standing.ts'
import { presentAward } from './try-rule.ts'

export interface GetTimeline {
  readonly personId: number
  readonly from?: Month | undefined
  readonly asKnownOn?: string | undefined
}

const ORDER: readonly Standing[] = ['drawn', 'unjustified', 'uncertain', 'unclaimed', 'upcoming', 'ended', 'none']

/** 待遇时间线: of every benefit what one person gets, got, will get, and why not; over the past year and the next. */
export async function getTimeline(setting: Setting, asked: GetTimeline): Promise<Timeline> {
  const beneficiary = await getBeneficiary(setting, asked.personId, asked.asKnownOn)
  const rulebook = await openRulebook(setting)
  const usual = windowOf(monthOf(setting.today))
  const window = { ...usual, from: Math.min(usual.from, asked.from ?? usual.from) as Month }
  const subject = new Subject(columnsOf([beneficiary.facts]))
  const asks = { subject, person: 0, facts: beneficiary.facts }
  const standings = rulebook.questions.flatMap((question) => standingsOf(question, asks, window))
  const told = standings.map((standing) => lineOf(standing, beneficiary, window))
  const names = await divisionNames(setting, [beneficiary.division])
  return {
    person: beneficiaryLine(beneficiary.person, names, setting.today),
    version: beneficiary.version,
    from: monthCode(window.from),
    through: monthCode((window.to - 1) as Month),
    now: monthCode(window.now),
    asKnownOn: asked.asKnownOn ?? null,
    monthly: told.reduce((sum, { line }) => sum + (line.now.state === 'due' ? line.now.amount : 0), 0),
    lines: told.map(({ line }) => line).toSorted((a, b) => ORDER.indexOf(a.standing) - ORDER.indexOf(b.standing)),
    isSample: told.some(({ isSample }) => isSample),
    may: { write: asked.asKnownOn === undefined && mayDecideAward(setting.clerk, beneficiary) === 'yes' },
  }
}

function lineOf(
  standing: BenefitStanding,
  { facts, kept }: Beneficiary,
  window: Window,
): { readonly line: TimelineLine; readonly isSample: boolean } {
  const { question, award } = standing
  const { rule } = question
  const ask = award < 0 ? ('qualifies' as const) : ('decides' as const)
  const verdicts = standing.segments.map(({ from }) => explain(question, facts, { award, ask }, from))
  const segments = standing.segments.map((segment, at) => presentSegment(segment, award, verdicts[at]))
  const at = standing.segments.findIndex(({ from, to }) => from <= window.now && window.now < to)
  const now = segments[at]
  if (now === undefined) throw new Error('the month that runs lies in no segment')
  const decided = award < 0 ? undefined : awardFactOf(kept, facts, award)
  const line = {
    benefit: rule.benefit,
    benefitName: benefits[rule.benefit],
    version: rule.version,
    cadence: rule.cadence,
    standing: standing.standing,
    award: decided === undefined ? null : presentAward(decided),
    now,
    next: nextOf(standing, segments, window),
    segments,
  }
  return { line, isSample: verdicts.some(isOfSample) }
}

function presentSegment(
  { from, to, amount, outcome }: Segment,
  award: number,
  verdict: Verdict | undefined,
): TimelineSegment {
  const state = outcome === 'entitled' ? (award < 0 ? 'unclaimed' : 'due') : outcome
  return {
    from: monthCode(from),
    through: monthCode((to - 1) as Month),
    months: to - from,
    state,
    amount,
    reasons: verdict?.kind === 'refused' ? verdict.reasons.map(presentReason) : [],
    missing: verdict?.kind === 'unknown' ? verdict.missing.map(presentMissing) : [],
  }
}

function nextOf(
  { segments }: BenefitStanding,
  views: readonly TimelineSegment[],
  { now }: Window,
): TimelineLine['next'] {
  const current = holding(segments, now)
  const at = segments.findIndex(({ from }) => from === current?.to)
  const [next, view] = [segments[at], views[at]]
  if (next === undefined || view === undefined) return null
  return { month: view.from, say: `${monthText(next.from)}${isOneTime(view) ? '' : '起'}${wordsOf(view)}` }
}

// A half-year's or a lump sum is due in a month of its own.
function isOneTime({ state, months }: TimelineSegment): boolean {
  return state === 'due' && months === 1
}

function wordsOf(view: TimelineSegment): string {
  const { state, amount, reasons, missing } = view
  switch (state) {
    case 'due':
      return `${isOneTime(view) ? '发放' : '每月'}${yuanText(fen(amount))}元。`
    case 'unclaimed':
      return '符合条件，可以申请。'
    case 'refused':
      return `不再享受：${reasons.map(({ say }) => say).join('')}`
    case 'unknown':
      return `不能判定：缺少${missing.map(({ name }) => `“${name}”`).join('、')}。`
  }
}
