import { day } from '@dongzhou/terms/day'
import { describe, expect, test } from 'vitest'
import { recordPeople } from '../../registry/index.ts'
import { aBook, aDisabledVeteran, aDraft, anAward, confirmed, proposed, told } from '../../testing/benefits.ts'
import { actorOf, freshDatabase, TEST_NOW } from '../../testing/fresh-database.ts'
import { openWorkshop } from '../../testing/workshop.ts'
import { grantAward } from '../awards/grant-award.ts'
import { benefitsRoutes } from '../routes.ts'
import { followChanges, screenNow } from './follow-changes.ts'
import { screeningJob } from './screening-job.ts'

const database = freshDatabase()
const workshop = openWorkshop(database, [screeningJob])
const page = { page: 1, size: 50 }

/** The minute's work at some minutes after the tests' hour. */
function follow(minutes: number) {
  return followChanges({ ...database.app(), clock: () => at(minutes) }, actorOf())
}

/** Does what was ordered, at some minutes after the tests' hour. */
function workOff(minutes: number) {
  const later = { ...database, app: () => ({ ...database.app(), clock: () => at(minutes) }) }
  return openWorkshop(later, [screeningJob]).workOff()
}

const at = (minutes: number) => new Date(TEST_NOW.getTime() + minutes * 60_000)
const linesOf = (personId: number) =>
  workshop.act(async (setting) => {
    const input = { personId, standing: 'open', kind: 'unclaimed', ...page } as const
    return (await benefitsRoutes.listFindings(setting, input)).items.map(({ benefit }) => benefit)
  })
const overview = () => workshop.act((setting) => benefitsRoutes.getScreening(setting, {}))

describe('the lists follow what changes', () => {
  test('from the first whole screening on, by the minute, and wholly where the rates are others', async () => {
    const [early, late] = await workshop.act(async (setting) => {
      await aBook(setting)
      return [await aDisabledVeteran(setting), await aDisabledVeteran(setting, { name: '李四' })]
    })
    expect(await overview()).toMatchObject({ screenedAt: null, isStale: true, jobId: null })

    // The first minute finds that there is no list yet, and orders one.
    expect(await follow(1)).toEqual({ people: 0, isOrdered: true })
    expect(await follow(2)).toEqual({ people: 0, isOrdered: false })
    expect((await overview()).jobId).not.toBeNull()
    const [run] = await workOff(2)
    expect(run).toMatchObject({ state: 'done', result: { people: 2 } })
    expect(await linesOf(early ?? 0)).toEqual(['disability-pension'])
    expect(await overview()).toMatchObject({ people: 2, isStale: false, jobId: null, recipients: 0 })

    // Somebody is awarded by a ledger, somebody else dies: two minutes later the lists say so.
    await workshop.act((setting) =>
      recordPeople({ ...setting, now: at(30) }, 'intake.accept-batch', [
        { personId: early, facts: [anAward('disability-pension', '2025-06-01')] },
        { personId: late, facts: [told('death', { day: day('2025-01-02'), precision: 'day' })] },
      ]),
    )
    expect(await linesOf(early ?? 0)).toEqual(['disability-pension'])
    expect(await follow(31)).toMatchObject({ people: 2, isOrdered: false })
    expect(await linesOf(early ?? 0)).toEqual([])
    expect(await linesOf(late ?? 0)).toEqual([])
    expect(await overview()).toMatchObject({ recipients: 1, monthly: 200_000 })
    // A change that was committed late is looked for once more, and then no longer.
    expect(await follow(40)).toEqual({ people: 2, isOrdered: false })
    expect(await follow(43)).toEqual({ people: 0, isOrdered: false })

    // A rate is confirmed: everybody is asked anew.
    await workshop.act(async (setting) => {
      const later = { ...setting, now: at(50) }
      const draft = aDraft({ kind: 'disability-pension', key: 'war-7', value: 210_000, validFrom: day('2025-01-01') })
      await confirmed(later, await proposed(later, [draft]))
    })
    expect(await overview()).toMatchObject({ isStale: true, monthly: 200_000 })
    expect(await follow(51)).toMatchObject({ isOrdered: true })
    await workOff(52)
    expect(await overview()).toMatchObject({ isStale: false, monthly: 210_000 })
  })

  test('a second whole screening is not ordered beside the first', async () => {
    const { jobId } = await workshop.act((setting) =>
      benefitsRoutes.runScreening(setting, { actionId: setting.actionId }),
    )

    const again = workshop.act((setting) => benefitsRoutes.runScreening(setting, { actionId: setting.actionId }))

    await expect(again).rejects.toMatchObject({ code: 'benefits.screening-under-way' })
    expect((await workshop.workOff()).map(({ id }) => id)).toEqual([jobId])
  })
})

test('two screenings and a decision about one person at the same moment leave each span once', async () => {
  const id = await workshop.act((setting) => aDisabledVeteran(setting, { name: '同时' }))
  const decision = { personId: id, version: 1, benefit: 'disability-pension', approved: day('2025-06-10') } as const
  const paper = { document: '测优抚〔2025〕3号', because: '本人申请', despiteMissing: false }

  await Promise.all([
    workshop.act((setting) => screenNow(setting, [id])),
    workshop.act((setting) => grantAward(setting, { ...decision, ...paper })),
    workshop.act((setting) => screenNow(setting, [id])),
  ])
  await workshop.act((setting) => screenNow(setting, [id]))

  const { items } = await workshop.act((setting) => benefitsRoutes.listRecipients(setting, page))
  expect(items.filter(({ person }) => person.id === id)).toHaveLength(1)
})
