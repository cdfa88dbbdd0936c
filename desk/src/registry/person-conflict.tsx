import type { PersonFile } from '@dongzhou/contract/registry'
import { useQuery } from '@tanstack/react-query'
import { orpc } from '../api.ts'
import { nothing, writeActor, writeInstant } from '../kit/format.ts'
import { StaleDialog } from '../kit/stale.tsx'

interface PersonConflictProps {
  readonly isOpen: boolean
  /** The file as it was when the form opened. */
  readonly person: PersonFile
  readonly label: string
  /** What the form is about, read from a file: the same question to the old one and the new one. */
  readonly textOf: (person: PersonFile) => string
  readonly mine: string
  /** Keeps mine, on top of what is there now. */
  readonly onKeep: (now: PersonFile) => void
  readonly onDrop: () => void
}

/** Someone saved the same file meanwhile: shows what was, what is there now and what I wrote, and lets me decide. */
export function PersonConflict(props: PersonConflictProps) {
  const { person, isOpen } = props
  const now = useQuery({
    ...orpc.registry.getPerson.queryOptions({ input: { id: person.id } }),
    enabled: isOpen,
    refetchOnMount: 'always',
    staleTime: 0,
  })
  const last = useQuery({
    ...orpc.registry.listLookers.queryOptions({ input: { personId: person.id, page: 1, size: 1 } }),
    enabled: isOpen,
    staleTime: 0,
  })
  const isThere = isOpen && now.data !== undefined && now.data.version !== person.version
  if (!isThere) return null
  const look = last.data?.items[0]
  return (
    <StaleDialog
      isOpen
      who={look === undefined ? '同事' : writeActor(look.actor)}
      when={look === undefined ? '刚才' : writeInstant(look.at)}
      fields={[
        {
          key: 'it',
          label: props.label,
          before: props.textOf(person) || nothing,
          mine: props.mine || nothing,
          theirs: props.textOf(now.data) || nothing,
        },
      ]}
      onKeep={(mine) => (mine.includes('it') ? props.onKeep(now.data) : props.onDrop())}
      onDrop={props.onDrop}
    />
  )
}
