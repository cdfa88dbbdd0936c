import { divisionCode } from '@dongzhou/terms/division'
import { expect, test } from 'vitest'
import type { ActionSetting } from '../../platform/setting.ts'
import { recordPeople } from '../../registry/index.ts'
import { freshDatabase, switchTo } from '../../testing/fresh-database.ts'
import { aFact, anIdNumber, aVeteran } from '../../testing/people.ts'
import { EAST_VILLAGE, WEST_TOWN, WEST_VILLAGE } from '../../testing/test-bureau.ts'
import type { MatchKey } from './link-records.ts'
import { recordOfFacts } from './link-records.ts'
import { findLikely, matchPeople } from './match-people.ts'

const { rolledBack, app } = freshDatabase()

const wholeRow = { row: 7, name: '张建国', idNumber: anIdNumber(), division: EAST_VILLAGE, phones: ['13912345678'] }

test.each<[string, MatchKey, string]>([
  ['the same number and name', wholeRow, 'same'],
  ['the number with spaces and a small x', { ...wholeRow, idNumber: ` ${anIdNumber().toLowerCase()}` }, 'same'],
  ['the number under a homophone of the name', { ...wholeRow, name: '张建帼', phones: [] }, 'same'],
  ['name and phone alone', { row: 7, name: '张建国', phones: ['139 1234 5678'], division: EAST_VILLAGE }, 'likely'],
  ['name, village and birth alone', aRow('1958-05-01'), 'likely'],
  ['a birth with day and month swapped', aRow('1958-01-05'), 'likely'],
  ['a birth one year off', aRow('1959-05-01'), 'possible'],
])('a row finds whom it means by %s', async (_how, key, band) => {
  await rolledBack(async (setting) => {
    const personId = await zhang(setting)

    const found = await matchPeople(setting, [key])

    expect(found.get(7)?.map((match) => [match.personId, match.likeness.band])).toEqual([[personId, band]])
    expect(found.get(7)?.[0]?.likeness.reasons.length).toBeGreaterThan(1)
  })()
})

test.each<[string, MatchKey]>([
  ['another birth', aRow('1970-10-10')],
  ['another name', { ...aRow('1958-05-01'), name: '李建国' }],
  ['no name that can be read', { row: 7, name: '？', phones: [] }],
])('a row with %s finds nobody', async (_how, key) => {
  await rolledBack(async (setting) => {
    await zhang(setting)

    expect((await matchPeople(setting, [key])).has(7)).toBe(false)
  })()
})

test(
  'somebody of another town is not found, neither by name nor by number',
  rolledBack(async (setting) => {
    await zhang(setting)
    const west = await switchTo(app(), setting.tx, { role: 'town-worker', division: WEST_TOWN })

    expect((await matchPeople(west, [wholeRow])).size).toBe(0)
  }),
)

test(
  'an older number that a correction left in force beside another still leads to the person',
  rolledBack(async (setting) => {
    const personId = await zhang(setting)
    const other = anIdNumber('19580501', '003')
    const source = { kind: 'ledger', batchId: '甲', row: 1, sheet: '名册' } as const
    await recordPeople(setting, 'intake.accept-batch', [
      {
        personId,
        facts: [aFact('id-number', { idNumber: other }, source), aFact('phone', { phone: '13700000000' }, source)],
      },
    ])

    for (const key of [
      { row: 1, name: '张建国', idNumber: other, phones: [] },
      { row: 1, name: '张建国', phones: ['13700000000'], born: wholeBirth },
    ]) {
      const [match] = (await matchPeople(setting, [key])).get(1) ?? []
      expect(match?.personId).toBe(personId)
      expect(match?.likeness.reasons.map(({ code }) => code)).toContain('idNumber' in key ? 'id-same' : 'phone-shared')
    }
  }),
)

test(
  'of a name that many bear the one in the same town is found, however many elsewhere came first',
  rolledBack(async (setting) => {
    await namesakes(setting, 30, WEST_VILLAGE)
    const near = await namesakes(setting, 1, EAST_VILLAGE)

    const found = await matchPeople(setting, [namesake])

    expect(found.get(1)?.map(({ personId }) => personId)).toEqual(near)
  }),
)

test(
  'a row brings twenty candidates at most',
  rolledBack(async (setting) => {
    await namesakes(setting, 25, EAST_VILLAGE)

    expect((await matchPeople(setting, [namesake])).get(1)).toHaveLength(20)
  }),
)

test.each([1, 500])('%i rows are matched by two questions to the database', async (count) => {
  await rolledBack(async (setting) => {
    await zhang(setting)
    const keys = Array.from({ length: count }, (_, at) => ({ ...wholeRow, row: at, phones: [`139${10_000_000 + at}`] }))
    const counted = counting(setting)

    const found = await matchPeople(counted.setting, keys)

    expect(found.size).toBe(count)
    expect(counted.queries()).toBe(2)
  })()
})

test(
  'a half-typed form is compared with what it states, and a half-typed number refuses nothing',
  rolledBack(async (setting) => {
    const personId = await zhang(setting)
    const form = recordOfFacts([
      { kind: 'name', value: { name: '张建国' } },
      { kind: 'id-number', value: { idNumber: anIdNumber().slice(0, 17) } },
      { kind: 'residence', value: { division: divisionCode(EAST_VILLAGE) } },
    ])

    const found = await findLikely(setting, form)

    expect(found.map((match) => match.personId)).toEqual([personId])
    expect(found[0]?.likeness.reasons.map(({ code }) => code)).toContain('id-character-lost')
  }),
)

const namesake: MatchKey = { row: 1, name: '王芳芳', division: EAST_VILLAGE, phones: [] }

async function namesakes(
  setting: ActionSetting,
  count: number,
  division: typeof EAST_VILLAGE,
): Promise<readonly number[]> {
  const entries = Array.from({ length: count }, (_, at) => {
    const source = { kind: 'clerk', note: `来访${at}` } as const
    return {
      personId: undefined,
      facts: [aFact('name', { name: namesake.name }, source), aFact('residence', { division }, source)],
    }
  })
  return (await recordPeople(setting, 'registry.register-person', entries)).map(({ personId }) => personId)
}

const wholeBirth = '1958-05-01' as never

function zhang(setting: ActionSetting): Promise<number> {
  const source = { kind: 'derived', from: 'id-number' } as const
  return aVeteran(setting, {
    name: '张建国',
    idNumber: anIdNumber(),
    phone: '13912345678',
    more: [aFact('birth', { day: '1958-05-01' as never, precision: 'day' }, source)],
  })
}

function aRow(born: string): MatchKey {
  return { row: 7, name: '张建国', born: born as never, division: EAST_VILLAGE, phones: [] }
}

function counting(setting: ActionSetting): { readonly setting: ActionSetting; queries(): number } {
  let queries = 0
  const tx = setting.tx.withPlugin({
    transformQuery: ({ node }) => {
      queries += 1
      return node
    },
    transformResult: async ({ result }) => result,
  })
  return { setting: { ...setting, tx }, queries: () => queries }
}
