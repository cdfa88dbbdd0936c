import type { contract } from '@dongzhou/contract'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import { QueryCache, QueryClient, type QueryMeta } from '@tanstack/react-query'
import { troubleOf } from './kit/trouble.ts'

// The contract is imported as a type only: its zod shapes would add 60 kB that the client does not run.
const link = new RPCLink({ url: () => `${location.origin}/rpc` })

/** The server, typed by the contract: `await api.access.me()`. */
export const api: ContractRouterClient<typeof contract> = createORPCClient(link)

/** The same for query hooks: `useQuery(orpc.access.listAccounts.queryOptions({ input }))`. */
export const orpc = createTanstackQueryUtils(api)

/** The queries of the whole desk. Only a lost connection is tried again: a refusal does not change by asking twice. */
export const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: forgetSessionThatEnded }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (count, error) => count < 2 && troubleOf(error).kind === 'offline',
      refetchOnWindowFocus: true,
      // A bureau's server may stand in the same house as its desk while the city line is down.
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
})

/** When any question finds the session gone, the gate asks again who is signed in and shows the sign-in page. */
function forgetSessionThatEnded(error: unknown, query: { readonly meta: QueryMeta | undefined }): void {
  // The question who is signed in must not ask itself again, or a signed-out desk asks without end.
  const { asksWhoIsSignedIn } = query.meta ?? {}
  if (asksWhoIsSignedIn === true || troubleOf(error).kind !== 'signed-out') return
  void queries.invalidateQueries({ queryKey: orpc.access.me.key() })
}
