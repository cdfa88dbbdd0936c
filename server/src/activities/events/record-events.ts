import type { ActivityDraft } from '@dongzhou/engines/intake'
import { areSameOrganisation } from '@dongzhou/engines/linkage'
import { plainText } from '@dongzhou/terms/agreement'
import { partsOf } from '@dongzhou/terms/day'
import { isWithin } from '@dongzhou/terms/division'
import type { FactSource } from '@dongzhou/terms/fact'
import { Fault, requireMay } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { recordTrails } from '../../platform/trail.sql.ts'
import { type DivisionRecord, findOrganisations, listDivisions } from '../../registry/index.ts'
import { mayWriteEvent } from '../policy.ts'
import { seriesKey, seriesOfLedger } from '../series/series-of-ledger.ts'
import type { ActivityEvent, Counting, EventContent } from './event.ts'
import { listEventsForUpdate } from './events.sql.ts'
import { drawEventIds, holdPlannedRows, type ImportedEvent, recordEventRows } from './import.sql.ts'
import { eventForTrail } from './load-event.ts'
import { divisionOfPlace } from './place-division.ts'

/** One row of an activity ledger, and which row of which sheet it was. */
export type EventEntry = ActivityDraft & { readonly source: Extract<FactSource, { readonly kind: 'ledger' }> }

/** What became of one entry. A refused one is on file differently, or cannot be true; `say` tells the clerk why. */
export type RecordedEvent =
  | { readonly outcome: 'new' | 'changed' | 'unchanged'; readonly eventId: number }
  | { readonly outcome: 'refused'; readonly eventId: number | undefined; readonly say: string }

/**
 * 登记台账活动 (record events): puts the rows of an activity ledger on file, in the order given, under the series they name.
 * Safe to repeat: the same series, day, title and place is the same event. A planned event that the ledger reports becomes
 * held. Throws `access.outside-jurisdiction` for a row that names a division outside the clerk's.
 */
export async function recordEvents(
  setting: ActionSetting,
  verb: string,
  entries: readonly EventEntry[],
): Promise<readonly RecordedEvent[]> {
  const contents = await contentsOf(setting, entries)
  const onFile = new Map<string, Pick<ActivityEvent, 'id' | 'state' | 'attendance'>>()
  const seriesIds = [...new Set(contents.map(({ seriesId }) => seriesId))]
  const days = [...new Set(contents.map(({ day }) => day))]
  for (const event of await listEventsForUpdate(setting, seriesIds, days)) onFile.set(keyOf(event), event)
  const newIds = [...(await drawEventIds(setting, contents.length))]
  const plans = contents.map((content, at): Plan => {
    const known = onFile.get(keyOf(content))
    const plan = planFor(content, entries[at]?.source ?? {}, known, newIds, setting.today)
    if (plan.write) onFile.set(keyOf(content), { id: plan.write.id, ...content })
    return plan
  })
  await save(setting, verb, plans)
  return plans.map(({ recorded }) => recorded)
}

interface Plan {
  readonly recorded: RecordedEvent
  readonly write: ImportedEvent | undefined
}

function planFor(
  content: EventContent,
  source: object,
  known: Pick<ActivityEvent, 'id' | 'state' | 'attendance'> | undefined,
  newIds: number[],
  today: string,
): Plan {
  const refused = refusalOf(content, known, today)
  if (refused !== undefined) {
    return { recorded: { outcome: 'refused', eventId: known?.id, say: refused }, write: undefined }
  }
  if (known && !(known.state === 'planned' && content.state === 'held')) {
    return { recorded: { outcome: 'unchanged', eventId: known.id }, write: undefined }
  }
  const id = known?.id ?? newIds.shift() ?? 0
  return { recorded: { outcome: known ? 'changed' : 'new', eventId: id }, write: { id, content, source } }
}

