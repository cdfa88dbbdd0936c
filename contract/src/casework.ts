import { type Section, sections } from '@dongzhou/terms/role'
import { z } from 'zod'
import {
  Answer,
  CalendarYearView,
  CaseFile,
  CaseLine,
  ColleagueLine,
  MoveCode,
  ProcedureLine,
  ProcedureView,
  WaitingCase,
} from './casework-views.ts'
import { ask, read, write } from './route.ts'
import { Changed, Day, Division, Id, Page, Paged, Version } from './shapes.ts'

const SectionCode = z.enum(Object.keys(sections) as [Section, ...Section[]])
const ProcedureCode = z.string().max(40)
const Because = z.string().trim().min(2, '请写明原因。').max(1000)
const Answers = z.record(z.string().max(40), Answer)

/** `mine`: what the signed-in person can take on now; `open`: all that runs; `overdue`: whose clock has run out. */
export const CaseFilter = z.object({
  procedure: ProcedureCode.optional(),
  personId: Id.optional(),
  division: Division.optional(),
  list: z.enum(['mine', 'open', 'overdue', 'ended']).default('open'),
})
export type CaseFilter = z.infer<typeof CaseFilter>

const seen = { id: Id, version: Version }

export const casework = {
  listProcedures: ask('/casework/procedures/list', 'cases.read', '事项清单').output(z.array(ProcedureLine).readonly()),
  getProcedure: read('/casework/procedures/{code}', 'cases.read', '办事指南')
    .input(z.object({ code: ProcedureCode }))
    .output(ProcedureView),
  listWaiting: ask('/casework/waiting', 'cases.read', '待办办件').output(
    z.object({ items: z.array(WaitingCase).readonly() }),
  ),
  listCases: ask('/casework/cases/list', 'cases.read', '办件列表')
    .input(Page.extend(CaseFilter.shape))
    .output(Paged(CaseLine)),
  getCase: read('/casework/cases/{id}', 'cases.read', '办件详情')
    .input(z.object({ id: Id }))
    .output(CaseFile),
  beginCase: write('/casework/cases', 'cases.apply', '登记申请', {
    procedure: ProcedureCode,
    personId: Id,
    /** 代办人: who came in the applicant's place, and how related; empty where the applicant came. */
    onBehalf: z.string().trim().max(60).default(''),
    answers: Answers.default({}),
  }).output(Changed),
  fillCase: write('/casework/cases/fill', 'cases.read', '填写办件内容', { ...seen, answers: Answers }).output(Changed),
  receivePaper: write('/casework/cases/paper', 'cases.read', '登记收到材料', {
    ...seen,
    paper: z.string().max(40),
    /** An uploaded scan; a paper that was seen at the counter has none. */
    fileId: z.uuid().nullable().default(null),
  }).output(Changed),
  moveCase: write('/casework/cases/move', 'cases.read', '办理', {
    ...seen,
    move: MoveCode,
    answer: z.string().max(40).optional(),
    on: Day,
    /** Asked for where the move or a dissenting section asks for it. */
    because: z.string().trim().max(1000).default(''),
  }).output(Changed),
  listColleagues: read('/casework/cases/{id}/colleagues', 'cases.read', '可以接办的人员')
    .input(z.object({ id: Id }))
    .output(z.array(ColleagueLine).readonly()),
  delegateCase: write('/casework/cases/delegate', 'cases.read', '转办', {
    ...seen,
    toAccountId: Id,
    because: Because,
  }).output(Changed),
  askCountersign: write('/casework/cases/ask-countersign', 'cases.read', '送会签', {
    ...seen,
    sections: z.array(SectionCode).min(1, '请选择会签科室。').max(6),
    because: Because,
  }).output(Changed),
  countersign: write('/casework/cases/countersign', 'cases.read', '会签', {
    ...seen,
    agrees: z.boolean(),
    because: Because,
  }).output(Changed),
  extendClock: write('/casework/cases/extend', 'cases.decide', '延长办理期限', {
    ...seen,
    clock: z.string().max(40),
    because: Because,
  }).output(Changed),
  withdrawCase: write('/casework/cases/withdraw', 'cases.apply', '撤回申请', { ...seen, because: Because }).output(
    Changed,
  ),
  reopenCase: write('/casework/cases/reopen', 'cases.read', '重新办理', { ...seen, because: Because }).output(Changed),
  listCalendarYears: ask('/casework/calendar/list', 'cases.read', '工作日历').output(
    z.array(CalendarYearView).readonly(),
  ),
  recordCalendarYear: write('/casework/calendar', 'cases.decide', '录入放假安排', {
    year: z.number().int().min(2020).max(2100),
    document: z.string().trim().min(4, '请填写通知名称或文号。').max(80),
    rest: z.array(Day).min(1, '请填写放假日期。').max(60),
    work: z.array(Day).max(20),
  }).output(Changed),
}
