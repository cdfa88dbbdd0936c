import { day } from '@dongzhou/terms/day'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { registryRoutes } from '../../registry/index.ts'
import { freshDatabase } from '../../testing/fresh-database.ts'
import { aRecipient, checker, maker, monthOfText, openPayDesk, type PayDesk, releaser } from '../../testing/payments.ts'
import { COUNTY, EAST_TOWN, EAST_VILLAGE, WEST_TOWN, WEST_VILLAGE } from '../../testing/test-bureau.ts'
import { createRun } from './create-run.ts'
import { showChanges, showLines } from './list-run-rows.ts'

const all = { page: 1, size: 50 }

/** The grade is gone from the file, as if nobody had ever told it: nothing is due and nothing asked back, and no cause says why. */
async function losesGrade(desk: PayDesk, personId: number): Promise<void> {
  await desk.act(async ({ tx }) => {
    await sql.raw('reset role').execute(tx)
    await sql`delete from fact where person_id = ${personId} and kind = 'disability'`.execute(tx)
  })
}

async function moves(desk: PayDesk, personId: number, division: typeof EAST_VILLAGE): Promise<void> {
  await desk.act(async (setting) => {
    const { version } = await registryRoutes.getPerson(setting, { id: personId })
    const fact = { kind: 'residence' as const, value: { division }, validFrom: day('2025-06-01') }
    await registryRoutes.recordFact(setting, { actionId: setting.actionId, personId, version, fact, note: '迁入' })
  })
}

async function changesOf(desk: PayDesk, runId: number) {
  const { items } = await desk.act((setting) => showChanges(setting, { runId, isUnexplained: false, text: '', ...all }))
  return items.map(({ personId, change, isUnexplained }) => ({ personId, change, isUnexplained }))
}

async function monthsOf(desk: PayDesk, runId: number, personId: number): Promise<readonly string[]> {
  const { items } = await desk.act((setting) => showLines(setting, { runId, personId, ...all }))
  return items.map(({ month, kind }) => `${month} ${kind}`).toSorted()
}

const inEast = (desk: PayDesk) => desk.act((setting) => aRecipient(setting, { division: EAST_VILLAGE }))
const inWest = (desk: PayDesk) => desk.act((setting) => aRecipient(setting, { division: WEST_VILLAGE }))
const ofTown = (desk: PayDesk, month: string, town: typeof EAST_TOWN) => desk.draft(month, undefined, maker, town)

async function locked(desk: PayDesk, month: string, town: typeof EAST_TOWN): Promise<void> {
  await desk.step((await ofTown(desk, month, town)).id, 'lockRun', maker)
}

describe('two towns that are paid by lists of their own', () => {
  const desk = openPayDesk(freshDatabase())
  let lost = 0

  test('each have their own change sheet: whoever is missing in the second is on it, though the first is locked', async () => {
    for (let at = 0; at < 3; at += 1) await inEast(desk)
    for (let at = 0; at < 11; at += 1) await inWest(desk)
    lost = await inWest(desk)
    for (const town of [EAST_TOWN, WEST_TOWN]) await locked(desk, '2025-05', town)
    desk.clock('2025-06-20T01:00:00Z')
    await losesGrade(desk, lost)
    await desk.step((await ofTown(desk, '2025-06', EAST_TOWN)).id, 'lockRun', maker)

    const west = await ofTown(desk, '2025-06', WEST_TOWN)

    expect(west.changes).toMatchObject({
      before: { people: 12, amount: 2_400_000 },
      out: { people: 1 },
      unexplained: 1,
    })
    expect(await changesOf(desk, west.id)).toEqual([{ personId: lost, change: 'out', isUnexplained: true }])
    await desk.step(west.id, 'lockRun', maker)
    await desk.step(west.id, 'checkRun', checker)
    await desk.step(west.id, 'approveRun', releaser)
    await expect(desk.step(west.id, 'releaseRun', releaser)).rejects.toMatchObject({
      code: 'payments.unexplained-changes',
    })
  })

  test('leave nobody of either for the county’s list of the month, which then compares no one again', async () => {
    const late = await inWest(desk)

    const county = await desk.draft('2025-06', undefined, maker, COUNTY)

    expect(await changesOf(desk, county.id)).toEqual([{ personId: late, change: 'in', isUnexplained: false }])
    expect(county.changes.before).toEqual({ people: 0, amount: 0 })
  })
})

