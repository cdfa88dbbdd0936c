import { Button, Pagination } from 'antd'
import { writeNumber } from '../../kit/format.ts'
import { stopNumber } from './complaint-walk.ts'
import { GRID_ROWS, type GridAsk } from './grid-ask.ts'
import { gridWords } from './grid-words.ts'
import type { Walk } from './use-walk.ts'

/** Over the rows: to the next and the previous place, where one is, and the keys. */
export function WalkBar({ ask, walk }: { readonly ask: GridAsk; readonly walk: Walk }) {
  const number = stopNumber(walk.stops, walk.at)
  const of = walk.stops.length
  const isDeciding = ask.view.show === 'to-decide'
  return (
    <div className="grid-walk no-print">
      <span className="row">
        <Button size="small" onClick={() => walk.go('previous')}>
          {gridWords.previous}
        </Button>
        <Button size="small" type="primary" onClick={() => walk.go('next')}>
          {gridWords.next}
        </Button>
        <span aria-live="polite">{number === undefined ? gridWords.stops(of) : gridWords.at(number, of)}</span>
      </span>
      <span className="quiet small grid-keys">{isDeciding ? gridWords.keysDecide : gridWords.keys}</span>
    </div>
  )
}

interface PagerProps {
  readonly page: number
  readonly size?: number
  readonly total: number
  readonly onPage: (page: number) => void
}

/** Under the rows: how many there are, and their pages. */
export function GridPager({ page, size = GRID_ROWS, total, onPage }: PagerProps) {
  return (
    <div className="grid-foot no-print">
      <span className="quiet small">{`共 ${writeNumber(total)} 行`}</span>
      <Pagination
        size="small"
        current={page}
        pageSize={size}
        total={total}
        showSizeChanger={false}
        showLessItems
        hideOnSinglePage
        onChange={onPage}
      />
    </div>
  )
}
