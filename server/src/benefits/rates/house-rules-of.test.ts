import { day } from '@dongzhou/terms/day'
import { expect, test } from 'vitest'
import { freshDatabase } from '../../testing/fresh-database.ts'
import { aDraft, confirmed, proposed, versioned } from '../../testing/rates.ts'
import { checkRates } from './check-rates.ts'
import { confirmRates } from './confirm-rates.ts'
import { houseRulesOf } from './house-rules-of.ts'
import { loadDemoHouse } from './load-samples.ts'

const { app, rolledBack } = freshDatabase()
const today = day('2025-06-30')
const ninetyDays = aDraft({
  kind: 'account-days',
  value: 90,
  unit: 'days',
  validFrom: '2025-02-17',
  document: '测退役军人局发〔2025〕2号',
})

test(
  'the shipped samples rule a demonstration bureau, and no other',
  rolledBack(async (setting) => {
    await loadDemoHouse(setting)
    const real = { ...setting, bureau: { ...setting.bureau, isDemo: false } }

    expect(await houseRulesOf(setting, today)).toMatchObject({ accountDays: 30, isSample: true, lacking: [] })
    expect(await houseRulesOf(real, today)).toMatchObject({
      accountDays: 36_525,
      signatures: { byAmount: [{ from: 0, approvals: 2 }] },
      isSample: false,
      lacking: { length: 7 },
    })
    expect(await loadDemoHouse(real)).toBe(0)
  }),
)

test(
  'what the bureau rules counts once a second person has signed it, from its day on',
  rolledBack(async (setting) => {
    const id = await proposed(app(), setting, ninetyDays)
    expect((await houseRulesOf(setting, today)).accountDays).toBe(36_525)

    await confirmRates(setting, { rates: [await versioned(setting, id)] })

    expect((await houseRulesOf(setting, today)).accountDays).toBe(90)
    expect((await houseRulesOf(setting, day('2025-02-17'))).accountDays).toBe(90)
    expect((await houseRulesOf(setting, day('2025-02-16'))).accountDays).toBe(36_525)
  }),
)

test(
  'how far a rate may rise unasked is the bureau’s own line: 40% passes where it says 50%, and nothing where it says nothing',
  rolledBack(async (setting) => {
    const raised = aDraft({ value: 140_000, validFrom: '2025-06-01' })
    await confirmed(app(), setting, aDraft({ validFrom: '2025-01-01' }))
    const weights = async () => (await checkRates(setting, { drafts: [raised] })).map(({ weight }) => weight)
    expect(await weights()).toEqual(['refused'])

    await confirmed(app(), setting, aDraft({ kind: 'plausible-factor', value: 1000, unit: 'times' }))
    expect(await weights()).toEqual(['held'])

    await confirmed(app(), setting, aDraft({ kind: 'plausible-rise', value: 5000, unit: 'share-percent' }))
    expect(await weights()).toEqual([])
  }),
)
