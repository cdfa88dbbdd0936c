import { randomUUID } from 'node:crypto'
import { addDays, day } from '@dongzhou/terms/day'
import { recordEvents } from '../../../server/src/activities/index.ts'
import { inSetting } from '../../../server/src/platform/app.ts'
import { haimenDivisions } from '../../../server/src/registry/index.ts'
import type { FilledBureau } from './fill.ts'

type EventEntry = Parameters<typeof recordEvents>[2][number]

const EVENTS = 50_000
const CHUNK = 500
const YEAR = 2025

export interface RecordedYear {
  readonly events: number
  readonly attendance: number
  readonly from: string
  readonly to: string
}

/** A year of red lectures in every village, through the action that an activity ledger takes. */
export async function recordYear(bureau: FilledBureau, events = EVENTS): Promise<RecordedYear> {
  const actor = bureau.actorAt(countyOf())
  let attendance = 0
  for (let from = 0; from < events; from += CHUNK) {
    const entries = Array.from({ length: Math.min(CHUNK, events - from) }, (_, at) => eventAt(from + at, events))
    await inSetting(bureau.app, actor, randomUUID(), (setting) => recordEvents(setting, 'intake.accept-batch', entries))
    for (const entry of entries) attendance += entry.attendance ?? 0
  }
  return { events, attendance, from: `${YEAR}-01-01`, to: `${YEAR}-12-31` }
}

const villages = haimenDivisions.filter(({ level }) => level === 'village')

function countyOf() {
  const county = haimenDivisions.find(({ level }) => level === 'county')
  if (!county) throw new Error('the seed of divisions has no county')
  return county.code
}

function eventAt(index: number, events: number): EventEntry {
  const village = villages[index % villages.length]
  return {
    series: '红在东洲宣讲',
    title: `第${index + 1}场宣讲`,
    date: { day: addDays(day(`${YEAR}-01-01`), Math.floor((index * 365) / events)), precision: 'day' },
    place: village?.shortName,
    host: '区退役军人服务中心',
    partners: [],
    attendance: 20 + (index % 60),
    counting: 'counter',
    proof: '签到表',
    division: village?.code,
    remark: undefined,
    source: { kind: 'ledger', batchId: 'bench', sheet: '活动', row: index + 2 },
  }
}