function refusalOf(
  content: EventContent,
  known: Pick<ActivityEvent, 'state' | 'attendance'> | undefined,
  today: string,
): string | undefined {
  const { attendance } = content
  if (content.day > today && attendance !== undefined) return '活动日期晚于今天，却填写了参加人次，请核对日期。'
  if (known?.state !== 'held' || attendance === undefined || attendance === known.attendance) return undefined
  const before = known.attendance === undefined ? '未计数' : `${known.attendance}人次`
  return `该活动已登记为${before}，台账填的是${attendance}人次，本行未接收。请对照签到表等凭证：台账无误的，到“活动”中更正该场活动的人次；登记无误的，改正本行后重新接收。`
}

async function contentsOf(setting: ActionSetting, entries: readonly EventEntry[]): Promise<readonly EventContent[]> {
  const divisions = await listDivisions(setting)
  const placed = entries.map((entry) => ({
    ...entry,
    year: partsOf(entry.date.day).year,
    division: divisionOf(setting, entry, divisions),
  }))
  // Refusals come before anything is written: a series opened for a refused ledger would stay behind.
  for (const entry of placed) requireMay(mayWriteEvent(setting.clerk, entry))
  const series = await seriesOfLedger(setting, placed)
  const partners = await partnerIds(setting, entries)
  return placed.map((entry) => {
    const seriesId = series.get(seriesKey(entry))
    if (seriesId === undefined) throw new Fault('activities.series-not-found')
    return { ...contentOf(setting, entry, seriesId, partners), division: entry.division }
  })
}

function contentOf(
  setting: ActionSetting,
  entry: EventEntry,
  seriesId: number,
  partners: ReadonlyMap<string, number>,
): Omit<EventContent, 'division'> {
  const isHeld = entry.date.day <= setting.today
  return {
    seriesId,
    title: entry.title,
    day: entry.date.day,
    precision: entry.date.precision,
    state: isHeld ? 'held' : 'planned',
    place: entry.place ?? '',
    host: entry.host ?? '',
    partners: entry.partners.map((name) => ({ name, organisationId: partners.get(name) ?? null })),
    attendance: entry.attendance,
    counting: isHeld ? countingOf(entry) : undefined,
    proof: entry.proof ?? '',
    proofFileId: undefined,
    remark: entry.remark ?? '',
  }
}

// A number of which nobody says how it was found is cited as an estimate; no number is said to be uncounted, never nought.
function countingOf({ attendance, counting }: EventEntry): Counting {
  return attendance === undefined ? 'not-counted' : (counting ?? 'estimate')
}

function divisionOf(setting: ActionSetting, entry: EventEntry, divisions: readonly DivisionRecord[]) {
  if (entry.division !== undefined) return entry.division
  const named = divisionOfPlace(entry.place ?? '', divisions)
  const isOurs = named !== undefined && isWithin(named, setting.clerk.division)
  return isOurs ? named : setting.clerk.division
}

async function partnerIds(
  setting: ActionSetting,
  entries: readonly EventEntry[],
): Promise<ReadonlyMap<string, number>> {
  const names = [...new Set(entries.flatMap(({ partners }) => partners))]
  if (names.length === 0) return new Map()
  const onFile = await findOrganisations(setting, names, [])
  return new Map(
    names.flatMap((name) => {
      const same = onFile.find((organisation) => areSameOrganisation({ name }, organisation))
      return same ? [[name, same.id]] : []
    }),
  )
}

function keyOf({ seriesId, day, title, place }: Pick<EventContent, 'seriesId' | 'day' | 'title' | 'place'>): string {
  return [seriesId, day, plainText(title), plainText(place)].join('\n')
}

async function save(setting: ActionSetting, verb: string, plans: readonly Plan[]): Promise<void> {
  const written = (outcome: RecordedEvent['outcome']): readonly ImportedEvent[] =>
    plans.flatMap(({ recorded, write }) => (recorded.outcome === outcome && write ? [write] : []))
  const changed = written('changed')
  await recordEventRows(setting, written('new'))
  if ((await holdPlannedRows(setting, changed)) !== changed.length) throw new Fault('platform.nothing-changed')
  await recordTrails(
    setting,
    [...written('new'), ...changed].map(({ id, content }) => ({
      verb,
      subject: { kind: 'activity-event', id },
      division: content.division,
      after: eventForTrail(content),
    })),
  )
}
