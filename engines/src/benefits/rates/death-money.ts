import type { Rate } from '@dongzhou/terms/rate'
import { lawRate } from './national-rate.ts'

const lumpSumBefore = { law: 'entitlement-regulation-2019', article: '第十三条', sources: ['S1-2019'] } as const
const lumpSumSince = { law: 'entitlement-regulation-2024', article: '第十五条', sources: ['S1'] } as const
const honourSince = { law: 'entitlement-regulation-2024', article: '第十六条', sources: ['S1'] } as const
const praiseBefore = { law: 'martyrs-regulation-2019', article: '第十四条', sources: ['S3-2019'] } as const
const praiseSince = { law: 'martyrs-regulation-2024', article: '第十五条', sources: ['S3'] } as const

/** 烈士褒扬金: 30 times the national income of the year before. */
const praiseMoney = [praiseBefore, praiseSince].map((article) =>
  lawRate(
    { kind: 'martyr-praise-money', key: '', value: 3000, unit: 'times', base: 'urban-disposable-income' },
    article,
  ),
)

/** 一次性抚恤金: 20 or 2 times the same income, and 40 months of the soldier's own pay. */
const lumpSums = [lumpSumBefore, lumpSumSince].flatMap((article) =>
  (
    [
      ['martyr', 2000],
      ['duty', 2000],
      ['illness', 200],
    ] as const
  ).flatMap(([key, times]) => [
    lawRate(
      { kind: 'death-lump-sum-income', key, value: times, unit: 'times', base: 'urban-disposable-income' },
      article,
    ),
    lawRate({ kind: 'death-lump-sum-pay', key, value: 40, unit: 'months' }, article),
  ]),
)

// In 2019: 军委授予荣誉称号 35, 军区级荣誉称号 30, 一等功 25, 二等功 15, 三等功 5. In 2024 medals and the merits of war came to stand beside
// them in the same groups; a medal's 40 is new.
const honours = [
  ['title', 3500],
  ['first-war', 3000],
  ['second-war', 2500],
  ['third-war', 1500],
  ['fourth-war', 500],
] as const

const honourIncrements = [
  ...honours.map(([key, value]) => lawRate(honourFigure(key, value), lumpSumBefore)),
  ...[['medal', 4000] as const, ...honours].map(([key, value]) => lawRate(honourFigure(key, value), honourSince)),
]

/** 去世后继续发放: months of what the deceased drew. For 参战 and 参试 no text before 2024 names any. */
const continued = [
  monthsAfter('survivor', 6, { law: 'entitlement-regulation-2019', article: '第十九条', sources: ['S1-2019'] }),
  monthsAfter('disabled-illness', 12, {
    law: 'entitlement-regulation-2019',
    article: '第二十八条',
    sources: ['S1-2019'],
  }),
  monthsAfter('survivor', 6, { law: 'entitlement-regulation-2024', article: '第二十二条', sources: ['S1'] }),
  monthsAfter('disabled-illness', 12, { law: 'entitlement-regulation-2024', article: '第三十二条', sources: ['S1'] }),
  monthsAfter('war-participant', 6, { law: 'entitlement-regulation-2024', article: '第六十二条', sources: ['S1'] }),
  monthsAfter('nuclear-test', 6, { law: 'entitlement-regulation-2024', article: '第六十一条', sources: ['S1'] }),
]

/** What is due when somebody dies, as the two regulations have it. */
export const deathMoneyRates: readonly Rate[] = [...praiseMoney, ...lumpSums, ...honourIncrements, ...continued]

function honourFigure(key: string, value: number) {
  return { kind: 'death-lump-sum-honour', key, value, unit: 'increment-percent' } as const
}

function monthsAfter(key: string, months: number, article: Parameters<typeof lawRate>[1]): Rate {
  return lawRate({ kind: 'continued-months', key, value: months, unit: 'months' }, article)
}
