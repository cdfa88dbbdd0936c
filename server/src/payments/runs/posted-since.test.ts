import { day } from '@dongzhou/terms/day'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { registryRoutes } from '../../registry/index.ts'
import { aDraft, anAward, confirmed, proposed, told } from '../../testing/benefits.ts'
import { freshDatabase } from '../../testing/fresh-database.ts'
import { merge } from '../../testing/pay-life.ts'
import { aCard, aRecipient, checker, maker, monthOfText, openPayDesk } from '../../testing/payments.ts'
import { aVeteran } from '../../testing/people.ts'
import { EAST_TOWN, EAST_VILLAGE, WEST_TOWN, WEST_VILLAGE } from '../../testing/test-bureau.ts'
import { sendBackRun } from './sign-run.ts'

const meanwhile = { code: 'payments.posted-meanwhile' }

describe('a list that asks back what another had posted', () => {
  const desk = openPayDesk(freshDatabase())

  test('may not be locked when the other was sent back since: that money never went out', async () => {
    const personId = await desk.act((setting) => aRecipient(setting))
    const may = await desk.draft('2025-05')
    await desk.step(may.id, 'lockRun', maker)
    desk.clock('2025-06-20T01:00:00Z')
    await desk.act(async (setting) => {
      const { version } = await registryRoutes.getPerson(setting, { id: personId })
      const fact = { kind: 'death' as const, value: { day: day('2025-04-02'), precision: 'day' as const } }
      const order = { actionId: setting.actionId, personId, version, fact, note: '死亡证明' }
      await registryRoutes.recordFact(setting, order)
    })
    desk.clock('2025-06-20T02:00:00Z')
    const june = await desk.draft('2025-06')
    expect(june.totals).toMatchObject({ recovery: -200_000 })
    const { version } = await desk.run(may.id)
    await desk.act((setting) => sendBackRun(setting, { id: may.id, version, because: '有人去世' }), checker)

    await expect(desk.step(june.id, 'lockRun', maker)).rejects.toMatchObject(meanwhile)

    expect(await desk.recompute(june.id)).toMatchObject({ people: 0, totals: { recovery: 0 } })
  })

  test('may be locked when the other was sent back and locked again as it was', async () => {
    await desk.act((setting) => aRecipient(setting))
    const june = await desk.draft('2025-06')
    const other = await desk.draft('2025-05')
    await desk.step(other.id, 'lockRun', maker)
    await desk.recompute(june.id)
    const { version } = await desk.run(other.id)
    await desk.act((setting) => sendBackRun(setting, { id: other.id, version, because: '看错了' }), checker)
    await desk.step(other.id, 'lockRun', maker)

    await desk.step(june.id, 'lockRun', maker)

    expect(await desk.run(june.id)).toMatchObject({ state: 'locked' })
  })
})

describe('a list with somebody whose second file another list paid', () => {
  const desk = openPayDesk(freshDatabase())

  test('may not be locked: it is the same person', async () => {
    const kept = await desk.act((setting) => aRecipient(setting, { division: EAST_VILLAGE }))
    const file = await desk.act((setting) => aRecipient(setting, { division: WEST_VILLAGE }))
    const east = await desk.draft('2025-05', undefined, maker, EAST_TOWN)
    const west = await desk.draft('2025-05', undefined, maker, WEST_TOWN)
    await desk.step(west.id, 'lockRun', maker)
    await merge({ act: (_, work) => desk.act(work) }, kept, file)

    await expect(desk.step(east.id, 'lockRun', maker)).rejects.toMatchObject(meanwhile)
  })
})

describe('a debt in instalments', () => {
  const desk = openPayDesk(freshDatabase())

  /** Two benefits of one person, each in a run of its own, and a debt of 250 yuan at 100 a month. */
  async function twoRuns() {
    await desk.act(async (setting) => {
      const draft = aDraft({ kind: 'war-participant-subsidy', value: 120_000 })
      await confirmed(setting, await proposed(setting, [draft]))
    })
    const personId = await desk.act((setting) =>
      aVeteran(setting, {
        name: '张三',
        more: [
          told('identity', { identity: 'war-participant' }),
          told('identity', { identity: 'disabled-veteran' }),
          told('disability', { grade: 7, nature: 'war', approved: day('2019-12-20') }),
          anAward('disability-pension', '2020-01-10', { from: '2020-01-01' }),
          anAward('war-participant-subsidy', '2020-01-10', { from: '2020-01-01' }),
          told('bank-account', { bank: '农商行', account: aCard(901), holder: '张三' }),
        ],
      }),
    )
    const [pension, subsidy] = [await desk.draft('2025-05'), await desk.draft('2025-05', ['war-participant-subsidy'])]
    await desk.act(({ tx, now }) =>
      sql`insert into recovery (run_id, person_id, division_code, month, amount_fen, cause, monthly_fen, from_month, document,
          created_at, changed_at)
        select ${pension.id}, id, division_code, ${monthOfText('2025-04')}, 25000, '多发', 10000, ${monthOfText('2025-05')}, '协议',
          ${now}, ${now} from person where id = ${personId}`.execute(tx),
    )
    return [await desk.recompute(pension.id), await desk.recompute(subsidy.id)] as const
  }

  test('is withheld once a month, whatever runs the month has', async () => {
    const [pension, subsidy] = await twoRuns()
    expect([pension.totals.withheld, subsidy.totals.withheld]).toEqual([10_000, 10_000])
    await desk.step(pension.id, 'lockRun', maker)

    await expect(desk.step(subsidy.id, 'lockRun', maker)).rejects.toMatchObject(meanwhile)

    expect((await desk.recompute(subsidy.id)).totals.withheld).toBe(0)
    await desk.step(subsidy.id, 'lockRun', maker)
  })
})
