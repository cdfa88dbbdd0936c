import { type Agreement, agreementOf, sharesTime, singleThingOf, spanOf } from '@dongzhou/terms/agreement'
import type { Fact, FactKind, KeptFact } from '@dongzhou/terms/fact'
import { openFacts } from './standing.ts'

/** What drafts mean beside what is known: news to add, nothing new, or a contradiction for somebody to settle. */
export interface NewFacts {
  readonly add: readonly Fact[]
  readonly unchanged: readonly Fact[]
  readonly disagreeing: readonly Fact[]
}

/**
 * Sorts the drafts of an import against a person's open facts and against each other, in the order given. What another source
 * already told adds nothing; a vaguer date agrees with an exact one. Recording both `add` and `disagreeing` and asking again finds
 * everything unchanged.
 */
export function newFacts(existing: readonly KeptFact[], drafts: readonly Fact[]): NewFacts {
  const known: Fact[] = [...openFacts(existing)]
  const sorted: { readonly [V in keyof NewFacts]: Fact[] } = { add: [], unchanged: [], disagreeing: [] }
  for (const draft of drafts) {
    const verdict = judge(draft, known)
    sorted[verdict].push(draft)
    if (verdict !== 'unchanged') known.push(draft)
  }
  return sorted
}

function judge(draft: Fact, known: readonly Fact[]): keyof NewFacts {
  const same = known.filter((fact) => fact.kind === draft.kind)
  const compared = same.map((fact) => ({ fact, agreement: agreementOf(draft, fact) }))
  if (compared.some(({ fact, agreement }) => saysNothingNew(agreement) && coversTime(fact, draft))) return 'unchanged'
  const thing = singleThingOf(draft)
  if (thing === undefined) return 'add'
  const isContradicted = compared.some(
    ({ fact, agreement }) => agreement === 'differs' && singleThingOf(fact) === thing && isAtOneTime(fact, draft),
  )
  return isContradicted ? 'disagreeing' : 'add'
}

function saysNothingNew(agreement: Agreement): boolean {
  return agreement === 'same' || agreement === 'says-less'
}

// When it happened stands in the value, or it does not change in a life: the validity a sheet gives adds nothing.
const LASTING: ReadonlySet<FactKind> = new Set([
  'birth',
  'death',
  'sex',
  'ethnicity',
  'service',
  'merit',
  'conscription',
  'death-cause',
  'arrangement',
])

// A ledger's own date as the start adds nothing to a longer validity already known; an end that nobody had told is news.
function coversTime(fact: Fact, draft: Fact): boolean {
  if (LASTING.has(draft.kind)) return true
  if (draft.kind === 'award') return saysTimesOf(fact, draft)
  const startsLater = fact.validFrom === undefined || draft.validFrom === undefined || fact.validFrom <= draft.validFrom
  return startsLater && fact.validTo === draft.validTo
}

// Last year's ledger brings a decision that has since been ended: it must not pay again because the sheet knows of no end.
function saysTimesOf(fact: Fact, draft: Fact): boolean {
  const startsAlike = draft.validFrom === undefined || draft.validFrom === spanOf(fact).validFrom
  return startsAlike && (draft.validTo === undefined || draft.validTo === fact.validTo)
}

function isAtOneTime(fact: Fact, draft: Fact): boolean {
  return LASTING.has(draft.kind) || sharesTime(spanOf(fact), spanOf(draft))
}
