import type { Timeline, TimelineLine, TimelineSegment } from '@dongzhou/contract/benefits-views'
import { unreachable } from '@dongzhou/terms/unreachable'
import { writeMoney } from '../kit/format.ts'
import { writeMonth, writeMonths } from './entitlement-month.ts'
import { timelineWords } from './entitlement-words.ts'

/** 在享, 需要处理 …: the groups a clerk reads a timeline in, what needs work first. */
export type LineGroup = keyof typeof timelineWords.groups

export interface GroupedLines {
  readonly group: LineGroup
  readonly lines: readonly TimelineLine[]
}

const order: readonly LineGroup[] = ['attention', 'drawn', 'open', 'unclear', 'ended', 'none']

/** The lines of a timeline in their groups; a group without any is left out. */
export function groupedLines(lines: readonly TimelineLine[]): readonly GroupedLines[] {
  return order
    .map((group) => ({ group, lines: lines.filter((line) => groupOfLine(line) === group) }))
    .filter(({ lines: found }) => found.length > 0)
}

/** The group a line stands in. */
export function groupOfLine({ standing, now }: Pick<TimelineLine, 'standing' | 'now'>): LineGroup {
  switch (standing) {
    case 'unjustified':
    case 'uncertain':
      return 'attention'
    case 'drawn':
      return 'drawn'
    case 'unclaimed':
    case 'upcoming':
      return 'open'
    case 'ended':
      return 'ended'
    case 'none':
      // Nothing speaks against it, but something is not on file: that is work, not a no.
      return now.state === 'unknown' ? 'unclear' : 'none'
    default:
      return unreachable(standing)
  }
}

/** What a stretch says without its months: `每月 1,234.00 元`, `不发：年龄未满60周岁。` */
export function segmentSay(segment: TimelineSegment, cadence: TimelineLine['cadence']): string {
  switch (segment.state) {
    case 'due':
      return amountSay(segment, cadence)
    case 'unclaimed':
      return timelineWords.unclaimed
    case 'refused':
      return [timelineWords.refused, segment.reasons.map(({ say }) => say).join('')]
        .filter((part) => part !== '')
        .join('：')
    case 'unknown':
      return `${timelineWords.unknown}：${timelineWords.lacks(segment.missing.map(({ name }) => `“${name}”`).join('、'))}`
    default:
      return unreachable(segment.state)
  }
}

/** Months and what they say: for the hover and the screen reader. */
export function segmentLabel(segment: TimelineSegment, cadence: TimelineLine['cadence']): string {
  return `${writeMonths(segment.from, segment.through)}，${segmentSay(segment, cadence)}`
}

function amountSay({ amount, months }: TimelineSegment, cadence: TimelineLine['cadence']): string {
  const money = writeMoney(amount)
  return cadence === 'monthly' || months > 1 ? timelineWords.perMonth(money) : timelineWords.onThen(money)
}

/** The month a stretch is opened on: the one that runs where it lies in it, else its first. */
export function monthToOpen({ from, through }: TimelineSegment, now: string): string {
  return from <= now && now <= through ? now : from
}

/** What lies before the months shown, as a share of the band: where the month that runs stands. */
export function placeOfNow({ from, through, now }: Pick<Timeline, 'from' | 'through' | 'now'>): number {
  const [first, last, at] = [countOf(from), countOf(through), countOf(now)]
  return last < first ? 0 : (at - first + 0.5) / (last - first + 1)
}

/** The years over a band, each with how many of its months are shown. */
export function yearsOf({
  from,
  through,
}: Pick<Timeline, 'from' | 'through'>): readonly { year: string; months: number }[] {
  const years = new Map<string, number>()
  for (let at = countOf(from); at <= countOf(through); at += 1) {
    const year = String(Math.floor(at / 12))
    years.set(year, (years.get(year) ?? 0) + 1)
  }
  return [...years].map(([year, months]) => ({ year, months }))
}

/** What the decision on file says in one line. */
export function awardSay({ award, standing }: Pick<TimelineLine, 'award' | 'standing'>): string {
  if (award === null) return ''
  const end = award.lastMonth === null ? '' : timelineWords.endedIn(writeMonth(award.lastMonth))
  const begin = award.from === null || standing === 'ended' ? '' : timelineWords.beginsIn(writeMonth(award.from))
  return [begin, end].filter((part) => part !== '').join('，')
}

function countOf(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
}
