import type { DivisionLine } from '@dongzhou/contract/registry'
import { useQuery } from '@tanstack/react-query'
import { orpc } from '../api.ts'
import { DraftConflict } from '../kit/draft-conflict.tsx'
import type { DraftPart } from '../kit/draft-merge.ts'
import type { Trouble } from '../kit/trouble.ts'
import { type DivisionEntry, entryOfDivision } from './division-entry.ts'
import { divisionPageWords } from './words.ts'

interface DivisionConflictProps {
  readonly trouble: Trouble
  readonly seen: DivisionLine
  readonly mine: DivisionEntry
  readonly onKeep: (merged: DivisionEntry, now: DivisionLine) => void
  readonly onDrop: () => void
}

/** 冲突: somebody changed the same division meanwhile. */
export function DivisionConflict(props: DivisionConflictProps) {
  const { code } = props.seen
  const all = useQuery({ ...orpc.registry.listDivisions.queryOptions(), staleTime: 0, refetchOnMount: 'always' })
  const now = { data: all.data?.find((line) => line.code === code), isFetching: all.isFetching }
  return (
    <DraftConflict {...props} now={now} parts={parts} draftOf={entryOfDivision} versionOf={({ version }) => version} />
  )
}

const parts: readonly DraftPart<DivisionEntry>[] = [
  { key: 'name', label: divisionPageWords.name, text: ({ name }) => name },
  { key: 'shortName', label: divisionPageWords.shortName, text: ({ shortName }) => shortName },
  { key: 'aliases', label: divisionPageWords.aliases, text: ({ aliases }) => aliases.join('、') },
  {
    key: 'isActive',
    label: divisionPageWords.state,
    text: ({ isActive }) => (isActive ? divisionPageWords.inUse : divisionPageWords.stopped),
  },
]