describe('a county that paid as a county and goes over to towns', () => {
  const desk = openPayDesk(freshDatabase())

  test('sees in the town’s first list whom the county’s had paid there, and by how much it differs', async () => {
    const lost = await inEast(desk)
    await inEast(desk)
    for (let at = 0; at < 4; at += 1) await inWest(desk)
    const may = await desk.draft('2025-05')
    await desk.release(may.id)
    desk.clock('2025-06-20T01:00:00Z')
    await losesGrade(desk, lost)

    const east = await ofTown(desk, '2025-06', EAST_TOWN)

    expect(await changesOf(desk, east.id)).toEqual([{ personId: lost, change: 'out', isUnexplained: true }])
    expect(east.changes).toMatchObject({ previousRunId: may.id, before: { people: 2, amount: 400_000 } })
    // Half of the town's money is gone.
    expect(east.signaturesNeeded.approvals).toBeGreaterThan(1)
    const west = await ofTown(desk, '2025-06', WEST_TOWN)
    expect(west.changes).toMatchObject({ before: { people: 4, amount: 800_000 }, unexplained: 0 })
    expect(west.signaturesNeeded.approvals).toBe(1)
  })
})

describe('towns that go over to one list of the county', () => {
  const desk = openPayDesk(freshDatabase())

  test('are compared each with the last list that was theirs, whatever month that was of', async () => {
    for (let at = 0; at < 5; at += 1) await inEast(desk)
    const lost = await inWest(desk)
    for (let at = 0; at < 5; at += 1) await inWest(desk)
    for (const town of [EAST_TOWN, WEST_TOWN]) await locked(desk, '2025-05', town)
    desk.clock('2025-06-20T01:00:00Z')
    const east = await ofTown(desk, '2025-06', EAST_TOWN)
    await desk.step(east.id, 'lockRun', maker)
    desk.clock('2025-07-20T01:00:00Z')
    await losesGrade(desk, lost)

    const county = await desk.draft('2025-07')

    // The west was not paid for June: that month is in arrears, which the sheet says of each.
    const west = await changesOf(desk, county.id)
    expect(west.find(({ personId }) => personId === lost)).toEqual({
      personId: lost,
      change: 'out',
      isUnexplained: true,
    })
    expect(west.filter(({ change }) => change === 'in')).toEqual([])
    expect(county.changes).toMatchObject({ previousRunId: east.id, before: { people: 11, amount: 2_200_000 } })
  })
})

describe('a town that no list has paid yet, of a benefit that others draw here', () => {
  const desk = openPayDesk(freshDatabase())

  test('has nothing to be compared with, and two approve in its stead', async () => {
    await inEast(desk)
    await inWest(desk)
    const east = await ofTown(desk, '2025-05', EAST_TOWN)
    expect(east.signaturesNeeded).toMatchObject({ approvals: 1 })
    await desk.release(east.id)

    const west = await ofTown(desk, '2025-05', WEST_TOWN)

    expect(west.changes).toMatchObject({ previousRunId: null, unexplained: 0 })
    expect(west.signaturesNeeded).toMatchObject({ approvals: 2 })
    expect(west.signaturesNeeded.because.join()).toContain('1 人的待遇没有上期可比')
  })
})

describe('somebody who moved from one town to another', () => {
  const desk = openPayDesk(freshDatabase())

  test('is gone from the one with the reason, and the same in the other: the money is what it was', async () => {
    const mover = await inEast(desk)
    await inEast(desk)
    await inWest(desk)
    for (const town of [EAST_TOWN, WEST_TOWN]) await locked(desk, '2025-05', town)
    desk.clock('2025-06-10T01:00:00Z')
    await moves(desk, mover, WEST_VILLAGE)
    desk.clock('2025-06-20T01:00:00Z')

    const west = await ofTown(desk, '2025-06', WEST_TOWN)
    const east = await ofTown(desk, '2025-06', EAST_TOWN)

    expect(await changesOf(desk, west.id)).toEqual([])
    expect(west.changes).toMatchObject({ before: { people: 2, amount: 400_000 }, now: { people: 2, amount: 400_000 } })
    expect(await changesOf(desk, east.id)).toEqual([{ personId: mover, change: 'out', isUnexplained: false }])
  })
})

const order = (month: string, division: typeof EAST_TOWN, opening?: string) => ({
  month: monthOfText(month),
  benefits: ['disability-pension' as const],
  division,
  opening: opening === undefined ? undefined : monthOfText(opening),
  note: '',
})

