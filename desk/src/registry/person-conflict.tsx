import type { PersonFile } from '@dongzhou/contract/registry'
import { useQuery } from '@tanstack/react-query'
import { orpc } from '../api.ts'
import { nothing } from '../kit/format.ts'
import { ConflictSay, StaleDialog } from '../kit/stale.tsx'
import type { Trouble } from '../kit/trouble.ts'
import { stateWords } from '../words/kit.ts'

interface PersonConflictProps {
  /** Of the last attempt; the dialog opens when it says that somebody was faster. */
  readonly trouble: Trouble | undefined
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

/** 冲突: somebody saved the same file meanwhile: what was, what is there now and what I wrote, and I decide. */
export function PersonConflict(props: PersonConflictProps) {
  const { person, trouble } = props
  const isOpen = trouble?.kind === 'stale'
  const now = useQuery({
    ...orpc.registry.getPerson.queryOptions({ input: { id: person.id } }),
    enabled: isOpen,
    refetchOnMount: 'always',
    staleTime: 0,
  })
  if (!isOpen) return null
  const { data: file, isFetching } = now
  if (file === undefined || file.version === person.version) {
    return <ConflictSay say={isFetching ? stateWords.staleAsking : (trouble?.say ?? '')} />
  }
  return (
    <StaleDialog
      isOpen
      fields={[
        {
          key: 'it',
          label: props.label,
          before: props.textOf(person) || nothing,
          mine: props.mine || nothing,
          theirs: props.textOf(file) || nothing,
        },
      ]}
      onKeep={(mine) => (mine.includes('it') ? props.onKeep(file) : props.onDrop())}
      onDrop={props.onDrop}
    />
  )
}
