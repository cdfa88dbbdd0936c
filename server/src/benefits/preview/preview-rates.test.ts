import { day } from '@dongzhou/terms/day'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import {
  aBook,
  aDisabledVeteran,
  aDraft,
  anAward,
  confirmed,
  proposed,
  told,
  usualDrafts,
} from '../../testing/benefits.ts'
import { freshDatabase, switchTo } from '../../testing/fresh-database.ts'
import { aVeteran } from '../../testing/people.ts'
import { WEST_TOWN } from '../../testing/test-bureau.ts'
import { rateBookFor } from '../rates/rate-book-for.ts'
import { withdrawRate } from '../rates/withdraw-rate.ts'
import { previewRates } from './preview-rates.ts'

const { app, rolledBack } = freshDatabase()
const page = { page: 1, size: 50, rateIds: [], drafts: [] }
const drawn = (approved: string) => ({ more: [anAward('disability-pension', approved)] })

// Announced in June, valid from the January before: six months are owed already.
const late = aDraft({
  kind: 'disability-pension',
  key: 'war-7',
  value: 215_000,
  validFrom: day('2025-01-01'),
  announcedOn: day('2025-06-16'),
})

test(
  'a late rate shows whom it touches and by how much before anybody confirms it, written down or proposed',
  rolledBack(async (setting) => {
    await aBook(setting)
    const long = await aDisabledVeteran(setting, { name: '久享', ...drawn('2020-03-05') })
    const fresh = await aDisabledVeteran(setting, { name: '新享', ...drawn('2025-05-05') })
    await aDisabledVeteran(setting, { name: '未享' })

    const written = await previewRates(setting, { ...page, drafts: [late] })
    const waiting = await previewRates(setting, { ...page, rateIds: await proposed(setting, [late]) })

    expect(written).toMatchObject({
      people: 2,
      arrears: 8 * 15_000,
      monthlyBefore: 400_000,
      monthlyAfter: 430_000,
      items: [
        { person: { id: long }, months: 6, arrears: 90_000, monthlyBefore: 200_000, monthlyAfter: 215_000 },
        { person: { id: fresh }, months: 2, arrears: 30_000 },
      ],
      byBenefit: [{ benefit: 'disability-pension', people: 2, arrears: 120_000, monthly: 30_000 }],
      rates: [{ id: null, valueText: '2,150元/月' }],
    })
    expect({ ...waiting, rates: [] }).toEqual({ ...written, rates: [] })
    expect(waiting.rates).toMatchObject([{ id: expect.any(Number), kind: 'disability-pension' }])
    expect((await rateBookFor(setting)).rates.some(({ value }) => value === 215_000)).toBe(false)
  }),
)

test(
  'a rate for later months owes nothing, and says what they will cost',
  rolledBack(async (setting) => {
    await aBook(setting)
    await aDisabledVeteran(setting, drawn('2020-03-05'))

    const preview = await previewRates(setting, { ...page, drafts: [{ ...late, validFrom: day('2025-10-01') }] })

    expect(preview).toMatchObject({ people: 1, arrears: 0, monthlyBefore: 200_000, monthlyAfter: 215_000 })
    expect(preview.items).toMatchObject([{ months: 0 }])
  }),
)

test(
  'a correction of a row takes its place in the comparison',
  rolledBack(async (setting) => {
    const ids = await aBook(setting)
    const wrong = ids[usualDrafts.findIndex(({ key }) => key === 'war-7')]
    await aDisabledVeteran(setting, drawn('2025-05-05'))
    const right = aDraft({ kind: 'disability-pension', key: 'war-7', value: 190_000, supersedes: wrong })

    expect(await previewRates(setting, { ...page, drafts: [right] })).toMatchObject({ arrears: -20_000, people: 1 })
  }),
)

test(
  'what touches nobody says so, and a town sees its own people only',
  rolledBack(async (setting) => {
    await aBook(setting)
    await aDisabledVeteran(setting, drawn('2020-03-05'))
    const other = aDraft({ kind: 'disability-pension', key: 'war-8', value: 150_000 })
    expect(await previewRates(setting, { ...page, drafts: [other] })).toMatchObject({ people: 0, total: 0, items: [] })

    const west = await switchTo(app(), setting.tx, { role: 'town-worker', division: WEST_TOWN })
    expect(await previewRates(west, { ...page, drafts: [late] })).toMatchObject({ people: 0, arrears: 0 })
  }),
)

