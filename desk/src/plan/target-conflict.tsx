import type { BoardLine } from '@dongzhou/contract/plan'
import { useQuery } from '@tanstack/react-query'
import { orpc } from '../api.ts'
import { DraftConflict } from '../kit/draft-conflict.tsx'
import type { DraftPart } from '../kit/draft-merge.ts'
import { writeDay, writeNumber } from '../kit/format.ts'
import type { Trouble } from '../kit/trouble.ts'
import { type TargetDraft, targetDraft } from './target-draft.ts'
import { targetWords } from './words.ts'

interface TargetConflictProps {
  readonly trouble: Trouble
  readonly year: number
  /** The line of the board as it stood when the form was opened. */
  readonly seen: BoardLine
  readonly mine: TargetDraft
  readonly onKeep: (merged: TargetDraft, now: BoardLine) => void
  readonly onDrop: () => void
}

/** 冲突: somebody changed the target meanwhile. */
export function TargetConflict({ year, ...props }: TargetConflictProps) {
  const { code } = props.seen.indicator
  const board = useQuery({ ...orpc.plan.getBoard.queryOptions({ input: { year } }), staleTime: 0 })
  const now = { data: board.data?.lines.find(({ indicator }) => indicator.code === code), isFetching: board.isFetching }
  return (
    <DraftConflict
      {...props}
      now={now}
      parts={parts}
      draftOf={(line) => targetDraft(line, year, '')}
      versionOf={({ targetVersion }) => targetVersion}
    />
  )
}

const parts: readonly DraftPart<TargetDraft>[] = [
  { key: 'value', label: targetWords.value, text: ({ value }) => (value === undefined ? '' : writeNumber(value)) },
  { key: 'from', label: targetWords.from, text: ({ from }) => writeDay(from) },
  { key: 'to', label: targetWords.to, text: ({ to }) => writeDay(to) },
]
