import { type Day, day } from '@dongzhou/terms/day'
import type { DivisionCode } from '@dongzhou/terms/division'
import { recordEvents } from '../activities/index.ts'
import type { ActionSetting } from '../platform/setting.ts'
import { recordPairings } from '../visits/index.ts'
import { aVeteran } from './people.ts'

/** An event of a ledger, as a test of figures states it. */
export interface Told {
  readonly series: string
  readonly on: string
  readonly people?: number | undefined
  readonly division?: DivisionCode
}

export const batchId = '6f9c2f9e-0000-4000-8000-00000000000a'

/** Puts events on file as a ledger would, each in a place of its own. */
export async function told(setting: ActionSetting, events: readonly Told[]): Promise<void> {
  const entries = events.map(({ series, on, people, division }, at) => ({
    title: `${series}（${at + 1}）`,
    series,
    date: { day: day(on), precision: 'day' as const },
    place: `地点${at + 1}`,
    host: undefined,
    partners: [],
    attendance: people,
    counting: people === undefined ? undefined : ('counter' as const),
    proof: undefined,
    division,
    remark: undefined,
    source: { kind: 'ledger' as const, batchId, row: at + 1, sheet: '台账' },
  }))
  await recordEvents(setting, 'intake.accept-batch', entries)
}

/** Pairs an organisation with some people, each visited on the days given. */
export async function paired(
  setting: ActionSetting,
  organisation: string,
  people: number,
  story: { readonly division?: DivisionCode; readonly visits?: readonly Day[] } = {},
): Promise<void> {
  const entries = []
  for (let at = 0; at < people; at += 1) {
    const person = { name: `${organisation.slice(-2)}${at}`, ...(story.division ? { division: story.division } : {}) }
    const personId = await aVeteran(setting, person)
    entries.push({
      organisation,
      creditCode: undefined,
      personId,
      contact: undefined,
      contactPhones: [],
      plannedVisits: 4,
      year: 2025,
      visits: (story.visits ?? []).map((on) => ({ date: { day: on, precision: 'day' as const }, help: undefined })),
      help: undefined,
      remark: undefined,
      source: { kind: 'ledger' as const, batchId, row: at + 1, sheet: '结对' },
    })
  }
  await recordPairings(setting, 'intake.accept-batch', entries)
}
