import { Question, RateBook, type Rule, type Shelf } from '@dongzhou/engines/benefits'
import type { Rate, RateKind } from '@dongzhou/terms/rate'

/** A graded rate that a rule stands on. */
export interface AskedShelf {
  readonly kind: RateKind
  readonly key: string
  readonly shelf: Shelf
}

/** 规则所用标准: a rule says which rates it stands on by asking for them, so it is bound to a book that listens. */
export function shelvesOf(rule: Rule, rates: readonly Rate[]): readonly AskedShelf[] {
  const book = new ListeningBook(rates)
  // With the conditions that all benefits share: the stop month after a death is a rate too.
  new Question(rule, book, [])
  return [...book.asked.values()]
}

class ListeningBook extends RateBook {
  readonly asked = new Map<string, AskedShelf>()

  override shelf(kind: RateKind, key = ''): Shelf {
    return this.noted(kind, key, super.shelf(kind, key))
  }

  override nationalShelf(kind: RateKind): Shelf {
    return this.noted(kind, '', super.nationalShelf(kind))
  }

  private noted(kind: RateKind, key: string, shelf: Shelf): Shelf {
    this.asked.set(`${kind} ${key}`, { kind, key, shelf })
    return shelf
  }
}
