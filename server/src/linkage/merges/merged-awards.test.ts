import { randomUUID } from 'node:crypto'
import { agreementOf, singleThingOf } from '@dongzhou/terms/agreement'
import type { Fact } from '@dongzhou/terms/fact'
import { type Month, month } from '@dongzhou/terms/month'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dueFor } from '../../benefits/index.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { listFactsOf, type PersonFact } from '../../registry/index.ts'
import { aBook, aDisabledVeteran, anAward } from '../../testing/benefits.ts'
import { freshDatabase } from '../../testing/fresh-database.ts'
import { besideEachOther } from '../beside.ts'
import { mergePeople } from './merge-people.ts'
import { unmergePeople } from './unmerge-people.ts'

const { rolledBack } = freshDatabase()
const because = '本人到场，身份证原件核对为同一人'
const months = { from: month(2024, 1), to: month(2025, 7) }
const pension = 'award disability-pension'

test(
  'nobody chooses: both decisions stay on file, the later takes over, and no month pays twice',
  rolledBack(async (setting) => {
    await aBook(setting)
    const [keep, drop] = await twoFiles(setting, ['2020-03-05'], ['2024-06-10'])

    await merge(setting, keep, drop)

    expect(await awardsOf(setting, keep)).toEqual(['2020-03-05 stands', '2024-06-10 stands'])
    expect(await paidIn(setting, keep)).toEqual(Array.from({ length: 18 }, () => 200_000))
  }),
)

test(
  'one is chosen: the other is kept as history, and the months are those of the chosen one; taking the merge back brings both back',
  rolledBack(async (setting) => {
    await aBook(setting)
    const [keep, drop] = await twoFiles(setting, ['2020-03-05'], ['2024-06-10'])
    const facts = await listFactsOf(setting, [drop], 'open')
    const chosen = facts.find(({ kind }) => kind === 'award')?.id ?? 0

    const { mergeId } = await merge(setting, keep, drop, { [pension]: chosen })

    expect(await awardsOf(setting, keep)).toEqual(['2020-03-05 superseded', '2024-06-10 stands'])
    // July 2024 to June 2025: before October 2024 the month after the approval is the first.
    expect((await paidIn(setting, keep)).filter((amount) => amount > 0)).toHaveLength(12)
    const again = { ...setting, actionId: randomUUID() }
    await unmergePeople(again, { mergeId, version: 1, because: '经核实为两人', decisions: [] })
    expect(await awardsOf(setting, keep)).toEqual(['2020-03-05 stands'])
    expect(await awardsOf(setting, drop)).toEqual(['2024-06-10 stands'])
  }),
)

test(
  'side by side each benefit is a choice of its own, and money for an event is none',
  rolledBack(async (setting) => {
    const news = (on: string) => anAward('merit-news-money', on)
    const [keep, drop] = await twoFiles(setting, ['2020-03-05'], ['2024-06-10'], {
      keep: [anAward('lone-supplement', '2021-01-01'), news('2020-01-01')],
      drop: [news('2021-01-01')],
    })
    const [mine, theirs] = [await listFactsOf(setting, [keep], 'open'), await listFactsOf(setting, [drop], 'open')]

    const rows = besideEachOther(mine, theirs, new Map()).filter(({ kind }) => kind === 'award')

    expect(rows.map(({ thing, kindName, standing, isChoice }) => [thing, kindName, standing, isChoice])).toEqual([
      [pension, '待遇核定：残疾抚恤金', 'differs', true],
      ['award lone-supplement', expect.stringContaining('待遇核定：'), 'only-first', false],
      [expect.any(String), expect.stringContaining('待遇核定：'), 'both', false],
    ])
  }),
)

test('whatever was decided on either file, and whatever is chosen, no award is lost and none pays twice', async () => {
  const decision = fc.record({
    approved: fc.constantFrom('2019-05-06', '2023-12-20', '2024-02-10', '2024-06-10', '2025-03-01'),
    to: fc.constantFrom(undefined, '2025-05-01', '2025-06-01'),
  })
  const file = fc.array(decision, { maxLength: 3 })
  await fc.assert(
    fc.asyncProperty(file, file, fc.nat(6), async (mine, theirs, choice) => {
      await rolledBack(async (setting) => {
        await aBook(setting)
        const grant = ({ approved, to }: (typeof mine)[number]) =>
          anAward('disability-pension', approved, to === undefined ? {} : { to })
        const [keep, drop] = await twoFiles(setting, [], [], { keep: mine.map(grant), drop: theirs.map(grant) })
        const before = await listFactsOf(setting, [keep, drop], 'open')
        const awards = before.filter(({ kind }) => kind === 'award')
        const chosen = awards[choice]

        await merge(setting, keep, drop, chosen ? { [pension]: chosen.id } : {})

        const after = await listFactsOf(setting, [keep], 'all')
        for (const award of awards) expect(isAccounted(after, award, chosen), `award ${award.id}`).toBe(true)
        expect((await paidIn(setting, keep)).every((amount) => amount === 0 || amount === 200_000)).toBe(true)
      })()
    }),
    { numRuns: 25, seed: 11 },
  )
})

/** It stands, or one that says the same does, or the clerk chose another of its benefit. */
function isAccounted(after: readonly PersonFact[], award: PersonFact, chosen: PersonFact | undefined): boolean {
  const now = after.find(({ id }) => id === award.id)
  if (now === undefined) return false
  if (now.supersededAt === undefined) return true
  if (chosen !== undefined && singleThingOf(chosen) === singleThingOf(award)) return true
  return after.some((other) => other.supersededAt === undefined && agreementOf(other, award) === 'same')
}

async function twoFiles(
  setting: ActionSetting,
  mine: readonly string[],
  theirs: readonly string[],
  more: { readonly keep?: readonly Fact[]; readonly drop?: readonly Fact[] } = {},
): Promise<readonly [number, number]> {
  const granted = (days: readonly string[], others: readonly Fact[] = []) => ({
    more: [...days.map((on) => anAward('disability-pension', on)), ...others],
  })
  const keep = await aDisabledVeteran(setting, granted(mine, more.keep))
  return [keep, await aDisabledVeteran(setting, granted(theirs, more.drop))]
}

function merge(setting: ActionSetting, keep: number, drop: number, choices = {}) {
  const seen = (id: number) => ({ id, version: 1 })
  const anew = { ...setting, actionId: randomUUID() }
  return mergePeople(anew, { keep: seen(keep), drop: seen(drop), choices, because })
}

async function awardsOf(setting: ActionSetting, personId: number): Promise<readonly string[]> {
  const facts = await listFactsOf(setting, [personId], 'all')
  return facts
    .flatMap((fact) =>
      fact.kind === 'award'
        ? [`${fact.value.approved} ${fact.supersededAt === undefined ? 'stands' : 'superseded'}`]
        : [],
    )
    .toSorted()
}

/** What all decisions together pay, month by month. */
async function paidIn(setting: ActionSetting, personId: number): Promise<readonly number[]> {
  const { lines } = await dueFor(setting, { months, personIds: [personId] })
  return Array.from({ length: months.to - months.from }, (_, at) => {
    const on = (months.from + at) as Month
    return lines.filter(({ from, to }) => from <= on && on < to).reduce((sum, { amount }) => sum + amount, 0)
  })
}
