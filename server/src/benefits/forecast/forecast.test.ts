import { day } from '@dongzhou/terms/day'
import { findMonth, type Month } from '@dongzhou/terms/month'
import { describe, expect, test } from 'vitest'
import type { ActionSetting } from '../../platform/setting.ts'
import { aBook, aDisabledVeteran, aDraft, anAward, aRuralVeteran, told, usualDrafts } from '../../testing/benefits.ts'
import { freshDatabase, switchTo } from '../../testing/fresh-database.ts'
import { EAST_TOWN, WEST_TOWN, WEST_VILLAGE } from '../../testing/test-bureau.ts'
import { screenNow } from '../screening/follow-changes.ts'
import { getSpending } from './get-spending.ts'
import { listChangeLines } from './list-changes.ts'
import { listRecipientLines } from './list-recipients.ts'
import { setAppropriation } from './set-appropriation.ts'

const { app, rolledBack } = freshDatabase()
const page = { page: 1, size: 50 }
const at = (code: string): Month => findMonth(code) ?? (0 as Month)

const changesOf = async (setting: ActionSetting, ask: Partial<Parameters<typeof listChangeLines>[1]> = {}) =>
  (await listChangeLines(setting, { ...page, ...ask })).items.map(
    ({ person, benefit, month, kind, before, after, reason }) =>
      `${month} ${person.name} ${benefit} ${kind} ${before} ${after} ${reason}`,
  )

const drawing = (span: { to?: string } = {}) => ({ more: [anAward('disability-pension', '2025-03-05', span)] })

/** Four people whose next year holds something each. */
async function aTown(setting: ActionSetting): Promise<readonly number[]> {
  await aBook(setting, [
    ...usualDrafts,
    aDraft({ kind: 'disability-pension', key: 'war-7', value: 215_000, validFrom: day('2025-10-01') }),
  ])
  const ids = [
    await aDisabledVeteran(setting, { name: '常在', ...drawing() }),
    await aDisabledVeteran(setting, { name: '将止', ...drawing({ to: '2025-09-01' }) }),
    await aDisabledVeteran(setting, {
      name: '将起',
      division: WEST_VILLAGE,
      more: [told('award', { benefit: 'disability-pension', approved: day('2025-06-20') }, { from: '2025-08-01' })],
    }),
    await aRuralVeteran(setting, '1966-02-10', { name: '将满' }),
  ]
  await screenNow(setting, ids)
  return ids
}

describe('what changes in the next twelve months', () => {
  test(
    'is told by month: who begins, who ends, whose rate rises, who turns sixty',
    rolledBack(async (setting) => {
      await aTown(setting)

      expect(await changesOf(setting)).toEqual([
        '2025-08 将起 disability-pension begins 0 200000 到起发月份',
        '2025-09 将止 disability-pension ends 200000 0 期限届满',
        '2025-10 常在 disability-pension rises 200000 215000 标准调整',
        '2025-10 将起 disability-pension rises 200000 215000 标准调整',
        '2026-02 将满 rural-veteran-subsidy qualifies 0 0 达到规定年龄',
      ])
    }),
  )

  test(
    'a rate that runs out is not called adjusted: what is unknown then is named',
    rolledBack(async (setting) => {
      await aBook(setting, [
        ...usualDrafts.filter(({ key }) => key !== 'war-7'),
        aDraft({ kind: 'disability-pension', key: 'war-7', value: 200_000, validTo: day('2026-01-01') }),
      ])
      await screenNow(setting, [await aDisabledVeteran(setting, { name: '待定', ...drawing() })])

      expect(await changesOf(setting)).toEqual([
        '2026-01 待定 disability-pension uncertain 200000 0 不能判定：“残疾抚恤金标准”尚未公布或录入',
      ])
    }),
  )

  test(
    'can be narrowed by kind, benefit, place and month, and is paged',
    rolledBack(async (setting) => {
      await aTown(setting)

      expect(await changesOf(setting, { kind: 'rises' })).toHaveLength(2)
      expect(await changesOf(setting, { benefit: 'rural-veteran-subsidy' })).toHaveLength(1)
      expect(await changesOf(setting, { division: WEST_TOWN })).toHaveLength(2)
      expect(await changesOf(setting, { through: at('2025-09') })).toHaveLength(2)
      const second = await listChangeLines(setting, { page: 2, size: 2 })
      expect(second).toMatchObject({ total: 5, more: false, items: [{ month: '2025-10' }, { month: '2025-10' }] })
    }),
  )

  test(
    'a few fen that December carries are no change',
    rolledBack(async (setting) => {
      await aBook(setting, [
        ...usualDrafts.filter(({ kind }) => kind !== 'month-rounding'),
        aDraft({ kind: 'month-rounding', choice: 'december' }),
        aDraft({
          kind: 'disability-pension',
          key: 'war-7',
          value: 2_400_005,
          unit: 'fen-a-year',
          validFrom: day('2021-01-01'),
        }),
      ])
      await screenNow(setting, [await aDisabledVeteran(setting, drawing())])

      expect(await changesOf(setting)).toEqual([])
    }),
  )
})

