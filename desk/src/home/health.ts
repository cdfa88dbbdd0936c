import type { EventLine } from '@dongzhou/contract/activities'
import type { HealthItem } from '@dongzhou/contract/integrity'
import type { Board } from '@dongzhou/contract/plan'
import { writeCount, writeNumber } from '../kit/format.ts'
import { healthWords } from './words.ts'
import type { WorkItem } from './work-line.tsx'

/** What on file endangers money: a line a check, each opens its people. */
export function ailments(items: readonly HealthItem[]): readonly WorkItem[] {
  return items.map(({ code, name, severity, why, count }) => ({
    key: `health ${code}`,
    title: name,
    note: why,
    opensAt: `/health/${code}`,
    mark: writeCount(count, '条'),
    tone: severity === 'error' ? 'late' : 'risk',
  }))
}

/** What the registry says of itself: people about whom sources disagree. */
export function disputedPeople(total: number): readonly WorkItem[] {
  if (total === 0) return []
  return [
    {
      key: 'disputed',
      title: healthWords.disputed(writeNumber(total)),
      note: healthWords.disputedNote,
      opensAt: '/registry/people?disputed=yes',
      tone: 'risk',
    },
  ]
}

/** Held events without proof or count. `isAll` = these are all of the year; else the latest of them. */
export function weakEvents(events: readonly EventLine[], year: number, isAll: boolean): readonly WorkItem[] {
  const noProof = events.filter(({ proof, proofFileId }) => proof === '' && proofFileId === null).length
  const notCounted = events.filter(({ counting }) => counting === 'not-counted').length
  const of = isAll ? `${year}年` : `${year}年最近 ${events.length} 场`
  const opensAt = `/activities?year=${year}&state=held`
  return [
    ...(noProof > 0
      ? [
          {
            key: 'no-proof',
            title: healthWords.noProof(writeNumber(noProof), of),
            note: healthWords.noProofNote,
            opensAt,
            tone: 'risk' as const,
          },
        ]
      : []),
    ...(notCounted > 0
      ? [
          {
            key: 'not-counted',
            title: healthWords.notCounted(writeNumber(notCounted)),
            note: healthWords.notCountedNote,
            opensAt,
          },
        ]
      : []),
  ]
}

/** Targets on which nothing stands: no record at all, or no room yet that could keep one. */
export function emptyTargets(board: Board): readonly WorkItem[] {
  const withTarget = board.lines.filter(({ target }) => target !== null)
  const noRows = withTarget.filter(({ rows }) => rows === 0)
  const notBuilt = withTarget.filter(({ progress }) => progress === 'room-not-built')
  const opensAt = `/plan?year=${board.year}`
  return [
    ...(noRows.length > 0
      ? [
          {
            key: 'no-rows',
            title: healthWords.noRows(noRows.map(({ indicator }) => indicator.name).join('、')),
            note: healthWords.noRowsNote,
            opensAt,
            tone: 'risk' as const,
          },
        ]
      : []),
    ...(notBuilt.length > 0
      ? [
          {
            key: 'not-built',
            title: healthWords.notBuilt(notBuilt.length),
            note: healthWords.notBuiltNote,
            opensAt: `${opensAt}&progress=room-not-built`,
          },
        ]
      : []),
  ]
}
