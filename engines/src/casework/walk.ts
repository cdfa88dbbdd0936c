import { addDays, type Day } from '@dongzhou/terms/day'
import { type CaseEvent, type CaseStanding, hasEnded, standingOf } from './case-standing.ts'
import { type MoveAnswer, mayMove } from './may-move.ts'
import type { Move, Procedure } from './procedure.ts'
import type { WorkCalendar } from './work-calendar.ts'

/** One try of a walk: the move that was wanted, on which day, where the case stood, and what was answered. */
export interface Tried {
  readonly move: Move
  readonly on: Day
  readonly by: string
  readonly standing: CaseStanding
  readonly answer: MoveAnswer
}

export interface Walk {
  readonly events: readonly CaseEvent[]
  readonly tried: readonly Tried[]
}

/** A choice: which of the moves of the step is wanted, how many days after the last try, and by whom; by somebody new where nobody is named. */
export type Choice = readonly [move: number, days: number, person?: number]

/** 推演 (walk): one case led through a procedure by choices, by people with every authority. For checks of procedures. */
export function walk(procedure: Procedure, choices: readonly Choice[], begun: Day, calendar: WorkCalendar): Walk {
  const may = new Set(Object.values(procedure.steps).map(({ authority }) => authority))
  const events: CaseEvent[] = [{ kind: 'begin', at: procedure.first, on: begun, by: 'person 0' }]
  const tried: Tried[] = []
  let on = begun
  for (const [choice, days, person] of choices) {
    const standing = standingOf(events)
    if (hasEnded(standing)) break
    on = addDays(on, days)
    const moves = procedure.steps[standing.at]?.moves ?? []
    const move = moves[choice % moves.length]
    if (move === undefined) break
    const by = person === undefined ? `newcomer ${tried.length}` : `person ${person}`
    const wanted = { move: move.move, answer: move.answer, because: '理由' }
    const answer = mayMove(procedure, standing, wanted, { who: by, may, on }, calendar)
    tried.push({ move, on, by, standing, answer })
    if (answer.kind === 'yes') events.push({ kind: 'move', move: move.move, to: answer.to, on, by })
  }
  return { events, tried }
}
