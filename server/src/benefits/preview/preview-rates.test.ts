import { day } from '@dongzhou/terms/day'
import { expect, test } from 'vitest'
import { aBook, aDisabledVeteran, aDraft, anAward, proposed, usualDrafts } from '../../testing/benefits.ts'
import { freshDatabase, switchTo } from '../../testing/fresh-database.ts'
import { WEST_TOWN } from '../../testing/test-bureau.ts'
import { rateBookFor } from '../rates/rate-book-for.ts'
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
