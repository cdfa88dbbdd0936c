import { type Day, day } from '@dongzhou/terms/day'

/** 法规 (laws) the rules cite, each with the days it is in force; a repealed one stays, because old months were decided by it. */
export const laws = {
  'entitlement-regulation-2019': {
    name: '军人抚恤优待条例（2019年修订）',
    from: day('2011-08-01'),
    to: day('2024-10-01'),
  },
  'entitlement-regulation-2024': {
    name: '军人抚恤优待条例（国令第788号）',
    from: day('2024-10-01'),
    to: undefined,
  },
  'martyrs-regulation-2019': { name: '烈士褒扬条例（2019年修订）', from: day('2011-08-01'), to: day('2025-01-01') },
  'martyrs-regulation-2024': { name: '烈士褒扬条例（国令第791号）', from: day('2025-01-01'), to: undefined },
  'placement-regulation-2024': { name: '退役军人安置条例（国令第787号）', from: day('2024-09-01'), to: undefined },
  'veterans-law': { name: '退役军人保障法', from: day('2021-01-01'), to: undefined },
  'rural-veterans-notice-2011': {
    name: '民发〔2011〕110号（60周岁以上农村籍退役士兵老年生活补助）',
    from: day('2011-08-01'),
    to: undefined,
  },
  'conscript-allowance-notice-2021': {
    name: '关于进一步做好义务兵家庭优待金发放工作的通知',
    from: day('2021-01-01'),
    to: undefined,
  },
  'local-document': { name: '本地规范性文件（以标准库所载文号为准）', from: day('1949-10-01'), to: undefined },
} as const satisfies Record<string, Law>

interface Law {
  readonly name: string
  readonly from: Day
  /** Exclusive. */
  readonly to: Day | undefined
}

export type LawCode = keyof typeof laws

/** 条款 (article): `第二十七条`, as a rule cites it. */
export interface Article {
  readonly law: LawCode
  readonly article: string
}

/** The articles that were in force on a day, in the order given. */
export function articlesOn(articles: readonly Article[], on: Day): readonly Article[] {
  return articles.filter(({ law }) => {
    const { from, to } = laws[law]
    return from <= on && (to === undefined || on < to)
  })
}

/** `《军人抚恤优待条例（国令第788号）》第二十七条`. */
export function articleText({ law, article }: Article): string {
  return `《${laws[law].name}》${article}`
}
