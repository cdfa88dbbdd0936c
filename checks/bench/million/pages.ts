import { randomUUID } from 'node:crypto'
import { inSetting } from '../../../server/src/platform/app.ts'
import { recordPeople } from '../../../server/src/registry/index.ts'
import type { Caller } from '../../running/server-process.ts'
import { type Measured, spread, timed } from '../measured.ts'
import type { RecordedYear } from './events.ts'
import type { FilledBureau } from './fill.ts'
import type { Entry } from './register.ts'
import type { Searcher } from './search.ts'

const CALLS = 200

/** What any signed-in call costs on this machine at this hour: the figures below hold this much that no search can save. */
export async function measureFloor({ caller }: Searcher): Promise<Measured> {
  const times = await timed(Array.from({ length: 2000 }), () => caller.call('access/me', undefined))
  return { what: 'a call that only asks who is signed in', figure: spread(times), beside: 'over HTTP', aim: '' }
}

/** 说法不一: a second source tells another education of every thousandth person, so that the filter has somebody to show. */
export async function recordDisputes(
  bureau: FilledBureau,
  register: readonly Entry[],
  county: Searcher,
): Promise<number> {
  const disputed = register.filter((_, at) => at % 1000 === 0)
  const actor = bureau.actorAt(county.division)
  for (let from = 0; from < disputed.length; from += 500) {
    const entries = disputed.slice(from, from + 500).map(({ id }) => ({ personId: id, facts: [anotherEducation] }))
    await inSetting(bureau.app, actor, randomUUID(), (setting) =>
      recordPeople(setting, 'registry.record-fact', entries),
    )
  }
  return disputed.length
}

const anotherEducation: Parameters<typeof recordPeople>[2][number]['facts'][number] = {
  kind: 'education',
  value: { level: '另一来源所载' },
  validFrom: undefined,
  validTo: undefined,
  source: { kind: 'clerk', note: '基准' },
  certainty: 'stated',
}

/** 人员名册: pages as a clerk of the county and of a town turns them, with the filters that a list is asked for. */
export async function measureLists(searchers: readonly Searcher[]): Promise<readonly Measured[]> {
  const [county, town, village] = searchers
  if (!county || !town || !village) throw new Error('lists are measured as a clerk of the county, a town and a village')
  const lists: readonly (readonly [string, Caller, object])[] = [
    ['first page', county.caller, {}],
    ['tenth page', county.caller, { page: 10 }],
    ['last page counted, the 200th', county.caller, { page: 200 }],
    ['veterans', county.caller, { identities: ['veteran'] }],
    ['survivors of martyrs', county.caller, { identities: ['survivor-of-martyr'] }],
    ['two rare identities', county.caller, { identities: ['survivor-of-martyr', 'nuclear-test-participant'] }],
    ['one town', county.caller, { division: town.division }],
    ['one village', county.caller, { division: village.division }],
    ['disputed', county.caller, { isDisputed: true }],
    ['aged 90 and over', county.caller, { ageFrom: 90 }],
    ['a name begun', county.caller, { text: '王' }],
    ['initials', county.caller, { text: 'zw' }],
    ['first page, town worker', town.caller, {}],
    ['survivors of martyrs, town worker', town.caller, { identities: ['survivor-of-martyr'] }],
    ['first page, village worker', village.caller, {}],
  ]
  const lines: Measured[] = []
  for (const [name, caller, filter] of lists) {
    const first = await listed(caller, filter)
    const times = await timed(Array.from({ length: CALLS }), () => listed(caller, filter))
    const found = `${first.total.toLocaleString('en')}${first.more ? ' and more' : ''}`
    lines.push({ what: `list of 50: ${name}`, figure: spread(times), beside: `${found} counted`, aim: '' })
  }
  return lines
}

function listed(caller: Caller, filter: object): Promise<{ readonly total: number; readonly more: boolean }> {
  return caller.call('registry/listPeople', { page: 1, size: 50, ...filter })
}

/** 一人一档: the files of people spread over the register, each opened once. */
export async function measurePersonPage(register: readonly Entry[], { caller }: Searcher): Promise<Measured> {
  const step = Math.floor(register.length / CALLS)
  const ids = Array.from({ length: CALLS }, (_, at) => register[at * step]?.id ?? 0)
  let facts = 0
  const times = await timed(ids, async (id) => {
    const file = await caller.call<{ id: number; facts: readonly object[] }>('registry/getPerson', { id })
    if (file.id !== id) throw new Error('another person than asked for')
    facts += file.facts.length
  })
  const average = (facts / CALLS).toFixed(1)
  return { what: 'person page', figure: spread(times), beside: `${average} facts a person`, aim: '' }
}

/** 指标与明细: a figure over a year of events and the first page of its rows; both must come to what was recorded. */
export async function measureIndicator(year: RecordedYear, { caller }: Searcher): Promise<readonly Measured[]> {
  const { from, to } = year
  const reading = (code: string) =>
    caller.call<{ value: number; rows: number }>('plan/getIndicator', { code, from, to })
  const rows = () => caller.call('plan/listIndicatorRows', { code: 'red-lectures-held', from, to, page: 1, size: 50 })
  const [held, attendance] = [await reading('red-lectures-held'), await reading('red-lectures-attendance')]
  if (held.value !== year.events || attendance.value !== year.attendance)
    throw new Error('a figure is not what was recorded')
  const figures = await timed(Array.from({ length: CALLS }), () => reading('red-lectures-attendance'))
  const pages = await timed(Array.from({ length: CALLS }), rows)
  const beside = `${year.events.toLocaleString('en')} events, ${year.attendance.toLocaleString('en')} person-times`
  return [
    { what: 'indicator, its figure', figure: spread(figures), beside, aim: '' },
    { what: 'indicator, first 50 of its rows', figure: spread(pages), beside, aim: '' },
  ]
}
