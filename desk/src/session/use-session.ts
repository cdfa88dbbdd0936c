import type { Me } from '@dongzhou/contract/access'
import type { Authority } from '@dongzhou/terms/role'
import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import { orpc } from '../api.ts'
import { signOut } from './auth-client.ts'

/** Who is signed in, asked of the server; an error of kind signed-out means the sign-in page. */
export function useMeQuery(): UseQueryResult<Me> {
  return useQuery({ ...orpc.access.me.queryOptions(), staleTime: 60_000 })
}

const SignedIn = createContext<Me | undefined>(undefined)

/** Everything inside the gate knows who is signed in. */
export const SignedInProvider = SignedIn.Provider

/** 本人: only inside the gate, where there always is one. */
export function useMe(): Me {
  const me = useContext(SignedIn)
  if (!me) throw new Error('useMe outside the gate')
  return me
}

/** May this person do it at all? For showing or leaving out a button; the server decides for each record. */
export function useMay(authority: Authority): boolean {
  return useMe().may.includes(authority)
}

/** After signing in or enrolling: asks again who one is; nothing of an earlier person stays in memory. */
export function useSessionChanged(): () => Promise<void> {
  const queries = useQueryClient()
  return async () => {
    queries.clear()
    await queries.fetchQuery(orpc.access.me.queryOptions()).catch(() => undefined)
    await queries.invalidateQueries()
  }
}

/** Leaves: ends the session and forgets every answer in memory by loading the page anew. */
export async function leave(): Promise<void> {
  await signOut().catch(() => undefined)
  location.assign('/')
}
