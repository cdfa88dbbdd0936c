import { z } from 'zod'
import { DivisionName } from './registry.ts'
import { ask, read, write } from './route.ts'
import { Changed, Day, Division, Id, Page, Paged, Version } from './shapes.ts'

export const EventState = z.enum(['planned', 'held', 'cancelled'])

/** 计数方式: how an attendance was found. `not-counted` is said on purpose; it is never a nought. */
export const Counting = z.enum(['list', 'counter', 'estimate', 'not-counted'])

/** 合作单位 (partner): by name, and by its record where the bureau has one. */
export const Partner = z.object({ name: z.string().trim().min(1).max(60), organisationId: Id.nullable().default(null) })

const ProgrammeName = z.object({ code: z.string(), name: z.string() })

export const SeriesLine = z.object({
  id: Id,
  version: z.number().int(),
  programme: ProgrammeName,
  year: z.number().int(),
  title: z.string(),
  aliases: z.array(z.string()).readonly(),
  /** How many events this series is to have in its year; null where nobody planned a number. */
  planned: z.number().int().nullable(),
  held: z.number().int(),
  scheduled: z.number().int(),
  attendance: z.number().int(),
  division: DivisionName,
})
export type SeriesLine = z.infer<typeof SeriesLine>

export const EventLine = z.object({
  id: Id,
  version: z.number().int(),
  seriesId: Id,
  seriesTitle: z.string(),
  programme: ProgrammeName,
  title: z.string(),
  day: z.string(),
  dayText: z.string(),
  state: EventState,
  place: z.string(),
  division: DivisionName,
  host: z.string(),
  partners: z.array(Partner).readonly(),
  attendance: z.number().int().nullable(),
  counting: Counting.nullable(),
  countingName: z.string(),
  proof: z.string(),
  proofFileId: z.uuid().nullable(),
  source: z.string(),
})
export type EventLine = z.infer<typeof EventLine>

export const EventFile = EventLine.extend({
  remark: z.string(),
  cancelledBecause: z.string().nullable(),
  may: z.object({ write: z.boolean() }),
})
export type EventFile = z.infer<typeof EventFile>

export const EventFilter = z.object({
  programme: z.string().max(60).optional(),
  seriesId: Id.optional(),
  year: z.number().int().min(2000).max(2100).optional(),
  from: Day.optional(),
  to: Day.optional(),
  state: EventState.optional(),
  division: Division.optional(),
  text: z.string().trim().max(40).default(''),
})
export type EventFilter = z.infer<typeof EventFilter>

const seriesShape = {
  title: z.string().trim().min(2, '请填写系列名称。').max(60),
  aliases: z.array(z.string().trim().min(2).max(60)).max(20).default([]),
  planned: z.number().int().min(0).max(100_000).nullable().default(null),
}

const placedShape = {
  title: z.string().trim().min(2, '请填写活动名称。').max(100),
  day: Day,
  place: z.string().trim().max(100).default(''),
  division: Division,
  host: z.string().trim().max(60).default(''),
  partners: z.array(Partner).max(30).default([]),
  remark: z.string().trim().max(300).default(''),
}

const heldShape = {
  attendance: z.number().int().min(0).max(10_000_000).nullable(),
  counting: Counting,
  proof: z.string().trim().max(300).default(''),
  proofFileId: z.uuid().nullable().default(null),
}

const Because = z.string().trim().min(2, '请写明原因。').max(200)

export const activities = {
  listProgrammes: read('/activities/programmes', 'activities.read', '专项名录').output(
    z.array(ProgrammeName).readonly(),
  ),
  listSeries: ask('/activities/series/list', 'activities.read', '活动系列')
    .input(
      Page.extend({
        programme: z.string().max(60).optional(),
        year: z.number().int().min(2000).max(2100).optional(),
        text: z.string().trim().max(40).default(''),
      }),
    )
    .output(Paged(SeriesLine)),
  getSeries: read('/activities/series/{id}', 'activities.read', '系列详情')
    .input(z.object({ id: Id }))
    .output(SeriesLine),
  listEvents: ask('/activities/events/list', 'activities.read', '活动台账')
    .input(Page.extend(EventFilter.shape))
    .output(Paged(EventLine)),
  getEvent: read('/activities/events/{id}', 'activities.read', '活动详情')
    .input(z.object({ id: Id }))
    .output(EventFile),
  openSeries: write('/activities/series', 'activities.write', '开设活动系列', {
    programme: z.string().min(1, '请选择专项。').max(60),
    year: z.number().int().min(2000).max(2100),
    ...seriesShape,
  }).output(Changed),
  changeSeries: write('/activities/series/change', 'activities.write', '修改活动系列', {
    id: Id,
    version: Version,
    ...seriesShape,
  }).output(Changed),
  scheduleEvent: write('/activities/events/schedule', 'activities.write', '安排活动', {
    seriesId: Id,
    ...placedShape,
  }).output(Changed),
  recordEvent: write('/activities/events', 'activities.write', '登记已举办活动', {
    seriesId: Id,
    /** The planned event that was held; without it the event is new. */
    scheduled: z.object({ id: Id, version: Version }).optional(),
    ...placedShape,
    ...heldShape,
  }).output(Changed),
  correctEvent: write('/activities/events/correct', 'activities.write', '更正活动', {
    id: Id,
    version: Version,
    seriesId: Id,
    ...placedShape,
    attendance: heldShape.attendance,
    counting: Counting.nullable(),
    proof: heldShape.proof,
    proofFileId: heldShape.proofFileId,
    because: Because,
  }).output(Changed),
  cancelEvent: write('/activities/events/cancel', 'activities.write', '取消活动', {
    id: Id,
    version: Version,
    because: Because,
  }).output(Changed),
}
