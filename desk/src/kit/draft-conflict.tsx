import { stateWords } from '../words/kit.ts'
import { clashesOf, type DraftPart, mergedDraft } from './draft-merge.ts'
import { nothing } from './format.ts'
import { type ConflictField, ConflictSay, StaleDialog } from './stale.tsx'
import type { Trouble } from './trouble.ts'

interface DraftConflictProps<Draft extends object, Seen> {
  readonly trouble: Trouble
  /** The record as it stood when the form was opened. */
  readonly seen: Seen
  /** The same question asked anew; `data` may be the old answer while it is under way. */
  readonly now: { readonly data: Seen | null | undefined; readonly isFetching: boolean }
  readonly versionOf: (record: Seen) => number
  readonly draftOf: (record: Seen) => Draft
  readonly mine: Draft
  readonly parts: readonly DraftPart<Draft>[]
  readonly onKeep: (merged: Draft, now: Seen) => void
  readonly onDrop: () => void
}

/** 冲突 (conflict): somebody saved meanwhile. What only one of us changed is joined; what both changed is decided part by part. */
export function DraftConflict<Draft extends object, Seen>(props: DraftConflictProps<Draft, Seen>) {
  const { seen, mine, parts, versionOf, draftOf } = props
  const now = props.now.data ?? undefined
  const isNew = now !== undefined && versionOf(now) !== versionOf(seen)
  if (!isNew) return <ConflictSay say={props.now.isFetching ? stateWords.staleAsking : props.trouble.say} />
  const three = { before: draftOf(seen), mine, theirs: draftOf(now) }
  const { both, onlyMine, onlyTheirs } = clashesOf(parts, three)
  return (
    <StaleDialog
      isOpen
      fields={both.map((part) => fieldOf(part, three))}
      joined={{ mine: onlyMine.map(labelOf), theirs: onlyTheirs.map(labelOf) }}
      onDrop={props.onDrop}
      onKeep={(kept) => props.onKeep(mergedDraft(parts, three, kept), now)}
    />
  )
}

function fieldOf<Draft>(
  { key, label, text }: DraftPart<Draft>,
  three: { readonly before: Draft; readonly mine: Draft; readonly theirs: Draft },
): ConflictField {
  return {
    key,
    label,
    before: text(three.before) || nothing,
    mine: text(three.mine) || nothing,
    theirs: text(three.theirs) || nothing,
  }
}

function labelOf({ label }: { readonly label: string }): string {
  return label
}
