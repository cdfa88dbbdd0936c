import type { DivisionLine } from '@dongzhou/contract/registry'
import { useQuery } from '@tanstack/react-query'
import { orpc } from '../api.ts'
import { nothing } from '../kit/format.ts'
import { type ConflictField, StaleDialog } from '../kit/stale.tsx'
import { type DivisionEntry, entryOfDivision } from './division-entry.ts'
import { divisionPageWords } from './words.ts'

interface DivisionConflictProps {
  readonly before: DivisionLine
  readonly mine: DivisionEntry
  readonly onKeep: (now: DivisionLine, mixed: DivisionEntry) => void
  readonly onDrop: () => void
}

/** Someone changed the same division meanwhile: each field is decided by itself. */
export function DivisionConflict({ before, mine, onKeep, onDrop }: DivisionConflictProps) {
  const fresh = useQuery({ ...orpc.registry.listDivisions.queryOptions(), staleTime: 0, refetchOnMount: 'always' })
  const now = fresh.data?.find((line) => line.code === before.code)
  if (!now || now.version === before.version) return null
  const theirs = entryOfDivision(now)
  return (
    <StaleDialog
      isOpen
      who="同事"
      when="刚才"
      fields={fieldsOf(entryOfDivision(before), mine, theirs)}
      onKeep={(kept) => onKeep(now, mixed(mine, theirs, kept))}
      onDrop={onDrop}
    />
  )
}

const written = [
  { key: 'name', label: divisionPageWords.name, of: (entry: DivisionEntry) => entry.name },
  { key: 'shortName', label: divisionPageWords.shortName, of: (entry: DivisionEntry) => entry.shortName },
  { key: 'aliases', label: divisionPageWords.aliases, of: (entry: DivisionEntry) => entry.aliases.join('、') },
  {
    key: 'isActive',
    label: divisionPageWords.state,
    of: (entry: DivisionEntry) => (entry.isActive ? divisionPageWords.inUse : divisionPageWords.stopped),
  },
] as const

function fieldsOf(before: DivisionEntry, mine: DivisionEntry, theirs: DivisionEntry): readonly ConflictField[] {
  return written
    .filter(({ of }) => of(mine) !== of(theirs))
    .map(({ key, label, of }) => ({
      key,
      label,
      before: of(before) || nothing,
      mine: of(mine) || nothing,
      theirs: of(theirs) || nothing,
    }))
}

function mixed(mine: DivisionEntry, theirs: DivisionEntry, kept: readonly string[]): DivisionEntry {
  const own = written.filter(({ key }) => kept.includes(key)).map(({ key }) => [key, mine[key]])
  return { ...theirs, ...Object.fromEntries(own) }
}
