import type { PersonFile, PersonLine } from '@dongzhou/contract/registry'
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { api, orpc } from '../api.ts'
import type { LedgerPage } from '../kit/ledger-types.ts'
import type { LedgerAsk } from '../kit/search-params.ts'
import { peopleFilter } from './people-ask.ts'

/** A page of the people's ledger; the page before stays on screen until the next is here. */
export function usePeople(ask: LedgerAsk): UseQueryResult<LedgerPage<PersonLine>> {
  const input = { page: ask.page, size: ask.size, ...peopleFilter(ask.filters) }
  return useQuery({ ...orpc.registry.listPeople.queryOptions({ input }), placeholderData: keepPreviousData })
}

/** 一人一档; with a day, as it was known at its end. */
export function usePerson(id: number, asKnownOn?: string): UseQueryResult<PersonFile> {
  const input = asKnownOn === undefined ? { id } : { id, asKnownOn }
  return useQuery(orpc.registry.getPerson.queryOptions({ input }))
}

/** Several people by their ids; those outside one's scope are left out. */
export function usePeopleById(ids: readonly number[]): UseQueryResult<readonly PersonFile[]> {
  return useQuery({
    queryKey: ['people-by-id', ids],
    queryFn: async () => {
      const asked = await Promise.allSettled(ids.map((id) => api.registry.getPerson({ id })))
      return asked.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []))
    },
    enabled: ids.length > 0,
  })
}

/** 谁看过, a page of it. */
export function useLookers(personId: number, page: number, size: number) {
  return useQuery({
    ...orpc.registry.listLookers.queryOptions({ input: { personId, page, size } }),
    placeholderData: keepPreviousData,
  })
}
