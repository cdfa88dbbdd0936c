import type { Me } from '@dongzhou/contract/access'
import type { Authority } from '@dongzhou/terms/role'
import { type QueryMeta, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import { orpc } from '../api.ts'
import { signOut } from './auth-client.ts'

/** Who is signed in, asked of the server; an error of kind signed-out means the sign-in page. */
export function useMeQuery(): UseQueryResult<Me> {
  return useQuery(whoIsSignedIn())
}

function whoIsSignedIn() {
  return { ...orpc.access.me.queryOptions(), staleTime: 60_000, meta: { asksWhoIsSignedIn: true } }
}

function isAboutMe(meta: QueryMeta | undefined): boolean {
  const { asksWhoIsSignedIn } = meta ?? {}
  return asksWhoIsSignedIn === true
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

/** After signing in or enrolling: asks again who one is; nothing that an earlier person was answered stays. */
export function useSessionChanged(): () => Promise<void> {
  const queries = useQueryClient()
  return async () => {
    queries.removeQueries({ predicate: ({ meta }) => !isAboutMe(meta), type: 'inactive' })
    const before = queries.getQueryData(orpc.access.me.queryKey())
    await queries.refetchQueries({ predicate: ({ meta }) => isAboutMe(meta) })
    const after = queries.getQueryData(orpc.access.me.queryKey())
    // Somebody else signed in at a desk that another left open: nothing of the other's work may stay on screen.
    if (before && after && before.accountId !== after.accountId) location.assign('/')
    else await queries.invalidateQueries({ predicate: ({ meta }) => !isAboutMe(meta) })
  }
}

/** Leaves: ends the session and forgets every answer in memory by loading the page anew. */
export async function leave(): Promise<void> {
  await signOut().catch(() => undefined)
  location.assign('/')
}
