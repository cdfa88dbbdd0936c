import { type Day, day } from '@dongzhou/terms/day'
import type { Rate } from '@dongzhou/terms/rate'
import { articleText, type LawCode, laws } from '../laws.ts'
import { type SourceKey, sourceText } from './sources.ts'

type Figure = Pick<Rate, 'kind' | 'key' | 'value' | 'unit'> & Partial<Pick<Rate, 'base' | 'choice' | 'rounding'>>

/** A figure that a page published, from a day to the day of the next raise we know of; nobody has seen the paper itself. */
export function publishedRate(
  figure: Figure,
  { from, to, sources }: { readonly from: string; readonly to?: string; readonly sources: readonly SourceKey[] },
): Rate {
  return sampleRate(figure, { validFrom: day(from), validTo: to === undefined ? undefined : day(to) }, UNSEEN, sources)
}

/** A figure, percentage, multiple, age or date that an article names itself, for as long as that text is in force. */
export function lawRate(
  figure: Figure,
  {
    law,
    article,
    sources,
  }: { readonly law: LawCode; readonly article: string; readonly sources: readonly SourceKey[] },
): Rate {
  const { to } = laws[law]
  return sampleRate(figure, { validFrom: textSince(law), validTo: to }, articleText({ law, article }), sources)
}

// The regulations revised in 2019 are at hand in that wording alone: what they said before 2019 was not read.
function textSince(law: LawCode): Day {
  if (law === 'entitlement-regulation-2019') return day('2019-04-01')
  return law === 'martyrs-regulation-2019' ? day('2019-08-01') : laws[law].from
}

// A row without its document number is a sample for ever: confirming one asks for the paper.
const UNSEEN = '文号待核实'

function sampleRate(
  figure: Figure,
  span: Pick<Rate, 'validFrom' | 'validTo'>,
  document: string,
  keys: readonly SourceKey[],
): Rate {
  return {
    jurisdiction: 'nation',
    rounding: { mode: 'half-up', unit: 1 },
    ...figure,
    ...span,
    document,
    source: sourceText(keys),
    state: 'sample',
  }
}
