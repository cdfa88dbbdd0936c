import type { AccountLine } from '@dongzhou/contract/access'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'
import { divisionTitle } from '../kit/division-tree.ts'
import { DraftConflict } from '../kit/draft-conflict.tsx'
import type { Trouble } from '../kit/trouble.ts'
import { useDivisions } from '../kit/use-divisions.ts'
import { type Grant, grantOf, grantParts } from './grant.ts'

interface GrantConflictProps {
  readonly trouble: Trouble
  readonly seen: AccountLine
  readonly mine: Grant
  readonly onKeep: (merged: Grant, now: AccountLine) => void
  readonly onDrop: () => void
}

/** 冲突: another administrator changed the same account meanwhile. */
export function GrantConflict(props: GrantConflictProps) {
  const { seen } = props
  const divisions = useDivisions().data ?? []
  const now = useQuery({
    queryKey: ['account-now', seen.id, seen.version],
    queryFn: async () => {
      const found = await api.access.listAccounts({ text: seen.userName, page: 1, size: 50 })
      return found.items.find(({ id }) => id === seen.id) ?? null
    },
    staleTime: 0,
  })
  return (
    <DraftConflict
      {...props}
      now={now}
      parts={grantParts((code) => divisionTitle(divisions, code))}
      draftOf={grantOf}
      versionOf={({ version }) => version}
    />
  )
}