test(
  'voiding a row compares every month it counted for, and a row that only ends earlier those it no longer counts for',
  rolledBack(async (setting) => {
    const raised = aDraft({ kind: 'disability-pension', key: 'war-7', value: 215_000, validFrom: day('2025-01-01') })
    const ids = await aBook(setting, [...usualDrafts, raised])
    await aDisabledVeteran(setting, drawn('2020-03-05'))
    const id = ids.at(-1) ?? 0

    const { id: voiding } = await withdrawRate(setting, { id, version: 2, reason: '文件作废' })

    expect(await previewRates(setting, { ...page, rateIds: [voiding] })).toMatchObject({
      people: 1,
      arrears: -6 * 15_000,
      monthlyBefore: 215_000,
      monthlyAfter: 200_000,
      items: [{ months: 6 }],
      rates: [],
    })
    const shorter = { ...raised, validTo: day('2025-04-01'), supersedes: id }
    expect(await previewRates(setting, { ...page, drafts: [shorter] })).toMatchObject({ arrears: -3 * 15_000 })
  }),
)

test(
  'a row that is corrected to begin later gives back the months before',
  rolledBack(async (setting) => {
    const raised = aDraft({ kind: 'disability-pension', key: 'war-7', value: 215_000, validFrom: day('2025-01-01') })
    const ids = await aBook(setting, [...usualDrafts, raised])
    await aDisabledVeteran(setting, drawn('2020-03-05'))

    const later = { ...raised, validFrom: day('2025-05-01'), supersedes: ids.at(-1) }

    expect(await previewRates(setting, { ...page, drafts: [later] })).toMatchObject({ arrears: -4 * 15_000 })
  }),
)

test(
  'this year’s wage changes nothing before January, and the preview looks there',
  rolledBack(async (setting) => {
    const wage = (year: number, yuan: number) =>
      aDraft({
        kind: 'average-wage',
        unit: 'fen-a-year',
        value: yuan * 100,
        validFrom: day(`${year}-01-01`),
        validTo: day(`${year + 1}-01-01`),
      })
    const share = aDraft({
      kind: 'care-allowance',
      key: 'war-duty-1-2',
      unit: 'percent-of-base',
      base: 'average-wage',
      value: 5000,
    })
    await aBook(setting, [...usualDrafts, share, wage(2024, 120_000)])
    await aVeteran(setting, {
      more: [
        told('identity', { identity: 'disabled-veteran' }),
        told('disability', { grade: 1, nature: 'war', approved: day('1985-05-06') }),
        told('care', { mode: 'dispersed' }, { from: '2000-01-01' }),
        anAward('care-allowance', '2020-03-05', { from: '2020-03-01' }),
      ],
    })

    expect(await previewRates(setting, { ...page, drafts: [wage(2025, 132_000)] })).toMatchObject({
      people: 1,
      arrears: 0,
      monthlyBefore: 0,
      monthlyAfter: 550_000,
    })
  }),
)

describe('turning the pages of a preview', () => {
  const asked = { ...page, size: 1, drafts: [late] }

  test(
    'asks nobody anew while nothing changed, and everybody when a file or the book did',
    rolledBack(async (setting) => {
      await aBook(setting)
      const first = await aDisabledVeteran(setting, { name: '久享', ...drawn('2020-03-05') })
      const second = await aDisabledVeteran(setting, { name: '新享', ...drawn('2025-05-05') })
      expect((await previewRates(setting, asked)).items).toMatchObject([{ person: { id: first }, arrears: 90_000 }])
      // Behind the back of every action, so that only a new look at the people would see it.
      await sql`update fact set superseded_at = ${setting.now}, superseded_by = ${setting.actionId}
        where person_id = ${second} and kind = 'award'`.execute(setting.tx)

      const turned = await previewRates(setting, { ...asked, page: 2 })
      expect(turned).toMatchObject({ people: 2, arrears: 120_000, items: [{ person: { id: second } }] })

      await sql`update person set version = version + 1 where id = ${second}`.execute(setting.tx)
      expect(await previewRates(setting, asked)).toMatchObject({ people: 1, arrears: 90_000 })
      await confirmed(setting, await proposed(setting, [{ ...late, value: 205_000 }]))
      expect(await previewRates(setting, asked)).toMatchObject({ people: 1, arrears: 60_000 })
    }),
  )

  test(
    'shows each clerk their own people, whoever asked before',
    rolledBack(async (setting) => {
      await aBook(setting)
      await aDisabledVeteran(setting, drawn('2020-03-05'))
      expect(await previewRates(setting, asked)).toMatchObject({ people: 1 })

      const west = await switchTo(app(), setting.tx, { role: 'town-worker', division: WEST_TOWN })
      expect(await previewRates(west, asked)).toMatchObject({ people: 0, items: [] })
    }),
  )
})
