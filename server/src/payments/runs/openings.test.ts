import { day } from '@dongzhou/terms/day'
import { describe, expect, test } from 'vitest'
import { registryRoutes } from '../../registry/index.ts'
import { anAward, aRuralVeteran, told } from '../../testing/benefits.ts'
import { freshDatabase } from '../../testing/fresh-database.ts'
import { aCard, aRecipient, maker, monthOfText, openPayDesk, type PayDesk } from '../../testing/payments.ts'
import { createRun } from './create-run.ts'
import { showChanges, showLines } from './list-run-rows.ts'

const RURAL = 'rural-veteran-subsidy' as const
let cards = 700

/** Sixty in January 2025, and paid from the month of that birthday on: 180 yuan a month for three years of service. */
function anAged(desk: PayDesk, approved: string): Promise<number> {
  cards += 1
  const name = `甲${cards}`
  const account = { bank: '农商行', account: aCard(cards), holder: name }
  const more = [anAward(RURAL, approved, { from: '2025-01-01' }), told('bank-account', account)]
  return desk.act((setting) => aRuralVeteran(setting, '1965-01-10', { name, more }))
}

async function paidIn(desk: PayDesk, runId: number, personId: number): Promise<readonly string[]> {
  const { items } = await desk.act((setting) => showLines(setting, { runId, personId, page: 1, size: 50 }))
  return items.map(({ month, kind }) => `${month} ${kind}`).toSorted()
}

describe('a county that begins in May and has paid by hand before', () => {
  const desk = openPayDesk(freshDatabase())
  let [old, late] = [0, 0]

  test('says so on the first run, and pays May alone to whoever was awarded before', async () => {
    old = await anAged(desk, '2025-02-10')

    const may = await desk.draft('2025-05', [RURAL])

    expect(may.openings).toMatchObject([{ benefits: [RURAL], month: '2025-05' }])
    expect(may.openings[0]?.say).toContain('自2025年5月起由本系统发放；此前各月由原渠道发放')
    expect(await paidIn(desk, may.id, old)).toEqual(['2025-05 regular'])
    await desk.release(may.id)
  })

  test('pays the months before to whoever was awarded since: nobody has paid them', async () => {
    desk.clock('2025-06-20T01:00:00Z')
    late = await anAged(desk, '2025-06-10')

    const june = await desk.draft('2025-06', [RURAL])

    expect(june.openings).toMatchObject([{ benefits: [RURAL], month: '2025-05' }])
    expect(await paidIn(desk, june.id, old)).toEqual(['2025-06 regular'])
    expect(await paidIn(desk, june.id, late)).toEqual([
      ...['2025-01', '2025-02', '2025-03', '2025-04', '2025-05'].map((month) => `${month} arrears`),
      '2025-06 regular',
    ])
    expect(june.changes.unexplained).toBe(0)
    await desk.step(june.id, 'lockRun', maker)
  })

  test('pays nothing twice in the month after', async () => {
    desk.clock('2025-07-20T01:00:00Z')

    const july = await desk.draft('2025-07', [RURAL])

    expect(await paidIn(desk, july.id, late)).toEqual(['2025-07 regular'])
    expect(await paidIn(desk, july.id, old)).toEqual(['2025-07 regular'])
  })

  test('asks back from months before what was never owed to whoever was awarded since', async () => {
    await desk.act(async (setting) => {
      const { version } = await registryRoutes.getPerson(setting, { id: late })
      const fact = { kind: 'death' as const, value: { day: day('2025-03-02'), precision: 'day' as const } }
      const order = { actionId: setting.actionId, personId: late, version, fact, note: '死亡证明' }
      await registryRoutes.recordFact(setting, order)
    })

    const july = await desk.draft('2025-07', [RURAL])

    expect(await paidIn(desk, july.id, late)).toEqual(
      ['2025-04', '2025-05', '2025-06'].map((month) => `${month} recovery`),
    )
  })
})

describe('an opening month declared with the first run', () => {
  const desk = openPayDesk(freshDatabase())
  const order = (month: string, opening?: string) => ({
    month: monthOfText(month),
    benefits: ['disability-pension' as const],
    opening: opening === undefined ? undefined : monthOfText(opening),
    note: '',
  })

  test('before that run’s month has everybody paid from it on', async () => {
    const personId = await desk.act((setting) => aRecipient(setting))
    const { id } = await desk.act((setting) => createRun(setting, order('2025-05', '2025-03')), maker)
    await desk.workOff()

    expect((await desk.run(id)).openings).toMatchObject([{ month: '2025-03' }])
    expect(await paidIn(desk, id, personId)).toEqual(['2025-03 arrears', '2025-04 arrears', '2025-05 regular'])
  })

  test('may not lie after the month that is paid', async () => {
    await expect(desk.act((setting) => createRun(setting, order('2025-04', '2025-05')), maker)).rejects.toMatchObject({
      code: 'payments.opening-ahead',
    })
  })

  test.each([
    ['2025-05', '2022-04'],
    ['2022-04', undefined],
    ['0001-01', undefined],
  ])(
    'may not lie more than three years back: a run of %s from %s on has a year typed wrong',
    async (month, opening) => {
      await expect(desk.act((setting) => createRun(setting, order(month, opening)), maker)).rejects.toMatchObject({
        code: 'payments.opening-too-early',
      })
    },
  )

  test('stands once a run is locked: it is not declared again, and no run is made for a month before', async () => {
    const stale = await desk.act((setting) => createRun(setting, order('2025-05', '2025-02')), maker)
    await desk.workOff()
    const first = await desk.draft('2025-05')
    await desk.step(first.id, 'lockRun', maker)

    await expect(desk.act((setting) => createRun(setting, order('2025-05', '2025-02')), maker)).rejects.toMatchObject({
      code: 'payments.opening-declared',
    })
    await expect(desk.act((setting) => createRun(setting, order('2025-04')), maker)).rejects.toMatchObject({
      code: 'payments.before-opening',
    })
    await expect(desk.step(stale.id, 'lockRun', maker)).rejects.toMatchObject({ code: 'payments.posted-meanwhile' })
    expect((await desk.recompute(stale.id)).openings).toMatchObject([{ month: '2025-05' }])
  })
})

describe('a benefit that is added to what is paid here already', () => {
  const desk = openPayDesk(freshDatabase())

  test('makes whoever draws it new on the list, and somebody must say why: they were on file before and not paid', async () => {
    await anAged(desk, '2025-02-10')
    const added = await desk.act((setting) => aRecipient(setting))
    await desk.release((await desk.draft('2025-05', [RURAL])).id)
    desk.clock('2025-06-20T01:00:00Z')

    const june = await desk.draft('2025-06', [RURAL, 'disability-pension'])

    const filter = { runId: june.id, isUnexplained: true, text: '', page: 1, size: 50 }
    const { items } = await desk.act((setting) => showChanges(setting, filter))
    expect(items.map(({ personId, change }) => [personId, change])).toEqual([[added, 'in']])
    expect(june.changes.unexplained).toBe(1)
  })
})
