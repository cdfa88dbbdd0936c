import { type CaseEnd, type CaseMove, isCaseEnd } from '@dongzhou/terms/casework'
import type { Day } from '@dongzhou/terms/day'
import type { Section } from '@dongzhou/terms/role'

interface Done {
  readonly on: Day
  /** Who did it, as different people must be told apart. */
  readonly by: string
}

/** 办理记录 (case event): what was done to a case. Only these are kept; where the case stands is read from them. */
export type CaseEvent =
  | (Done & { readonly kind: 'begin'; readonly at: string })
  | (Done & { readonly kind: 'move'; readonly move: CaseMove; readonly to: string | CaseEnd })
  /** 转办 to somebody else at the same step. */
  | (Done & { readonly kind: 'delegate'; readonly to: string })
  /** 会签、加签: these sections must have answered before the step can be left. */
  | (Done & { readonly kind: 'ask-countersign'; readonly of: readonly Section[] })
  | (Done & { readonly kind: 'countersign'; readonly as: Section; readonly agrees: boolean })
  | (Done & { readonly kind: 'extend'; readonly clock: string })
  | (Done & { readonly kind: 'withdraw' })
  /** 视为放弃: nobody completed the papers within the time that was named. */
  | (Done & { readonly kind: 'lapse' })
  | (Done & { readonly kind: 'reopen'; readonly at: string })

/** Time spent in a step or an end; open while it is where the case stands. */
export interface Visit {
  readonly at: string | CaseEnd
  readonly from: Day
  readonly to: Day | undefined
}

/** 当前状态 (standing) of a case. */
export interface CaseStanding {
  readonly at: string | CaseEnd
  readonly visits: readonly Visit[]
  readonly assignee: string | undefined
  /** 待会签. */
  readonly awaited: readonly Section[]
  /** 会签 answers that did not agree, since the step was entered. */
  readonly dissent: readonly Section[]
  /** Who has acted in which step, since the case was begun or taken up again. */
  readonly acted: readonly { readonly step: string; readonly by: string }[]
  readonly extended: readonly string[]
}

/** Reads where a case stands from what was done to it. Throws RangeError for a history that does not begin with its beginning. */
export function standingOf(events: readonly CaseEvent[]): CaseStanding {
  const [first, ...later] = events
  if (first?.kind !== 'begin') throw new RangeError('a case begins with its beginning')
  return later.reduce(after, begun(first.at, first.on))
}

/** 已结束: nobody acts on the case unless it is taken up again. */
export function hasEnded({ at }: CaseStanding): boolean {
  return isCaseEnd(at)
}

function begun(at: string, on: Day): CaseStanding {
  const visits = [{ at, from: on, to: undefined }]
  return { at, visits, assignee: undefined, awaited: [], dissent: [], acted: [], extended: [] }
}

function after(standing: CaseStanding, event: CaseEvent): CaseStanding {
  switch (event.kind) {
    case 'begin':
      throw new RangeError('a case begins once')
    case 'move':
      return entered(actedBy(standing, event.by), event.to, event.on)
    case 'withdraw':
      return entered(standing, 'withdrawn', event.on)
    case 'lapse':
      return entered(standing, 'lapsed', event.on)
    case 'reopen':
      return { ...entered(standing, event.at, event.on), acted: [], extended: [] }
    case 'delegate':
      return { ...standing, assignee: event.to }
    case 'ask-countersign':
      return { ...standing, awaited: [...new Set([...standing.awaited, ...event.of])] }
    case 'countersign':
      return answered(standing, event.as, event.agrees)
    case 'extend':
      return { ...standing, extended: [...standing.extended, event.clock] }
  }
}

function entered(standing: CaseStanding, at: string | CaseEnd, on: Day): CaseStanding {
  const visits = standing.visits.map((visit) => (visit.to === undefined ? { ...visit, to: on } : visit))
  return {
    ...standing,
    at,
    visits: [...visits, { at, from: on, to: undefined }],
    assignee: undefined,
    awaited: [],
    dissent: [],
  }
}

function actedBy(standing: CaseStanding, by: string): CaseStanding {
  return { ...standing, acted: [...standing.acted, { step: standing.at, by }] }
}

/** Only who was asked answers; whoever is asked again may come round. */
function answered(standing: CaseStanding, section: Section, agrees: boolean): CaseStanding {
  if (!standing.awaited.includes(section)) return standing
  const awaited = standing.awaited.filter((one) => one !== section)
  const others = standing.dissent.filter((one) => one !== section)
  return { ...standing, awaited, dissent: agrees ? others : [...others, section] }
}
