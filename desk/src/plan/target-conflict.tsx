import type { BoardLine } from '@dongzhou/contract/plan'
import { useQuery } from '@tanstack/react-query'
import { orpc } from '../api.ts'
import { nothing, writeDay, writeNumber } from '../kit/format.ts'
import { StaleDialog } from '../kit/stale.tsx'
import { type TargetDraft, targetDraft } from './target-draft.ts'
import { staleWho, targetWords } from './words.ts'

interface TargetConflictProps {
  readonly line: BoardLine
  readonly year: number
  /** The version the form was sent with. */
  readonly version: number
  readonly mine: TargetDraft
  readonly onKeep: (merged: TargetDraft, version: number) => void
  readonly onDrop: () => void
}

/** 冲突: somebody changed the target meanwhile; number and days are decided one by one. */
export function TargetConflict({ line, year, version, mine, onKeep, onDrop }: TargetConflictProps) {
  const board = useQuery({ ...orpc.plan.getBoard.queryOptions({ input: { year } }), staleTime: 0 }).data
  const now = board?.lines.find(({ indicator }) => indicator.code === line.indicator.code)
  if (!now || now.targetVersion === version) return null
  const [before, theirs] = [line, now].map((one) => targetDraft(one, year, ''))
  if (!before || !theirs) return null
  const keys = fields.filter((key) => mine[key] !== theirs[key])
  return (
    <StaleDialog
      isOpen
      {...staleWho}
      fields={keys.map((key) => ({
        key,
        label: targetWords[key],
        before: textOf(key, before),
        mine: textOf(key, mine),
        theirs: textOf(key, theirs),
      }))}
      onDrop={onDrop}
      onKeep={(kept) => {
        const theirsOf = Object.fromEntries(
          fields.filter((key) => !kept.includes(key)).map((key) => [key, theirs[key]]),
        )
        onKeep({ ...mine, ...theirsOf }, now.targetVersion)
      }}
    />
  )
}

const fields = ['value', 'from', 'to'] as const

function textOf(key: (typeof fields)[number], draft: TargetDraft): string {
  if (key !== 'value') return writeDay(draft[key])
  return draft.value === undefined ? nothing : writeNumber(draft.value)
}
