import type { AccountLine } from '@dongzhou/contract/access'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'
import { divisionTitle } from '../kit/division-tree.ts'
import { StaleDialog } from '../kit/stale.tsx'
import { useDivisions } from '../kit/use-divisions.ts'
import { type Grant, grantConflicts, grantOf, mixedGrant } from './grant.ts'

interface GrantConflictProps {
  readonly before: AccountLine
  readonly mine: Grant
  readonly onKeep: (now: AccountLine, mixed: Grant) => void
  readonly onDrop: () => void
}

/** Another administrator changed the same account meanwhile: each part is decided by itself. */
export function GrantConflict({ before, mine, onKeep, onDrop }: GrantConflictProps) {
  const divisions = useDivisions()
  const now = useQuery({
    queryKey: ['account-now', before.id, before.version],
    queryFn: async () => {
      const found = await api.access.listAccounts({ text: before.userName, page: 1, size: 50 })
      return found.items.find(({ id }) => id === before.id) ?? null
    },
    staleTime: 0,
  })
  const account = now.data
  if (!account) return null
  const theirs = grantOf(account)
  return (
    <StaleDialog
      isOpen
      who="另一名管理员"
      when="刚才"
      fields={grantConflicts({ before: grantOf(before), mine, theirs }, (code) =>
        divisionTitle(divisions.data ?? [], code),
      )}
      onKeep={(kept) => onKeep(account, mixedGrant(mine, theirs, kept))}
      onDrop={onDrop}
    />
  )
}
