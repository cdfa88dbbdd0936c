import type { ArticleView, RateCited, RuleView } from '@dongzhou/contract/benefits-views'
import { rateKeyName } from '@dongzhou/terms/rate-words'

/** The articles that hold today, and those of laws that were repealed but still decide the months of their time. */
export interface Articles {
  readonly now: readonly ArticleView[]
  readonly before: readonly ArticleView[]
}

/** 条款 by whether they are in force on the day; of the repealed the latest first. */
export function articlesOn(articles: readonly ArticleView[], on: string): Articles {
  const now = articles.filter(({ to }) => to === null || to > on)
  const before = articles.filter(({ to }) => to !== null && to <= on)
  return { now, before: before.toSorted((one, other) => ((one.to ?? '') < (other.to ?? '') ? 1 : -1)) }
}

/** The names of the laws in force, each once: `军人抚恤优待条例（国令第788号）`. */
export function lawsOf(articles: readonly ArticleView[]): readonly string[] {
  return [...new Set(articles.map(({ text }) => /《(.+)》/.exec(text)?.[1] ?? text))]
}

type UsedRate = RuleView['rates'][number]

/** What of a rule's rates has no row today; of a base index it is the year before's, where the law names that. */
export function lackingOf({ rates }: Pick<RuleView, 'rates'>): number {
  return rates.reduce((sum, { lacking }) => sum + lacking.length, 0)
}

/** `因战一级 157,570元/年`: the name of a grade before its figure; a kind without grades has only the figure. */
export function citedText({ kind, key, valueText }: RateCited): string {
  const name = rateKeyName(kind, key)
  return name === '' ? valueText : `${name} ${valueText}`
}

/** The grades that lack a row, as people call them. */
export function lackingNames({ kind, lacking }: UsedRate): readonly string[] {
  return lacking.map((key) => rateKeyName(kind, key)).filter((name) => name !== '')
}
