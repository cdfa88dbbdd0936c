import type { Setting } from '../../platform/setting.ts'
import { type BookWish, rateBookFor } from '../rates/rate-book-for.ts'
import { type Rulebook, rulebookOf } from './rulebook.ts'

/** The rules with the rates and exclusions that count. Samples count too unless the wish says otherwise: nothing is paid from here. */
export async function openRulebook(setting: Setting, wish: BookWish = {}): Promise<Rulebook> {
  return rulebookOf(await rateBookFor(setting, { samples: 'shown', ...wish }))
}
