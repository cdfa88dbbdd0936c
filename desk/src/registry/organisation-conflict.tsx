import type { OrganisationLine } from '@dongzhou/contract/registry'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'
import { divisionTitle } from '../kit/division-tree.ts'
import { DraftConflict } from '../kit/draft-conflict.tsx'
import type { Trouble } from '../kit/trouble.ts'
import { useDivisions } from '../kit/use-divisions.ts'
import { entryOf, type OrganisationEntry, organisationParts } from './organisation-entry.ts'

interface OrganisationConflictProps {
  readonly trouble: Trouble
  readonly seen: OrganisationLine
  readonly mine: OrganisationEntry
  readonly onKeep: (merged: OrganisationEntry, now: OrganisationLine) => void
  readonly onDrop: () => void
}

/** 冲突: somebody corrected the same organisation meanwhile. */
export function OrganisationConflict(props: OrganisationConflictProps) {
  const { seen } = props
  const divisions = useDivisions().data ?? []
  const now = useQuery({
    queryKey: ['organisation-now', seen.id, seen.version],
    queryFn: () => findNow(seen),
    staleTime: 0,
  })
  return (
    <DraftConflict
      {...props}
      now={now}
      parts={organisationParts((code) => divisionTitle(divisions, code))}
      draftOf={entryOf}
      versionOf={({ version }) => version}
    />
  )
}

/** How it stands now: looked for by its name, and where that changed, among the first of its kind. */
async function findNow(before: OrganisationLine): Promise<OrganisationLine | null> {
  for (const input of [{ text: before.name.slice(0, 40) }, { kind: before.kind }, {}]) {
    const found = await api.registry.listOrganisations({ ...input, page: 1, size: 200 })
    const line = found.items.find(({ id }) => id === before.id)
    if (line) return line
  }
  return null
}
