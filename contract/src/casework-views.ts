import { type CaseMove, type CasePlace, caseMoves, casePlaces } from '@dongzhou/terms/casework'
import { z } from 'zod'
import { DivisionName, FactView } from './registry.ts'
import { Id } from './shapes.ts'

export const MoveCode = z.enum(Object.keys(caseMoves) as [CaseMove, ...CaseMove[]])
export const PlaceCode = z.enum(Object.keys(casePlaces) as [CasePlace, ...CasePlace[]])

/** An answer of the form: text, a whole number (fen, years), yes or no; a day and a month are text. */
export const Answer = z.union([z.string().trim().max(4000), z.number().int(), z.boolean()])
export type Answer = z.infer<typeof Answer>

export const FieldView = z.object({
  code: z.string(),
  label: z.string(),
  kind: z.enum(['text', 'long-text', 'day', 'month', 'number', 'fen', 'choice', 'yes-no']),
  choices: z.array(z.object({ code: z.string(), label: z.string() })).readonly(),
  /** The step in which it is asked. */
  askedAt: z.string(),
  isOptional: z.boolean(),
  help: z.string(),
})
export type FieldView = z.infer<typeof FieldView>

export const ProcedureLine = z.object({
  code: z.string(),
  version: z.number().int(),
  name: z.string(),
  sectionName: z.string(),
  isRestricted: z.boolean(),
})
export type ProcedureLine = z.infer<typeof ProcedureLine>

/** 办事指南: what somebody needs to know before they apply. */
export const ProcedureView = ProcedureLine.extend({
  basis: z.array(z.string()).readonly(),
  /** What must be on the person's file, in words. */
  needs: z.array(z.string()).readonly(),
  fields: z.array(FieldView).readonly(),
  papers: z
    .array(
      z.object({
        code: z.string(),
        name: z.string(),
        copies: z.number().int(),
        isOriginal: z.boolean(),
        isOptional: z.boolean(),
        help: z.string(),
      }),
    )
    .readonly(),
  steps: z
    .array(
      z.object({
        code: z.string(),
        name: z.string(),
        place: PlaceCode,
        placeName: z.string(),
        roles: z.array(z.string()).readonly(),
      }),
    )
    .readonly(),
  clocks: z.array(z.object({ name: z.string(), say: z.string(), basis: z.string() })).readonly(),
})
export type ProcedureView = z.infer<typeof ProcedureView>

export const CaseLine = z.object({
  id: Id,
  version: z.number().int(),
  procedure: z.string(),
  procedureName: z.string(),
  person: z.object({ id: Id, name: z.string() }),
  division: DivisionName,
  at: z.string(),
  atName: z.string(),
  isEnded: z.boolean(),
  /** The day it came to where it stands. */
  since: z.string(),
  begunOn: z.string(),
  /** 转办给; null where whoever has the step may take it. */
  assignee: z.string().nullable(),
  /** The nearest end of a clock that runs; null where none does. */
  dueOn: z.string().nullable(),
  isOverdue: z.boolean(),
  /** A clock cannot be read before the arrangement of this year is entered. */
  lacksCalendar: z.number().int().nullable(),
})
export type CaseLine = z.infer<typeof CaseLine>

export const ClockView = z.object({
  code: z.string(),
  name: z.string(),
  basis: z.string(),
  state: z.enum(['waiting', 'running', 'still', 'kept', 'missed', 'no-calendar']),
  say: z.string(),
  dueOn: z.string().nullable(),
  mayExtend: z.boolean(),
})
export type ClockView = z.infer<typeof ClockView>

/** A way out of the step. `hindrances`: why it cannot be taken now, all of them; empty where it can. */
export const MoveView = z.object({
  move: MoveCode,
  answer: z.string().nullable(),
  label: z.string(),
  toName: z.string(),
  needsReasons: z.boolean(),
  hindrances: z.array(z.string()).readonly(),
})
export type MoveView = z.infer<typeof MoveView>

export const EventView = z.object({
  seq: z.number().int(),
  say: z.string(),
  because: z.string(),
  on: z.string(),
  at: z.string(),
  by: z.string(),
})
export type EventView = z.infer<typeof EventView>

/** `on-file`: the registry holds it as confirmed, and the paper is needless. */
export const PaperView = z.object({
  code: z.string(),
  name: z.string(),
  copies: z.number().int(),
  isOriginal: z.boolean(),
  help: z.string(),
  state: z.enum(['received', 'on-file', 'optional', 'lacking']),
  receivedOn: z.string().nullable(),
  fileId: z.uuid().nullable(),
})
export type PaperView = z.infer<typeof PaperView>

/** 文书: ready to print. */
export const CaseLetter = z.object({ title: z.string(), paragraphs: z.array(z.string()).readonly() })
export type CaseLetter = z.infer<typeof CaseLetter>

export const CaseFile = CaseLine.extend({
  sectionName: z.string(),
  placeName: z.string(),
  onBehalf: z.string(),
  known: z.array(FactView).readonly(),
  /** What must be on the person's file and is not, in words. */
  lacking: z.array(z.string()).readonly(),
  fields: z.array(FieldView).readonly(),
  answers: z.array(z.object({ code: z.string(), label: z.string(), text: z.string(), value: Answer })).readonly(),
  papers: z.array(PaperView).readonly(),
  events: z.array(EventView).readonly(),
  clocks: z.array(ClockView).readonly(),
  moves: z.array(MoveView).readonly(),
  /** 谁能推动: the roles that may take the step where the case stands. */
  canMove: z.array(z.string()).readonly(),
  /** 待会签 sections, in words. */
  awaited: z.array(z.string()).readonly(),
  noticeThrough: z.string().nullable(),
  /** 公示, while it hangs; names masked. */
  notice: CaseLetter.nullable(),
  /** 决定书 of a case that was granted or refused. */
  letter: CaseLetter.nullable(),
  may: z.object({
    fill: z.boolean(),
    delegate: z.boolean(),
    countersign: z.boolean(),
    withdraw: z.boolean(),
    reopen: z.boolean(),
  }),
})
export type CaseFile = z.infer<typeof CaseFile>

/** 可以接办的人员: a colleague who can take the step where a case stands. */
export const ColleagueLine = z.object({
  id: Id,
  name: z.string(),
  roleName: z.string(),
  divisionName: z.string(),
})
export type ColleagueLine = z.infer<typeof ColleagueLine>

export const CalendarYearView = z.object({
  year: z.number().int(),
  document: z.string(),
  rest: z.array(z.string()).readonly(),
  work: z.array(z.string()).readonly(),
})
export type CalendarYearView = z.infer<typeof CalendarYearView>

/** 待办 (waiting): cases of one procedure in one step that the signed-in person can take on, and how many of them are overdue. */
export const WaitingCase = z.object({
  procedure: z.string(),
  procedureName: z.string(),
  stepName: z.string(),
  count: z.number().int(),
  overdue: z.number().int(),
  /** Since when the oldest of them stands there. */
  since: z.string(),
})
export type WaitingCase = z.infer<typeof WaitingCase>
