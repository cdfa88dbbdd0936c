import { addDays, type Day } from '@dongzhou/terms/day'
import { type CaseEvent, type CaseStanding, hasEnded, standingOf } from './case-standing.ts'
import { type MoveAnswer, mayMove } from './may-move.ts'
import type { Move, Procedure } from './procedure.ts'
import type { WorkCalendar } from './work-calendar.ts'

/** One try of a walk: the move that was wanted, on which day, where the case stood, and what was answered. */
export interface Tried {
  readonly move: Move
  readonly on: Day
  readonly standing: CaseStanding
  readonly answer: MoveAnswer
}

export interface Walk {
  readonly events: readonly CaseEvent[]
  readonly tried: readonly Tried[]
}

/** A choice: which of the moves of the step is wanted, and how many days after the last try. */
export type Choice = readonly [move: number, days: number]

/** 推演 (walk): one case led through a procedure by choices, each by somebody new with every authority. For checks of procedures. */
export function walk(procedure: Procedure, choices: readonly Choice[], begun: Day, calendar: WorkCalendar): Walk {
  const may = new Set(Object.values(procedure.steps).map(({ authority }) => authority))
  const events: CaseEvent[] = [{ kind: 'begin', at: procedure.first, on: begun, by: 'person' }]
  const tried: Tried[] = []
  let on = begun
  for (const [choice, days] of choices) {
    const standing = standingOf(events)
    if (hasEnded(standing)) break
    on = addDays(on, days)
    const moves = procedure.steps[standing.at]?.moves ?? []
    const move = moves[choice % moves.length]
    if (move === undefined) break
    const by = `person ${tried.length}`
    const wanted = { move: move.move, answer: move.answer, because: '理由' }
    const answer = mayMove(procedure, standing, wanted, { who: by, may, on }, calendar)
    tried.push({ move, on, standing, answer })
    if (answer.kind === 'yes') events.push({ kind: 'move', move: move.move, to: answer.to, on, by })
  }
  return { events, tried }
}
