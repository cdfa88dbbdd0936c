import type { Board as BoardData } from '@dongzhou/contract/plan'
import { Segmented, Select } from 'antd'
import { useState } from 'react'
import { EmptyState } from '../kit/drawn-state.tsx'
import { writeDay } from '../kit/format.ts'
import { HelpLines } from '../kit/help-lines.tsx'
import { Loaded } from '../kit/loaded.tsx'
import { PageLink, useLedgerAsk } from '../kit/navigation.tsx'
import { PageTitle } from '../kit/page-title.tsx'
import { withFilter } from '../kit/search-params.ts'
import { useMe } from '../session/use-session.ts'
import { BoardWithoutTargets, BoardWithTargets } from './board-rows.tsx'
import { CloseDialog } from './close-dialog.tsx'
import { NotBuilt } from './not-built.tsx'
import './plan.css'
import { findProgress, partsOfBoard, yearOf } from './progress.ts'
import { useBoard } from './use-plan.ts'
import { boardWords, progressNames } from './words.ts'

/** 年度计划: every indicator of a year against its target, what is late first. */
export function BoardPage() {
  const { today } = useMe()
  const [ask, setAsk] = useLedgerAsk()
  const { year: yearText } = ask.filters
  const year = yearOf(yearText?.[0], today)
  const board = useBoard(year)
  const [isClosing, setClosing] = useState(false)
  const thisYear = yearOf(undefined, today)
  const years = [...new Set([thisYear - 1, thisYear, year])].sort((one, other) => one - other)
  return (
    <>
      <PageTitle
        title={boardWords.yearTitle(year)}
        note={board.data && boardWords.note(writeDay(board.data.asOf))}
        help={<HelpLines lines={boardWords.help} />}
        actions={
          <Segmented
            aria-label={boardWords.year}
            value={year}
            options={years.map((one) => ({ value: one, label: `${one}年` }))}
            onChange={(next) => setAsk(withFilter(ask, 'year', [String(next)]))}
          />
        }
        {...(board.data?.may.close ? { primary: { label: boardWords.close, onClick: () => setClosing(true) } } : {})}
      />
      <Loaded query={board} rows={14}>
        {(it) => <BoardBody board={it} />}
      </Loaded>
      <CloseDialog isOpen={isClosing} year={year} onClose={() => setClosing(false)} />
    </>
  )
}

function BoardBody({ board }: { readonly board: BoardData }) {
  const { today } = useMe()
  const [ask] = useLedgerAsk()
  const { progress, programme } = ask.filters
  const wishes = { progress: findProgress(progress?.[0]), programme: programme?.[0] }
  const { withTarget, withoutTarget, notBuilt } = partsOfBoard(board.lines, wishes)
  const isEmpty = withTarget.length + withoutTarget.length + notBuilt.length === 0
  return (
    <div className="stack">
      <BoardFilters board={board} />
      {!board.hasPlan && <NoPlan board={board} />}
      {isEmpty && <EmptyState title={boardWords.noneUnder} />}
      {withTarget.length > 0 && <BoardWithTargets lines={withTarget} board={board} today={today} />}
      {withoutTarget.length > 0 && <BoardWithoutTargets lines={withoutTarget} board={board} />}
      {notBuilt.length > 0 && <NotBuilt lines={notBuilt} />}
    </div>
  )
}

/** Which progress and which programme: kept in the address. */
function BoardFilters({ board }: { readonly board: BoardData }) {
  const [ask, setAsk] = useLedgerAsk()
  const { progress, programme } = ask.filters
  const programmes = new Map(board.lines.map(({ indicator }) => [indicator.programme.code, indicator.programme.name]))
  const states = Object.entries(progressNames)
    .map(([value, label]) => ({ value, label, count: board.counts[findProgress(value) ?? 'late'] ?? 0 }))
    .filter(({ count }) => count > 0)
  return (
    <div className="row plan-filters no-print">
      <div className="scroll-across">
        <Segmented
          aria-label={boardWords.progress}
          value={findProgress(progress?.[0]) ?? ''}
          options={[
            { value: '', label: `${boardWords.all} ${board.lines.length}` },
            ...states.map(({ value, label, count }) => ({ value, label: `${label} ${count}` })),
          ]}
          onChange={(value) => setAsk(withFilter(ask, 'progress', value === '' ? [] : [String(value)]))}
        />
      </div>
      <Select
        aria-label={boardWords.programme}
        className="plan-programme"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={boardWords.programmeAll}
        value={programme?.[0] ?? null}
        options={[...programmes].map(([value, label]) => ({ value, label }))}
        onChange={(value: string | undefined) =>
          setAsk(withFilter(ask, 'programme', value === undefined ? [] : [value]))
        }
      />
    </div>
  )
}

function NoPlan({ board }: { readonly board: BoardData }) {
  return (
    <p className="plan-say card">
      {boardWords.noPlan(board.year)}{' '}
      <PageLink to={`/plan?year=${board.year - 1}`}>{boardWords.seePlan(board.year - 1)}</PageLink>
    </p>
  )
}
