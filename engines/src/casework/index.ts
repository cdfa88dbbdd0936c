export { announcedYears } from './calendar-years.ts'
export { type CaseEvent, type CaseStanding, hasEnded, standingOf, type Visit } from './case-standing.ts'
export { type ClockReading, clocksOf } from './clocks.ts'
export { type CaseLetter, type Decided, decisionLetter, type Noticed, publicNotice } from './letters.ts'
export {
  type Acting,
  type Hindrance,
  type MoveAnswer,
  mayMove,
  noticeThrough,
  stepAt,
  type WantedMove,
} from './may-move.ts'
export type { CaseDocument, CaseField, Clock, Move, Procedure, Step } from './procedure.ts'
export { type Choice, type Tried, type Walk, walk } from './walk.ts'
export { type Flaw, flawsOf, reachedFrom, whoMayAct } from './ways.ts'
export { type CalendarYear, type Counted, type FoundDay, type NoCalendar, WorkCalendar } from './work-calendar.ts'
