import { randomUUID } from 'node:crypto'
import { PairingFilter } from '@dongzhou/contract/visits'
import { type Day, day } from '@dongzhou/terms/day'
import type { DivisionCode } from '@dongzhou/terms/division'
import { expect, test } from 'vitest'
import { linkageRoutes } from '../../linkage/index.ts'
import { figuresFor } from '../../plan/index.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { listPeopleByIds, registerOrganisation, registryRoutes } from '../../registry/index.ts'
import { freshDatabase, switchTo } from '../../testing/fresh-database.ts'
import { aVeteran } from '../../testing/people.ts'
import { COUNTY, EAST_TOWN, EAST_VILLAGE, WEST_TOWN, WEST_VILLAGE } from '../../testing/test-bureau.ts'
import { recordVisit } from '../calls/record-visit.ts'
import { listVisits } from '../calls/visits.sql.ts'
import { openScheme } from '../schemes/open-scheme.ts'
import { confirmPairing, proposePairing } from './confirm-pairing.ts'
import { listPairings } from './pairings.sql.ts'

const { rolledBack, app } = freshDatabase()

const everything = PairingFilter.parse({})
const firstPage = { page: 1, size: 50 }
const codes = ['pairing-people', 'pairing-organisations', 'pairing-visits-planned', 'pairing-visits-paid']

test(
  'whoever moves house takes their pairing and its visits along: the new town sees them, the old one does not',
  rolledBack(async (setting) => {
    const world = await aWorld(setting)
    const { id } = await paired(setting, world, { organisation: '区财政局', visits: ['2025-03-01'] })
    expect(await seenIn(setting, EAST_TOWN)).toEqual([1, 1])

    await move(setting, world.personId, WEST_VILLAGE)

    expect(await seenIn(setting, EAST_TOWN)).toEqual([0, 0])
    expect(await seenIn(setting, WEST_TOWN)).toEqual([1, 1])
    const west = await switchTo(app(), setting.tx, { role: 'town-worker', division: WEST_TOWN })
    await expect(recordVisit(west, { pairingId: id, ...aCall('2025-06-01') })).resolves.toMatchObject({ version: 1 })
  }),
)

test(
  'after a merge a pair told twice counts once, and so does a visit of one day; taken back, all is as it was',
  rolledBack(async (setting) => {
    const world = await aWorld(setting)
    const twin = await aVeteran(setting, { name: '张建帼', division: WEST_VILLAGE })
    await paired(setting, world, { organisation: '区财政局', visits: ['2025-03-01', '2025-04-01'] })
    await paired(
      setting,
      { ...world, personId: twin },
      { organisation: '区财政局', visits: ['2025-04-01', '2025-05-01'] },
    )
    const before = await everythingOf(setting)
    expect(before.figures).toEqual([2, 1, 8, 4])

    const mergeId = await merge(setting, world.personId, twin)

    expect((await everythingOf(setting)).figures).toEqual([1, 1, 4, 3])
    expect(await seenIn(setting, WEST_TOWN)).toEqual([0, 0])
    expect(await seenIn(setting, EAST_TOWN)).toEqual([1, 3])
    await unmerge(setting, mergeId)
    expect(await everythingOf(setting)).toEqual(before)
  }),
)

test(
  'of two organisations in one scheme the kept one stays and the other ends; taken back, both stand',
  rolledBack(async (setting) => {
    const world = await aWorld(setting)
    const twin = await aVeteran(setting, { name: '张建帼' })
    await paired(setting, world, { organisation: '区财政局', visits: [] })
    await paired(setting, { ...world, personId: twin }, { organisation: '区教育局', visits: ['2025-05-01'] })
    const before = await everythingOf(setting)

    const mergeId = await merge(setting, world.personId, twin)

    const after = await everythingOf(setting)
    expect(after.pairings.map(({ personId, state }) => [personId, state])).toEqual([
      [world.personId, 'confirmed'],
      [world.personId, 'ended'],
    ])
    expect(after.figures[0]).toBe(1)
    expect(after.figures[3]).toBe(1)
    await unmerge(setting, mergeId)
    expect(await everythingOf(setting)).toEqual(before)
  }),
)

test(
  'a confirmed pairing of the dropped file stands before a proposal of the kept one',
  rolledBack(async (setting) => {
    const world = await aWorld(setting)
    const twin = await aVeteran(setting, { name: '张建帼' })
    await paired(setting, world, { organisation: '区财政局', visits: [], isProposed: true })
    await paired(setting, { ...world, personId: twin }, { organisation: '区教育局', visits: ['2025-05-01'] })
    const before = await everythingOf(setting)

    const mergeId = await merge(setting, world.personId, twin)

    const standing = (await everythingOf(setting)).pairings.filter(({ state }) => state !== 'ended')
    expect(standing).toMatchObject([{ personId: world.personId, state: 'confirmed' }])
    await unmerge(setting, mergeId)
    expect(await everythingOf(setting)).toEqual(before)
  }),
)

