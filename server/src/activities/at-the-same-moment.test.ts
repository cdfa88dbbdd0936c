import { randomUUID } from 'node:crypto'
import { day } from '@dongzhou/terms/day'
import { expect, test } from 'vitest'
import { inSetting } from '../platform/app.ts'
import type { ActionSetting } from '../platform/setting.ts'
import { actorOf, freshDatabase } from '../testing/fresh-database.ts'
import { EAST_VILLAGE } from '../testing/test-bureau.ts'
import { correctEvent } from './events/correct-event.ts'
import { changeEventRow, findEvent } from './events/events.sql.ts'
import { recordEvent } from './events/record-event.ts'
import { changeSeries } from './series/change-series.ts'
import { openSeries } from './series/open-series.ts'
import { changeSeriesRow } from './series/series.sql.ts'

const database = freshDatabase()
const { rolledBack } = database

const inMay = { day: day('2025-05-01'), place: '村部', division: EAST_VILLAGE, host: '', partners: [], remark: '' }
const counted = { attendance: 10, counting: 'list', proof: '', proofFileId: null } as const
const form = (seriesId: number, title: string) => ({ ...inMay, ...counted, seriesId, title })

test('of two clerks who correct two events into the same one at once, the second is told that it is there', async () => {
  const { seriesId, first, second } = await act(twoEvents)
  const same = { ...form(seriesId, '更正后'), because: '写错' }

  const answers = await Promise.allSettled(
    [first, second].map((seen) => act((setting) => correctEvent(setting, { ...same, ...seen }))),
  )

  expect(faultsOf(answers)).toEqual(['activities.event-exists'])
})

test('of two clerks who give two series one title at once, the second is told that it is there', async () => {
  const open = (title: string) => act((setting) => openSeries(setting, series(title)))
  const opened = [await open('甲系列'), await open('乙系列')]

  const answers = await Promise.allSettled(
    opened.map((seen) =>
      act((setting) => changeSeries(setting, { ...seen, title: '同一系列', aliases: [], planned: null })),
    ),
  )

  expect(faultsOf(answers)).toEqual(['activities.series-exists'])
})

test(
  'a write that no look went before is refused with the sentence of the look: an event',
  rolledBack(async (setting) => {
    const { first, second } = await twoEvents(setting)
    const other = await findEvent(setting, first.id)
    if (!other) throw new Error('the event is not there')

    await expect(changeEventRow(setting, second, other)).rejects.toMatchObject({ code: 'activities.event-exists' })
  }),
)

test(
  'a write that no look went before is refused with the sentence of the look: a series',
  rolledBack(async (setting) => {
    await openSeries(setting, series('甲'))
    const second = await openSeries(setting, series('乙'))
    const change = { title: '甲', aliases: [], planned: undefined }

    await expect(changeSeriesRow(setting, second, change)).rejects.toMatchObject({ code: 'activities.series-exists' })
  }),
)

test(
  'what another constraint refuses is no such fault',
  rolledBack(async (setting) => {
    const { first } = await twoEvents(setting)
    const event = await findEvent(setting, first.id)
    if (!event) throw new Error('the event is not there')

    const change = changeEventRow(setting, first, { ...event, attendance: -1 })

    await expect(change).rejects.toThrow('activity_event_attendance_is_not_negative')
  }),
)

function series(title: string) {
  return { programme: 'red-lectures', year: 2025, title, aliases: [], planned: null }
}

async function twoEvents(setting: ActionSetting) {
  const { id: seriesId } = await openSeries(setting, series(`两场${randomUUID()}`))
  const record = (title: string) => recordEvent(setting, form(seriesId, title))
  return { seriesId, first: await record('上午场'), second: await record('下午场') }
}

function act<T>(work: (setting: ActionSetting) => Promise<T>): Promise<T> {
  return inSetting(database.app(), actorOf(), randomUUID(), work)
}

function faultsOf(answers: readonly PromiseSettledResult<unknown>[]): readonly unknown[] {
  return answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason.code] : []))
}