describe('who is paid, and what a year costs', () => {
  test(
    'the list of a month and the sums of the year come from the same months',
    rolledBack(async (setting) => {
      await aTown(setting)

      const now = await listRecipientLines(setting, page)
      const october = await listRecipientLines(setting, { ...page, month: at('2025-10') })
      const spending = await getSpending(setting, { year: 2025 })

      expect(now.items.map(({ person, amount, from, through }) => [person.name, amount, from, through])).toEqual([
        ['常在', 200_000, '2025-03', '2025-09'],
        ['将止', 200_000, '2025-03', '2025-08'],
      ])
      expect(october.items.map(({ person, amount }) => [person.name, amount])).toEqual([
        ['常在', 215_000],
        ['将起', 215_000],
      ])
      const monthly = [0, 0, 400_000, 400_000, 400_000, 400_000, 400_000, 600_000, 400_000, 430_000, 430_000, 430_000]
      expect(spending.months.map(({ amount }) => amount)).toEqual(monthly)
      expect(spending.months[9]).toEqual({ month: '2025-10', amount: 430_000, recipients: 2 })
      expect(spending).toMatchObject({
        now: '2025-06',
        due: 1_600_000,
        forecast: 2_690_000,
        appropriation: null,
        rest: null,
      })
      expect(spending.benefits).toMatchObject([
        { benefit: 'disability-pension', due: 1_600_000, forecast: 2_690_000, months: monthly },
      ])
    }),
  )

  test(
    'is set against the appropriation, which may be changed by a later decision',
    rolledBack(async (setting) => {
      await aTown(setting)
      const decided = { year: 2025, document: '测财社〔2025〕1号', decidedOn: day('2025-01-10'), reason: '年初安排' }

      await setAppropriation(setting, { ...decided, version: 0, amount: 4_000_000 })
      expect(await getSpending(setting, { year: 2025 })).toMatchObject({ rest: -290_000, appropriationVersion: 1 })
      await setAppropriation(setting, { ...decided, version: 1, amount: 5_000_000, document: '测财社〔2025〕40号' })
      await setAppropriation(setting, { ...decided, benefit: 'disability-pension', version: 0, amount: 4_500_000 })

      expect(await getSpending(setting, { year: 2025 })).toMatchObject({
        rest: 710_000,
        appropriation: { amount: 5_000_000, document: '测财社〔2025〕40号', by: '测试', version: 2 },
        benefits: [{ appropriation: 4_500_000, appropriationVersion: 1 }],
      })
      await setAppropriation(setting, { ...decided, version: 2, amount: null })
      expect(await getSpending(setting, { year: 2025 })).toMatchObject({ appropriation: null, appropriationVersion: 3 })
    }),
  )

  test(
    'an appropriation is refused on an old version, for tomorrow, and from a town',
    rolledBack(async (setting) => {
      const decided = { year: 2025, document: '测财社〔2025〕1号', decidedOn: day('2025-01-10'), reason: '年初安排' }
      await setAppropriation(setting, { ...decided, version: 0, amount: 1 })

      await expect(setAppropriation(setting, { ...decided, version: 0, amount: 2 })).rejects.toMatchObject({
        code: 'platform.changed-meanwhile',
        details: { version: 1 },
      })
      const early = { ...decided, decidedOn: day('2025-07-01'), version: 1, amount: 2 }
      await expect(setAppropriation(setting, early)).rejects.toMatchObject({ code: 'benefits.decided-in-future' })
      const town = await switchTo(app(), setting.tx, { division: EAST_TOWN })
      await expect(setAppropriation(town, { ...decided, version: 1, amount: 2 })).rejects.toMatchObject({
        code: 'access.outside-jurisdiction',
      })
    }),
  )

  test(
    'a town sees its own people’s money, and none of the county’s',
    rolledBack(async (setting) => {
      await aTown(setting)
      const decided = { year: 2025, document: '测财社〔2025〕1号', decidedOn: day('2025-01-10'), reason: '年初安排' }
      await setAppropriation(setting, { ...decided, version: 0, amount: 4_000_000 })
      const west = await switchTo(app(), setting.tx, { role: 'town-worker', division: WEST_TOWN })

      expect(await getSpending(west, { year: 2025 })).toMatchObject({
        due: 0,
        forecast: 1_045_000,
        appropriation: null,
        may: { appropriate: false },
      })
      await expect(getSpending(west, { year: 2025, division: EAST_TOWN })).rejects.toMatchObject({
        code: 'access.outside-jurisdiction',
      })
      await expect(listRecipientLines(west, { ...page, division: EAST_TOWN })).rejects.toMatchObject({
        code: 'access.outside-jurisdiction',
      })
    }),
  )
})
