import type { RateDraft } from '@dongzhou/contract/benefits-rates'
import type { Rate } from '@dongzhou/terms/rate'

/** The rate a draft stands for; nobody has confirmed it yet. */
export function rateOfDraft({ supersedes: _, ...draft }: RateDraft): Rate {
  return { ...draft, state: 'proposed' }
}