describe('towns that begin with this system one after the other', () => {
  const desk = openPayDesk(freshDatabase())
  const made = async (month: string, division: typeof EAST_TOWN, opening?: string) => {
    const { id } = await desk.act((setting) => createRun(setting, order(month, division, opening)), maker)
    await desk.workOff()
    return desk.run(id)
  }
  let [east, west] = [0, 0]

  test('have an opening month each: the second is not paid again what the old channel paid it', async () => {
    ;[east, west] = [await inEast(desk), await inWest(desk)]
    await desk.release((await made('2025-01', EAST_TOWN)).id)

    const may = await made('2025-05', WEST_TOWN)

    expect(may.openings).toMatchObject([{ month: '2025-05' }])
    expect(await monthsOf(desk, may.id, west)).toEqual(['2025-05 regular'])
    expect((await made('2025-05', WEST_TOWN, '2025-04')).openings).toMatchObject([{ month: '2025-04' }])
    await expect(made('2025-05', EAST_TOWN, '2025-04')).rejects.toMatchObject({ code: 'payments.opening-declared' })
    await expect(made('2024-12', EAST_TOWN)).rejects.toMatchObject({ code: 'payments.before-opening' })
  })

  test('keep their own in a list of the whole county, which says so', async () => {
    const may = await made('2025-05', COUNTY, '2025-04')

    expect(may.openings.map(({ month }) => month)).toEqual(['2025-04', '2025-01'])
    expect(may.openings[1]?.say).toMatch(/^其中东镇已先行发放：.*自2025年1月起由本系统发放/)
    expect(await monthsOf(desk, may.id, east)).toEqual([
      ...['2025-02', '2025-03', '2025-04'].map((month) => `${month} arrears`),
      '2025-05 regular',
    ])
    expect(await monthsOf(desk, may.id, west)).toEqual(['2025-04 arrears', '2025-05 regular'])
    await desk.step(may.id, 'lockRun', maker)
  })

  test('do not begin anew once the county has begun for all of them', async () => {
    desk.clock('2025-06-20T01:00:00Z')

    await expect(made('2025-06', WEST_TOWN, '2025-05')).rejects.toMatchObject({ code: 'payments.opening-declared' })
    const june = await made('2025-06', WEST_TOWN)

    expect(june.openings).toMatchObject([{ month: '2025-04' }])
    expect(await monthsOf(desk, june.id, west)).toEqual(['2025-06 regular'])
    expect((await made('2025-06', EAST_TOWN)).openings).toMatchObject([{ month: '2025-01' }])
  })
})

describe('a town whose list was drawn up before the county’s was locked', () => {
  const desk = openPayDesk(freshDatabase())

  test('is drawn up anew where the county began it in another month', async () => {
    await inEast(desk)
    const west = await inWest(desk)
    const stale = await desk.act((setting) => createRun(setting, order('2025-05', WEST_TOWN, '2025-03')), maker)
    await desk.workOff()
    await desk.step((await desk.draft('2025-05', undefined, maker, EAST_TOWN)).id, 'lockRun', maker)
    await desk.recompute(stale.id)
    const county = await desk.draft('2025-04')
    await desk.step(county.id, 'lockRun', maker)

    await expect(desk.step(stale.id, 'lockRun', maker)).rejects.toMatchObject({ code: 'payments.posted-meanwhile' })

    expect((await desk.recompute(stale.id)).openings).toMatchObject([{ month: '2025-04' }])
    expect(await monthsOf(desk, stale.id, west)).toEqual(['2025-05 regular'])
  })
})

describe('somebody first paid in a town that began later', () => {
  const desk = openPayDesk(freshDatabase())

  test('brings that town’s opening along: what the old channel paid is not paid in the new town', async () => {
    await inEast(desk)
    const mover = await inWest(desk)
    for (const [month, town] of [
      ['2025-01', EAST_TOWN],
      ['2025-05', WEST_TOWN],
    ] as const)
      await locked(desk, month, town)
    desk.clock('2025-06-10T01:00:00Z')
    await moves(desk, mover, EAST_VILLAGE)
    desk.clock('2025-06-20T01:00:00Z')

    const june = await ofTown(desk, '2025-06', EAST_TOWN)

    expect(await monthsOf(desk, june.id, mover)).toEqual(['2025-06 regular'])
  })
})