test(
  'the pairing of a file that went into another is found under the one that stays',
  rolledBack(async (setting) => {
    const world = await aWorld(setting)
    const twin = await aVeteran(setting, { name: '张建帼', division: WEST_VILLAGE })
    const { id } = await paired(
      setting,
      { ...world, personId: twin },
      { organisation: '区财政局', visits: ['2025-05-01'] },
    )

    await merge(setting, world.personId, twin)

    const { items } = await listPairings(setting, { ...everything, personId: world.personId }, firstPage)
    expect(items).toMatchObject([{ id, division: EAST_VILLAGE }])
    const trail = await setting.tx.selectFrom('trail').select('verb').where('subject_kind', '=', 'pairing').execute()
    expect(trail.map(({ verb }) => verb)).toContain('linkage.merge-people')
  }),
)

interface World {
  readonly schemeId: number
  readonly personId: number
}

async function aWorld(setting: ActionSetting): Promise<World> {
  const { id: schemeId } = await openScheme(setting, { year: 2025, title: '2025年结对帮扶' })
  return { schemeId, personId: await aVeteran(setting, { name: '张建国', division: EAST_VILLAGE }) }
}

interface PairStory {
  readonly organisation: string
  readonly visits: readonly string[]
  readonly isProposed?: boolean
}

const organisations = new WeakMap<object, Map<string, number>>()

async function paired(setting: ActionSetting, world: World, story: PairStory): Promise<{ readonly id: number }> {
  const known = organisations.get(setting.tx) ?? new Map<string, number>()
  organisations.set(setting.tx, known)
  const name = story.organisation
  const organisationId =
    known.get(name) ?? (await registerOrganisation(setting, { name, kind: '机关事业单位', division: COUNTY })).id
  known.set(name, organisationId)
  const pair = {
    ...world,
    organisationId,
    contactName: '王科长',
    contactPhone: '13912345678',
    plannedVisits: 4,
    remark: '',
  }
  const enter = story.isProposed ? proposePairing : confirmPairing
  const { id } = await enter(setting, { ...pair, confirmedOn: day('2025-02-01') })
  for (const on of story.visits) await recordVisit(setting, { pairingId: id, ...aCall(on) })
  return { id }
}

function aCall(on: string) {
  return { day: day(on), visitors: '王科长', help: '送米油', goods: '', money: null, findings: '' }
}

async function seenIn(setting: ActionSetting, division: DivisionCode): Promise<readonly number[]> {
  const town = await switchTo(app(), setting.tx, { role: 'town-worker', division })
  const seen = [(await listPairings(town, everything, firstPage)).total, (await listVisits(town, {}, firstPage)).total]
  await switchTo(app(), setting.tx, {})
  return seen
}

async function everythingOf(setting: ActionSetting) {
  const { items: pairings } = await listPairings(setting, everything, firstPage)
  const { items: visits } = await listVisits(setting, {}, firstPage)
  const span: { readonly from: Day; readonly to: Day } = { from: day('2025-01-01'), to: day('2025-06-29') }
  const figures = await figuresFor(
    setting,
    codes.map((indicator) => ({ indicator: indicator as never, ...span })),
  )
  return {
    pairings: pairings.map(({ version: _, ...pairing }) => pairing),
    visits: visits.map(({ id, pairingId, division, day: on }) => ({ id, pairingId, division, on })),
    figures: [...figures.values()].map((reading) => ('value' in reading ? reading.value : undefined)),
  }
}

async function move(setting: ActionSetting, personId: number, to: DivisionCode): Promise<void> {
  const fact = { kind: 'residence', value: { division: to }, validFrom: '2025-06-01' }
  const input = { actionId: randomUUID(), personId, version: 1, fact, note: '本人迁居' }
  await registryRoutes.recordFact({ ...setting, actionId: input.actionId }, input as never)
}

async function merge(setting: ActionSetting, keep: number, drop: number): Promise<number> {
  const people = new Map((await listPeopleByIds(setting, [keep, drop])).map((person) => [person.id, person]))
  const seen = (id: number) => ({ id, version: people.get(id)?.version ?? 0 })
  const actionId = randomUUID()
  const input = {
    actionId,
    keep: seen(keep),
    drop: seen(drop),
    choices: await choicesOf(setting, keep),
    because: '核对证件',
  }
  const merged = await linkageRoutes.mergePeople({ ...setting, actionId }, input as never)
  return (merged as { readonly mergeId: number }).mergeId
}

async function choicesOf(setting: ActionSetting, keep: number): Promise<object> {
  const { rows } = {
    rows: await setting.tx
      .selectFrom('fact' as never)
      .selectAll()
      .execute(),
  } as {
    rows: { id: number; person_id: number; kind: string }[]
  }
  const own = rows.filter((row) => row.person_id === keep)
  return Object.fromEntries(own.filter(({ kind }) => kind === 'residence').map(({ kind, id }) => [kind, id]))
}

async function unmerge(setting: ActionSetting, mergeId: number): Promise<void> {
  const actionId = randomUUID()
  const input = { actionId, mergeId, version: 1, because: '经核实为两人', decisions: [] }
  await linkageRoutes.unmergePeople({ ...setting, actionId }, input as never)
}
