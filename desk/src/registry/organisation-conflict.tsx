import type { OrganisationLine } from '@dongzhou/contract/registry'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'
import { divisionTitle } from '../kit/division-tree.ts'
import { StaleDialog } from '../kit/stale.tsx'
import { useDivisions } from '../kit/use-divisions.ts'
import { conflictsOf, entryOf, type OrganisationEntry } from './organisation-entry.ts'

interface OrganisationConflictProps {
  readonly before: OrganisationLine
  readonly mine: OrganisationEntry
  readonly onKeep: (now: OrganisationLine, kept: readonly string[]) => void
  readonly onDrop: () => void
}

/** Someone corrected the same organisation meanwhile: each field is decided by itself. */
export function OrganisationConflict({ before, mine, onKeep, onDrop }: OrganisationConflictProps) {
  const divisions = useDivisions()
  const now = useQuery({
    queryKey: ['organisation-now', before.id, before.version],
    queryFn: () => findNow(before),
    staleTime: 0,
  })
  const line = now.data
  if (!line) return null
  return (
    <StaleDialog
      isOpen
      who="同事"
      when="刚才"
      fields={conflictsOf({
        before: entryOf(before),
        mine,
        theirs: entryOf(line),
        divisionName: (code) => divisionTitle(divisions.data ?? [], code),
      })}
      onKeep={(kept) => onKeep(line, kept)}
      onDrop={onDrop}
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
