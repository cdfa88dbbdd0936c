import type { ConscriptLeaving } from '@dongzhou/terms/fact'
import type { Month } from '@dongzhou/terms/month'
import { monthOfDate } from '../calendar.ts'
import type { Subject } from '../subject.ts'
import { type Served, servedBetween } from './served.ts'

/** 义务兵服役情况: dates as date numbers; undefined while he serves. */
export interface ConscriptService {
  readonly approved: number
  readonly begun: Month
  readonly left: number | undefined
  readonly leaving: ConscriptLeaving | undefined
}

/** 一期优待金: months of service `from` up to `to`, counted from the day the enlistment was approved, due in one month. */
export interface Instalment {
  readonly due: Month
  readonly from: number
  readonly to: number
}

/** What the county chose where the notice leaves it open; undefined when it has not chosen. */
export type AskChoice = (kind: 'early-leaving' | 'part-month') => string | undefined

const HALF = 6

/**
 * 满半年的一期: the completed half-year that is due in the subject's month, up to the longest time paid for. At most one is, and none after
 * the first that has not come.
 */
export function fullHalfDue(subject: Subject, service: ConscriptService, maximum: number): Instalment | undefined {
  const counted = halvesServed(service, maximum)
  for (let from = 0; from < counted; from += HALF) {
    const due = (service.begun + from + HALF) as Month
    if (!subject.hasCome(due)) return undefined
    if (!subject.hasCome((due + 1) as Month)) return { due, from, to: from + HALF }
  }
  return undefined
}

/**
 * 离队当月的最后一期: what is owed for the months after the last full half-year. Undefined when there is none, 'unknown' when a choice is
 * missing. Whoever was promoted or dismissed gets no part of a half-year; whoever left late is counted by actual months, without limit.
 */
export function lastInstalment(
  service: ConscriptService,
  maximum: number,
  ask: AskChoice,
): Instalment | undefined | 'unknown' {
  const { approved, left, leaving } = service
  if (left === undefined || leaving === undefined) return undefined
  const served = servedBetween(approved, left)
  const due = monthOfDate(left)
  if (served === undefined || due === undefined) return undefined
  const from = halvesServed(service, maximum)
  const beyond = { months: served.months - from, hasRest: served.hasRest }
  const part = partOf({ leaving, beyond, served, ask })
  if (part === undefined) return 'unknown'
  const months = leaving === 'deferred' ? part : Math.min(part, maximum - from)
  return months > 0 ? { due, from, to: from + months } : undefined
}

interface Leaver {
  readonly leaving: ConscriptLeaving
  readonly beyond: Served
  readonly served: Served
  readonly ask: AskChoice
}

function partOf({ leaving, beyond, served, ask }: Leaver): number | undefined {
  if (beyond.months === 0 && !beyond.hasRest) return 0
  switch (leaving) {
    case 'completed':
      return HALF
    case 'deferred':
      return actualMonths(beyond, ask)
    case 'unfit':
    case 'early':
      return partOfEarlyLeaver(beyond, served, ask)
    case 'promoted':
    case 'academy':
    case 'sergeant':
    case 'dismissed':
      return 0
  }
}

// Three published ways: the notice's general rule (a part counts as six months), its special rule (actual time), and 吴江's sentence, which
// gives half the year's money to whoever served less than half a year and says nothing of later parts: those fall back on actual time.
function partOfEarlyLeaver(beyond: Served, served: Served, ask: AskChoice): number | undefined {
  switch (ask('early-leaving')) {
    case undefined:
      return undefined
    case 'half-year':
      return HALF
    case 'half':
      return served.months < HALF ? HALF : actualMonths(beyond, ask)
    default:
      return actualMonths(beyond, ask)
  }
}

function actualMonths({ months, hasRest }: Served, ask: AskChoice): number | undefined {
  if (!hasRest) return months
  const choice = ask('part-month')
  if (choice === undefined) return undefined
  return choice === 'up' ? months + 1 : months
}

function halvesServed({ approved, left }: ConscriptService, maximum: number): number {
  const served = left === undefined ? undefined : servedBetween(approved, left)
  const months = served === undefined ? maximum : Math.min(maximum, served.months)
  return months - (months % HALF)
}
