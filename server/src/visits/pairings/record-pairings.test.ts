import { PairingFilter } from '@dongzhou/contract/visits'
import { day } from '@dongzhou/terms/day'
import { expect, test } from 'vitest'
import type { ActionSetting } from '../../platform/setting.ts'
import { listOrganisations } from '../../registry/index.ts'
import { freshDatabase, switchTo } from '../../testing/fresh-database.ts'
import { aVeteran } from '../../testing/people.ts'
import { EAST_VILLAGE, WEST_TOWN, WEST_VILLAGE } from '../../testing/test-bureau.ts'
import { correctVisit } from '../calls/correct-visit.ts'
import { recordVisit } from '../calls/record-visit.ts'
import { listVisits } from '../calls/visits.sql.ts'
import { listSchemes } from '../schemes/schemes.sql.ts'
import { endPairing } from './end-pairing.ts'
import { findPairing, listPairings } from './pairings.sql.ts'
import { type PairingEntry, recordPairings } from './record-pairings.ts'
import { withdrawPairings } from './withdraw-pairings.ts'

const { rolledBack, app } = freshDatabase()

const verb = 'intake.accept-batch'
const batchId = '6f9c2f9e-0000-4000-8000-000000000001'
const wholeBatch = { batchId, sheet: '结对', rows: [4, 5, 6], because: '传错了文件' }
const everything = PairingFilter.parse({})
const firstPage = { page: 1, size: 50 }

