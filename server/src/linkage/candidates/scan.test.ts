import { randomUUID } from 'node:crypto'
import { divisionCode } from '@dongzhou/terms/division'
import type { Fact, FactSource } from '@dongzhou/terms/fact'
import { beforeAll, describe, expect, test } from 'vitest'
import { type SyntheticPerson, syntheticPeople } from '../../demo/index.ts'
import { inSetting } from '../../platform/app.ts'
import { findJobRun, type JobRun } from '../../platform/job.sql.ts'
import { recordPeople } from '../../registry/index.ts'
import { actorOf, freshDatabase } from '../../testing/fresh-database.ts'
import { linkageRoutes } from '../routes.ts'
import { scanJob, startScan } from './scan.ts'

const { app, errands } = freshDatabase()

const county = { ...actorOf({ division: divisionCode('320614000000') }) }
const COUNT = 2000
const everyTwentieth = Array.from({ length: COUNT / 20 }, (_, at) => at * 20)

describe('a scan of two thousand synthetic people with a hundred planted twins', () => {
  const twinIds: (readonly [number, number])[] = []
  let first: Finished

  beforeAll(async () => {
    const people = [...syntheticPeople(11, COUNT)]
    const ids = await enter(people.map((person) => factsOf(person, 1)))
    const twins = everyTwentieth.flatMap((at) => (people[at] ? [damaged(people[at], at / 20)] : []))
    const ofTwins = await enter(twins)
    for (const [at, id] of ofTwins.entries()) twinIds.push([ids[at * 20] ?? 0, id])
    first = await run(0)
  }, 120_000)

  test('queues the twins, each once, and nobody else as likely', async () => {
    expect([...(await queuedPairs())].toSorted()).toEqual(twinIds.map((ids) => ids.join('-')).toSorted())
  })

  test('reports its progress forwards, each person read and compared', () => {
    expect(first.reports).toEqual(first.reports.toSorted((one, other) => one - other))
    expect(first.reports.at(-1)).toBe((COUNT + twinIds.length) * 2)
    expect(first.result).toMatchObject({ people: COUNT + twinIds.length })
  })

  test('changes nothing when it is run again, or again from where it stopped', async () => {
    const before = await queuedPairs()

    const again = await run(0)
    const resumed = await run(COUNT + twinIds.length + 600)

    expect([again.result, resumed.result]).toMatchObject([{ queued: 0 }, { queued: 0 }])
    expect(resumed.reports[0]).toBeGreaterThan(COUNT + twinIds.length + 500)
    expect(await queuedPairs()).toEqual(before)
  })

  test('is ordered with twice the number of people, and leaves a trail', async () => {
    const { jobId } = await inCounty((setting) => startScan(setting))

    expect(errands).toContainEqual({ bureau: '999999', jobId })
    const run = await inCounty(({ tx }) => findJobRun(tx, jobId))
    expect(run).toMatchObject({ kind: 'linkage.scan', total: (COUNT + twinIds.length) * 2, state: 'waiting' })
    const trail = await inCounty(({ tx }) =>
      tx.selectFrom('trail').select('subject').where('verb', '=', 'linkage.start-scan').execute(),
    )
    expect(trail).toEqual([{ subject: jobId }])
  })

  async function run(done: number): Promise<Finished> {
    const reports: number[] = []
    const result = await scanJob.run({
      run: { id: randomUUID(), done, total: (COUNT + twinIds.length) * 2 } as JobRun,
      bureau: county.bureau,
      clerk: county.clerk,
      step: inCounty,
      report: async (at) => {
        reports.push(at)
      },
    })
    return { result, reports }
  }
})

interface Finished {
  readonly result: Readonly<Record<string, unknown>>
  readonly reports: readonly number[]
}

function inCounty<T>(work: Parameters<typeof inSetting<T>>[3]): Promise<T> {
  return inSetting(app(), county, randomUUID(), work)
}

async function enter(people: readonly (readonly Fact[])[]): Promise<readonly number[]> {
  const ids: number[] = []
  for (let from = 0; from < people.length; from += 500) {
    const entries = people.slice(from, from + 500).map((facts) => ({ personId: undefined, facts }))
    const recorded = await inCounty((setting) => recordPeople(setting, 'demo.fill', entries))
    ids.push(...recorded.map(({ personId }) => personId))
  }
  return ids
}

function factsOf(person: SyntheticPerson, ledger: number): readonly Fact[] {
  const source: FactSource = { kind: 'ledger', batchId: `台账${ledger}`, row: person.index + 3, sheet: '名册' }
  return person.facts.map((fact) => ({ ...fact, source, certainty: 'stated' }) as Fact)
}

/** The same person as another ledger has them: one slip each, in turn. */
function damaged(person: SyntheticPerson, at: number): readonly Fact[] {
  const facts = factsOf(person, 2)
  const without = (...kinds: readonly Fact['kind'][]) => facts.filter(({ kind }) => !kinds.includes(kind))
  switch (at % 3) {
    case 0:
      return without('phone')
    case 1:
      return without('id-number')
    default:
      return without('birth', 'phone').map((fact) =>
        fact.kind === 'id-number' ? { ...fact, value: { idNumber: fact.value.idNumber.slice(0, 17) } } : fact,
      )
  }
}

async function queuedPairs(): Promise<ReadonlySet<string>> {
  const pairs = new Set<string>()
  for (let page = 1; ; page += 1) {
    const { items } = await inCounty((setting) =>
      linkageRoutes.listPairs(setting, { page, size: 200, state: 'open', bands: ['same', 'likely'] }),
    )
    if (items.length === 0) return pairs
    for (const { first, second } of items) pairs.add(`${first.person?.id}-${second.person?.id}`)
  }
}
