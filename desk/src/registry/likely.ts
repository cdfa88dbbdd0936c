import type { PersonLine } from '@dongzhou/contract/registry'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { orpc } from '../api.ts'
import type { FactEntry } from './fact-entry.ts'

/** Somebody on file who may be meant, with why. */
export interface LikelyPerson {
  readonly person: PersonLine
  readonly band: 'same' | 'likely' | 'possible'
  readonly reasons: readonly string[]
}

export interface Likely {
  readonly people: readonly LikelyPerson[]
  /** asked: there is an answer; idle: too little is filled in; unknown: the server could not say. */
  readonly state: 'idle' | 'asking' | 'asked' | 'unknown'
}

/** Who on file this may be, while the form is filled in. Few facts find too many: a name alone is not asked. */
export function useLikely(facts: readonly FactEntry[]): Likely {
  const isEnough = facts.length >= 2 && facts.some(({ kind }) => kind === 'name' || kind === 'id-number')
  const found = useQuery({
    ...orpc.linkage.findLikely.queryOptions({ input: { facts: [...facts] } }),
    enabled: isEnough,
    placeholderData: keepPreviousData,
    retry: false,
  })
  if (!isEnough) return { people: [], state: 'idle' }
  if (found.isError) return { people: [], state: 'unknown' }
  return { people: found.data ?? [], state: found.data === undefined ? 'asking' : 'asked' }
}
