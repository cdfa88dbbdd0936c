import type { AccountLine } from '@dongzhou/contract/access'
import type { TrailLine } from '@dongzhou/contract/platform'
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { orpc } from '../api.ts'
import { writeActor } from '../kit/format.ts'
import type { LedgerPage } from '../kit/ledger-types.ts'
import type { LedgerAsk } from '../kit/search-params.ts'
import { trailAsk } from './trail-ask.ts'

/** A page of 留痕, newest first. */
export function useTrail(ask: LedgerAsk): UseQueryResult<LedgerPage<TrailLine>> {
  return useQuery({
    ...orpc.trail.list.queryOptions({ input: trailAsk(ask) }),
    placeholderData: keepPreviousData,
  })
}

/** The accounts whose actions one may look for: a bureau has some hundred, the first two hundred are offered. */
export function useActors(): readonly AccountLine[] {
  const accounts = useQuery(orpc.access.listAccounts.queryOptions({ input: { page: 1, size: 200 } }))
  return accounts.data?.items ?? nobody
}

/** The person behind a login name; a name that is gone stands as it is. */
export function useActorName(): (userName: string) => string {
  const accounts = useActors()
  return useCallback(
    (userName) => accounts.find((account) => account.userName === userName)?.displayName ?? writeActor(userName),
    [accounts],
  )
}

const nobody: readonly AccountLine[] = []

/** 核验封存: asked when somebody wants it, never by itself; every block is computed again. */
export function useVerification() {
  return useQuery({ ...orpc.trail.verify.queryOptions(), enabled: false, gcTime: 0, retry: false })
}
