import type { Benefit } from '@dongzhou/terms/benefit'
import { type exclusionWays, exclusionWords } from './exclusion-words.ts'

/** A row of the matrix as it is being entered. */
export interface ExclusionDraft {
  readonly other: Benefit | undefined
  readonly benefit: Benefit | undefined
  readonly way: keyof typeof exclusionWays
  readonly document: string
  readonly source: string
  readonly validFrom: string | undefined
  readonly validTo: string | undefined
}

export type ExclusionComplaints = { readonly [F in 'benefit' | 'document' | 'source' | 'validTo']?: string }

/** What still keeps the form from being sent; the server decides in any case. */
export function exclusionComplaints(draft: ExclusionDraft): ExclusionComplaints {
  const { other, benefit, validFrom, validTo } = draft
  const { needed } = exclusionWords
  const isPair = other !== undefined && benefit !== undefined && other !== benefit
  return {
    ...(isPair ? {} : { benefit: needed.benefit }),
    ...(draft.document.trim().length < 2 ? { document: needed.document } : {}),
    ...(draft.source.trim().length < 2 ? { source: needed.source } : {}),
    ...(validFrom !== undefined && validTo !== undefined && validTo <= validFrom ? { validTo: needed.validTo } : {}),
  }
}
