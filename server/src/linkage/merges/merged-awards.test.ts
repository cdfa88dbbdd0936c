import { randomUUID } from 'node:crypto'
import type { KindBeside } from '@dongzhou/contract/linkage'
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
import { linkageRoutes } from '../routes.ts'
import { mergePeople } from './merge-people.ts'
import { unmergePeople } from './unmerge-people.ts'

const { rolledBack } = freshDatabase()
const because = '本人到场，身份证原件核对为同一人'
const months = { from: month(2024, 1), to: month(2025, 7) }
const everyMonth = { from: month(2019, 5), to: month(2025, 7) }
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

test(
  'before one is chosen the months are told that only the other covers, and that would be asked back',
  rolledBack(async (setting) => {
    await aBook(setting)
    const [keep, drop] = await twoFiles(setting, ['2020-03-05'], ['2024-06-10'])
    const [, theirs] = await awardIds(setting, keep, drop)

    const { kinds } = await linkageRoutes.compareTwo(setting, { firstId: keep, secondId: drop })

    // From April 2020 and from July 2024, each the month after its approval: four years and three months between.
    expect(kinds.filter(({ kind }) => kind === 'award')).toMatchObject([
      { thing: pension, isChoice: true, uncovered: [{ factId: theirs, months: 51 }] },
    ])
  }),
)

test.each([
  ['the later decision has ended, and nobody chooses', { approved: '2024-06-10', to: '2025-05-01' }],
  ['both are of one day, and one of them has ended', { approved: '2020-03-05', to: '2025-05-01' }],
] as const)('months are told also where %s', (_what, { approved, to }) =>
  rolledBack(async (setting) => {
    await aBook(setting)
    const ended = anAward('disability-pension', approved, { to })
    const [keep, drop] = await twoFiles(setting, ['2020-03-05'], [], { drop: [ended] })

    const { kinds } = await linkageRoutes.compareTwo(setting, { firstId: keep, secondId: drop })

    expect(kinds.flatMap(({ uncovered }) => uncovered)).toContainEqual({ factId: null, months: 2 })
  })(),
)

test('whatever was decided on either file, and whatever is chosen, only what contradicts it is taken out, no month pays twice, and none is lost untold', async () => {
  const decision = fc.constantFrom<Decision>(
    { approved: '2019-05-06' },
    { approved: '2019-05-06', to: '2024-01-15' },
    { approved: '2023-12-20' },
    { approved: '2024-02-10' },
    { approved: '2024-02-10', to: '2025-05-01' },
    { approved: '2024-06-10', to: '2025-06-01' },
    { approved: '2025-03-01' },
  )
  const file = fc.array(decision, { maxLength: 3 })
  await fc.assert(
    fc.asyncProperty(file, file, fc.nat(6), async (mine, theirs, choice) => {
      await rolledBack(async (setting) => {
        await aBook(setting)
        const [keep, drop] = await twoFiles(setting, [], [], { keep: mine.map(granted), drop: theirs.map(granted) })
        const before = await listFactsOf(setting, [keep, drop], 'open')
        const awards = before.filter((fact) => fact.kind === 'award')
        const { kinds } = await linkageRoutes.compareTwo(setting, { firstId: keep, secondId: drop })
        const ids = offeredIn(kinds)
        const chosen = awards.find(({ id }) => id === ids[choice])
        const ways = kinds.flatMap(({ uncovered }) => uncovered)
        const told = ways.find(({ factId }) => factId === (chosen?.id ?? null))?.months ?? 0
        const paidBefore = [await paidIn(setting, keep, everyMonth), await paidIn(setting, drop, everyMonth)]

        await merge(setting, keep, drop, chosen ? { [pension]: chosen.id } : {})

        const after = (await listFactsOf(setting, [keep], 'all')).filter((fact) => fact.kind === 'award')
        expect(after.map(({ id }) => id)).toEqual(awards.map(({ id }) => id))
        for (const award of after) {
          const isOut = chosen !== undefined && contradicts(award, chosen)
          const isTold = award.supersededAt !== undefined && after.some((other) => saysTheSame(other, award))
          expect(award.supersededAt !== undefined, `award ${award.id}`).toBe(isOut || isTold)
        }
        const paid = await paidIn(setting, keep, everyMonth)
        expect(paid.filter((amount) => amount !== 0 && amount !== 200_000)).toEqual([])
        const lost = paid.filter((amount, at) => amount === 0 && paidBefore.some((amounts) => amounts[at] === 200_000))
        expect(lost.length).toBe(told)
      })()
    }),
    { numRuns: 25, seed: 11 },
  )
})

interface Decision {
  readonly approved: string
  readonly to?: string
}

function granted({ approved, to }: Decision): Fact {
  return anAward('disability-pension', approved, to === undefined ? {} : { to })
}

interface Row extends Pick<KindBeside, 'thing' | 'isChoice'> {
  readonly first: readonly { readonly id: unknown }[]
  readonly second: readonly { readonly id: unknown }[]
}

/** What the screen lets somebody choose. */
function offeredIn(kinds: readonly Row[]): readonly number[] {
  const choice = kinds.find(({ thing, isChoice }) => thing === pension && isChoice)
  return choice === undefined ? [] : [...choice.first, ...choice.second].map(({ id }) => Number(id))
}

type Award = PersonFact & { readonly kind: 'award' }

/** Another day of approval, for some day on which both hold. */
function contradicts(one: Award, other: Award): boolean {
  if (one.value.approved === other.value.approved) return false
  const [early, late] = one.value.approved < other.value.approved ? [one, other] : [other, one]
  return early.validTo === undefined || early.validTo > late.value.approved
}

/** Word for word, and it stands. */
function saysTheSame(other: Award, award: Award): boolean {
  return (
    other.supersededAt === undefined && other.value.approved === award.value.approved && other.validTo === award.validTo
  )
}

async function awardIds(setting: ActionSetting, ...personIds: readonly number[]): Promise<readonly number[]> {
  const facts = await listFactsOf(setting, personIds, 'open')
  return facts.flatMap(({ id, kind }) => (kind === 'award' ? [id] : []))
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
async function paidIn(setting: ActionSetting, personId: number, span = months): Promise<readonly number[]> {
  const { lines } = await dueFor(setting, { months: span, personIds: [personId] })
  return Array.from({ length: span.to - span.from }, (_, at) => {
    const on = (span.from + at) as Month
    return lines.filter(({ from, to }) => from <= on && on < to).reduce((sum, { amount }) => sum + amount, 0)
  })
}
