import { units } from '@dongzhou/terms/indicator'
import { z } from 'zod'
import { DivisionName } from './registry.ts'
import { ask, read, write } from './route.ts'
import { Day, Division, Id, Page, Paged } from './shapes.ts'

const Unit = z.enum(units)
const IndicatorText = z.string().trim().min(1).max(60)
const Year = z.coerce.number().int().min(2000).max(2100)
export const Half = z.enum(['first', 'second'])

/** Whether the room that keeps an indicator's rows exists, and which room will bring it. */
export const IndicatorState = z.enum(['live', 'room-not-built'])

export const IndicatorLine = z.object({
  code: z.string(),
  name: z.string(),
  unit: Unit,
  programme: z.object({ code: z.string(), name: z.string() }),
  state: IndicatorState,
  /** In Chinese, where the state is room-not-built: the room that will bring it. */
  room: z.string().nullable(),
  /** 取数口径: the query in words. */
  query: z.string(),
})
export type IndicatorLine = z.infer<typeof IndicatorLine>

export const ProgrammeLine = z.object({
  code: z.string(),
  name: z.string(),
  part: z.string(),
  /** The numbered systems of the mission that this programme answers. */
  systems: z.array(z.string()).readonly(),
  indicators: z.array(IndicatorLine).readonly(),
})
export type ProgrammeLine = z.infer<typeof ProgrammeLine>

/** 进度状态, late first. */
export const Progress = z.enum(['late', 'at-risk', 'on-track', 'done', 'no-target', 'room-not-built'])
export type Progress = z.infer<typeof Progress>

export const TargetView = z.object({
  value: z.number().int(),
  from: z.string(),
  to: z.string(),
  /** Where the target stands: the plan, or the document that changed it. */
  document: z.string(),
  reason: z.string(),
  decidedOn: z.string().nullable(),
})

export const BoardLine = z.object({
  indicator: IndicatorLine,
  progress: Progress,
  target: TargetView.nullable(),
  /** The version a change of the target must name; 0 while the typed plan stands. */
  targetVersion: z.number().int(),
  done: z.number().int().nullable(),
  rows: z.number().int().nullable(),
  /** What should stand at this day if the work went evenly. */
  expected: z.number().nullable(),
  /** At this pace by the end; null says unknown. */
  forecast: z.number().nullable(),
})
export type BoardLine = z.infer<typeof BoardLine>

export const Board = z.object({
  year: z.number().int(),
  asOf: z.string(),
  /** False for a town or village: targets are the bureau's, so none is set against a part of it. */
  isWholeBureau: z.boolean(),
  hasPlan: z.boolean(),
  lines: z.array(BoardLine).readonly(),
  counts: z.record(Progress, z.number().int()),
  may: z.object({ setTarget: z.boolean(), close: z.boolean() }),
})
export type Board = z.infer<typeof Board>

export const IndicatorReading = z.object({
  indicator: IndicatorLine,
  from: z.string(),
  to: z.string(),
  value: z.number().int().nullable(),
  rows: z.number().int().nullable(),
  missing: z.enum(['room-not-built', 'no-rows', 'not-permitted']).nullable(),
})
export type IndicatorReading = z.infer<typeof IndicatorReading>

export const IndicatorRowLine = z.object({
  kind: z.enum(['event', 'pairing', 'visit', 'organisation', 'person', 'plan-row']),
  id: z.string(),
  title: z.string(),
  day: z.string(),
  division: DivisionName,
  amount: z.number().int(),
})
export type IndicatorRowLine = z.infer<typeof IndicatorRowLine>

export const FrozenFigure = z.object({
  indicator: IndicatorLine,
  revision: z.number().int(),
  value: z.number().int(),
  rows: z.number().int(),
  reason: z.string(),
  actor: z.string(),
  at: z.string(),
})
export type FrozenFigure = z.infer<typeof FrozenFigure>

export const ClosedFigure = z.object({
  current: FrozenFigure,
  /** Older values, newest first; each stays citable as what was said at its time. */
  earlier: z.array(FrozenFigure).readonly(),
  now: z.object({ value: z.number().int(), rows: z.number().int() }),
  /** 差异: rows that came and went since the value was frozen. */
  drift: z.object({ isDrifted: z.boolean(), added: z.number().int(), removed: z.number().int() }),
})
export type ClosedFigure = z.infer<typeof ClosedFigure>

export const ClosingLine = z.object({
  id: Id,
  year: z.number().int(),
  half: Half,
  from: z.string(),
  to: z.string(),
  note: z.string(),
  actor: z.string(),
  at: z.string(),
  figures: z.number().int(),
})
export type ClosingLine = z.infer<typeof ClosingLine>

const range = { from: Day, to: Day }
/** 只看某一区划: narrows the rows inside the caller's own scope, as the figures of a town's report are; never widens them. */
const within = { division: Division.optional() }
const Reason = z.string().trim().min(2, '请写明原因。').max(300)

export const plan = {
  listProgrammes: read('/plan/programmes', 'plan.read', '专项与指标').output(z.array(ProgrammeLine).readonly()),
  getBoard: ask('/plan/board', 'plan.read', '计划进度')
    .input(z.object({ year: Year, asOf: Day.optional() }))
    .output(Board),
  getIndicator: ask('/plan/indicator', 'plan.read', '指标数值')
    .input(z.object({ code: IndicatorText, ...range, ...within }))
    .output(IndicatorReading),
  listIndicatorRows: ask('/plan/indicator/rows', 'plan.read', '指标明细')
    .input(Page.extend({ code: IndicatorText, ...range, ...within }))
    .output(Paged(IndicatorRowLine)),
  setTarget: write('/plan/targets', 'plan.write', '调整目标', {
    year: Year,
    indicator: IndicatorText,
    version: z.number().int().min(0),
    /** null takes the target away. */
    target: z.number().int().min(0).max(1_000_000_000).nullable(),
    from: Day.optional(),
    to: Day.optional(),
    reason: Reason,
    document: z.string().trim().min(2, '请填写依据文件。').max(100),
    decidedOn: Day,
  }).output(z.object({ version: z.number().int() })),
  listClosings: ask('/plan/closings/list', 'plan.read', '期末定数')
    .input(Page.extend({ year: Year.optional() }))
    .output(Paged(ClosingLine)),
  getClosing: read('/plan/closings/{id}', 'plan.read', '定数明细')
    .input(z.object({ id: Id }))
    .output(ClosingLine.extend({ closed: z.array(ClosedFigure).readonly() })),
  closePeriod: write('/plan/closings', 'plan.close', '期末定数', {
    year: Year,
    half: Half,
    indicators: z.array(IndicatorText).min(1, '请选择指标。').max(200),
    note: z.string().trim().max(300).default(''),
  }).output(z.object({ id: Id, figures: z.number().int() })),
  restatePeriod: write('/plan/closings/restate', 'plan.close', '更正定数', {
    closingId: Id,
    indicator: IndicatorText,
    revision: z.number().int().positive(),
    reason: Reason,
  }).output(z.object({ revision: z.number().int(), value: z.number().int() })),
}