test(
  'a ledger brings its organisations, pairs and visits; taken in twice it brings nothing more',
  rolledBack(async (setting) => {
    const [one, other] = [await aVeteran(setting), await aVeteran(setting, { name: '李四' })]
    const entries = [anEntry(one, { visits: ['2025-01-15', '2025-04-03'] }), anEntry(other, { row: 5 })]

    const first = await recordPairings(setting, verb, entries)
    const second = await recordPairings(setting, verb, entries)

    expect(first.map(({ outcome }) => outcome)).toEqual(['new', 'new'])
    expect(second.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged'])
    expect((await listPairings(setting, everything, firstPage)).total).toBe(2)
    expect((await listVisits(setting, {}, firstPage)).total).toBe(2)
    expect((await listOrganisations(setting, { text: '' }, firstPage)).total).toBe(1)
    expect((await listSchemes(setting, {}, firstPage)).items).toMatchObject([{ year: 2025 }])
  }),
)

test(
  "next month's ledger adds the visits paid since and nothing else",
  rolledBack(async (setting) => {
    const person = await aVeteran(setting)
    await recordPairings(setting, verb, [anEntry(person, { visits: ['2025-01-15'] })])

    const again = await recordPairings(setting, verb, [anEntry(person, { visits: ['2025-01-15', '2025-05-03'] })])

    expect(again).toMatchObject([{ outcome: 'changed' }])
    expect((await listVisits(setting, {}, firstPage)).items.map((visit) => visit.day)).toEqual([
      '2025-05-03',
      '2025-01-15',
    ])
  }),
)

test.each([
  ['the same code under another name', { organisation: '海门区财政局', creditCode: '11320684014182745K' }, 1],
  ['the same name without its code', { creditCode: undefined }, 1],
  ['the same name in full-width letters and spaces', { organisation: '区 财政局', creditCode: undefined }, 1],
  ['another name', { organisation: '区教育局', creditCode: undefined }, 2],
])('an organisation is the same by code, else by name: %s', async (_how, change, organisations) => {
  await rolledBack(async (setting) => {
    const [one, other] = [await aVeteran(setting), await aVeteran(setting, { name: '李四' })]

    await recordPairings(setting, verb, [anEntry(one), anEntry(other, { row: 5, ...change })])

    expect((await listOrganisations(setting, { text: '' }, firstPage)).total).toBe(organisations)
  })()
})

test.each([
  ['the year of its first visit', { visits: ['2025-01-15', '2024-12-30'] }, 2024],
  ['the year it says', { visits: ['2025-01-15'], year: 2024 }, 2024],
  ['the year of the other rows', {}, 2023],
])('a row belongs to %s', async (_which, change, year) => {
  await rolledBack(async (setting) => {
    const [one, other] = [await aVeteran(setting), await aVeteran(setting, { name: '李四' })]

    const [, recorded] = await recordPairings(setting, verb, [
      anEntry(one, { visits: ['2023-03-01'] }),
      anEntry(other, { row: 5, ...change }),
    ])

    const pairing = await findPairing(setting, recorded?.pairingId ?? 0)
    expect(pairing?.confirmedOn).toBe(`${year}-01-01`)
  })()
})

test(
  'somebody paired with another organisation stays with it: the row waits and says why',
  rolledBack(async (setting) => {
    const person = await aVeteran(setting)
    await recordPairings(setting, verb, [anEntry(person)])

    const recorded = await recordPairings(setting, verb, [
      anEntry(person, { organisation: '区教育局', creditCode: undefined }),
    ])

    expect(recorded).toMatchObject([{ outcome: 'refused', say: expect.stringContaining('其他单位') }])
  }),
)

test(
  'a visit of tomorrow is refused, and with it its row only',
  rolledBack(async (setting) => {
    const [one, other] = [await aVeteran(setting), await aVeteran(setting, { name: '李四' })]

    const recorded = await recordPairings(setting, verb, [
      anEntry(one, { visits: ['2025-07-01'] }),
      anEntry(other, { row: 5, visits: ['2025-06-30'] }),
    ])

    expect(recorded.map(({ outcome }) => outcome)).toEqual(['refused', 'new'])
  }),
)

test(
  'nobody is written for a person of another town: the ledger is refused before anything is written',
  rolledBack(async (setting) => {
    const [east, west] = [
      await aVeteran(setting, { division: EAST_VILLAGE }),
      await aVeteran(setting, { division: WEST_VILLAGE }),
    ]
    const town = await switchTo(app(), setting.tx, { role: 'town-worker', division: WEST_TOWN })

    await expect(recordPairings(town, verb, [anEntry(west), anEntry(east, { row: 5 })])).rejects.toMatchObject({
      code: 'registry.person-not-found',
    })

    expect((await listSchemes(town, {}, firstPage)).total).toBe(0)
    expect((await listOrganisations(town, { text: '' }, firstPage)).total).toBe(0)
  }),
)

test(
  'rows are taken back with their visits; those that somebody has worked on stay, each with its reason',
  rolledBack(async (setting) => {
    const people = await threePeople(setting)
    const [ended, visited, untouched] = await recordPairings(
      setting,
      verb,
      people.map((person, at) => anEntry(person, { row: 4 + at, visits: ['2025-01-15'] })),
    )
    await endPairing(setting, { id: ended?.pairingId ?? 0, version: 1, endedOn: setting.today, because: '搬走' })
    await recordVisit(setting, { pairingId: visited?.pairingId ?? 0, ...aCall })

    const kept = await withdrawPairings(setting, wholeBatch)

    expect(kept).toEqual([
      { row: 4, why: expect.stringContaining('终止') },
      { row: 5, why: expect.stringContaining('新的走访') },
    ])
    expect(await findPairing(setting, untouched?.pairingId ?? 0)).toBeUndefined()
    expect((await listVisits(setting, {}, firstPage)).total).toBe(3)
    expect(await withdrawPairings(setting, wholeBatch)).toEqual(kept)
  }),
)

test(
  'a row whose visit was corrected stays whole',
  rolledBack(async (setting) => {
    await recordPairings(setting, verb, [anEntry(await aVeteran(setting), { visits: ['2025-01-15'] })])
    const [visit] = (await listVisits(setting, {}, firstPage)).items
    await correctVisit(setting, { id: visit?.id ?? 0, version: 1, ...aCall, because: '日期' })

    expect(await withdrawPairings(setting, wholeBatch)).toEqual([{ row: 4, why: expect.stringContaining('走访记录') }])
    expect((await listPairings(setting, everything, firstPage)).total).toBe(1)
  }),
)

test(
  'visits that a second ledger added go back without the pair they were added to',
  rolledBack(async (setting) => {
    const person = await aVeteran(setting)
    await recordPairings(setting, verb, [anEntry(person, { visits: ['2025-01-15'] })])
    const second = '6f9c2f9e-0000-4000-8000-000000000002'
    await recordPairings(setting, verb, [anEntry(person, { visits: ['2025-05-03'], batch: second })])

    expect(await withdrawPairings(setting, { ...wholeBatch, batchId: second })).toEqual([])

    expect((await listPairings(setting, everything, firstPage)).total).toBe(1)
    expect((await listVisits(setting, {}, firstPage)).items.map((visit) => visit.day)).toEqual(['2025-01-15'])
    await withdrawPairings(setting, wholeBatch)
    expect(await recordPairings(setting, verb, [anEntry(person)])).toMatchObject([{ outcome: 'new' }])
  }),
)

const aCall = { day: day('2025-04-02'), visitors: '', help: '送米油', goods: '', money: null, findings: '' }

async function threePeople(setting: ActionSetting): Promise<readonly number[]> {
  return [await aVeteran(setting), await aVeteran(setting, { name: '李四' }), await aVeteran(setting, { name: '王五' })]
}

type Story = Partial<Omit<PairingEntry, 'visits' | 'source' | 'personId'>> & {
  readonly visits?: readonly string[]
  readonly row?: number
  readonly batch?: string
}

test(
  'an organisation that the sheet writes without its region is the one on file, not a second one',
  rolledBack(async (setting) => {
    const [one, other] = [await aVeteran(setting), await aVeteran(setting)]

    await recordPairings(setting, 'intake.accept-batch', [
      anEntry(one, { organisation: '南通市海门区财政局', creditCode: undefined }),
      anEntry(other, { organisation: '海门区财政局', creditCode: undefined, row: 5 }),
    ])

    const found = await listOrganisations(setting, { text: '财政局' }, { page: 1, size: 10 })
    expect(found.items.map(({ name }) => name)).toEqual(['南通市海门区财政局'])
  }),
)

function anEntry(personId: number, { visits = [], row = 4, batch = batchId, ...story }: Story = {}): PairingEntry {
  return {
    organisation: '区财政局',
    creditCode: '11320684014182745K',
    contact: '王科长',
    contactPhones: ['13912345678'],
    plannedVisits: 4,
    help: undefined,
    remark: undefined,
    ...story,
    personId,
    visits: visits.map((on) => ({ date: { day: day(on), precision: 'day' }, help: undefined })),
    source: { kind: 'ledger', batchId: batch, row, sheet: '结对' },
  }
}
