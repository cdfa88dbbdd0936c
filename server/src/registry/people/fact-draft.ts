import type { FactDraft } from '@dongzhou/contract/fact-draft'
import type { Fact } from '@dongzhou/terms/fact'
import { judgeIdNumber, lengthenIdNumber } from '@dongzhou/terms/id-number'
import { Fault } from '../../platform/fault.ts'

/**
 * A clerk's drafts as facts with their source. The ID number is checked, an old 15-digit one lengthened, and birth
 * and sex follow from it where the clerk stated none.
 */
export function factsOfClerk(drafts: readonly FactDraft[], note: string): readonly Fact[] {
  const stated = drafts.map((draft) => toFact(draft, note))
  const kinds = new Set(stated.map(({ kind }) => kind))
  return [...stated, ...stated.flatMap(derivedFromIdNumber).filter(({ kind }) => !kinds.has(kind))]
}

function toFact(draft: FactDraft, note: string): Fact {
  const value = draft.kind === 'id-number' ? { idNumber: requireIdNumber(draft.value.idNumber) } : draft.value
  return {
    kind: draft.kind,
    value,
    validFrom: draft.validFrom,
    validTo: draft.validTo,
    source: { kind: 'clerk', note },
    certainty: 'confirmed',
    // The contract's union and the terms' union hold the same pairs of kind and value; TypeScript cannot pair them through a spread.
  } as Fact
}

function requireIdNumber(text: string): string {
  const long = text.length === 15 ? (lengthenIdNumber(text) ?? text) : text
  const verdict = judgeIdNumber(long)
  if (verdict.kind !== 'valid') throw new Fault('registry.id-number-invalid', { problem: verdict.kind })
  return verdict.idNumber
}

/** 出生日期 and 性别 stand in the ID number itself. */
export function derivedFromIdNumber(fact: Fact): readonly Fact[] {
  if (fact.kind !== 'id-number') return []
  const verdict = judgeIdNumber(fact.value.idNumber)
  if (verdict.kind !== 'valid') return []
  const shared = {
    validFrom: undefined,
    validTo: undefined,
    source: { kind: 'derived', from: 'id-number' },
    certainty: 'derived',
  } as const
  return [
    { kind: 'birth', value: { day: verdict.born, precision: 'day' }, ...shared },
    { kind: 'sex', value: { sex: verdict.sex }, ...shared },
  ]
}
