import type { FindingKind, ScreeningOverview } from '@dongzhou/contract/benefits'
import { Board, type BoardCell, type BoardRow } from '../kit/board.tsx'
import { EmptyState } from '../kit/drawn-state.tsx'
import { writeCount, writeNumber } from '../kit/format.ts'
import { benefitsAmong, countsByTown, type TownCounts } from './screening-ask.ts'
import { screeningWords } from './screening-words.ts'

interface BoardProps {
  readonly overview: ScreeningOverview
  readonly kind: FindingKind | undefined
}

/** 分布: towns by benefits; each figure opens its lines. */
export function ScreeningBoard({ overview, kind }: BoardProps) {
  const towns = countsByTown(overview.counts, kind)
  const benefits = benefitsAmong(overview.counts, towns)
  if (towns.length === 0)
    return (
      <section className="card">
        <EmptyState title={screeningWords.nothingThere} />
      </section>
    )
  const columns = [
    { key: 'sum', title: screeningWords.sum, isNumber: true },
    ...benefits.map(({ code, name }) => ({ key: code, title: name, isNumber: true })),
  ]
  const whole: TownCounts = {
    code: '',
    name: screeningWords.whole,
    byBenefit: new Map(benefits.map(({ code, sum }) => [code, sum])),
    sum: towns.reduce((sum, town) => sum + town.sum, 0),
  }
  const row = (town: TownCounts): BoardRow => ({
    key: town.code,
    title: town.name,
    cells: Object.fromEntries([
      ['sum', cellOf(town, { code: '', name: screeningWords.sum, count: town.sum, kind })],
      ...benefits.map(({ code, name }) => [
        code,
        cellOf(town, { code, name, count: town.byBenefit.get(code) ?? 0, kind }),
      ]),
    ]),
  })
  return (
    <div className="stack screening-board">
      <Board
        caption={screeningWords.boardCaption}
        rowTitle={screeningWords.town}
        columns={columns}
        rows={[whole, ...towns].map(row)}
      />
      <p className="small quiet">{screeningWords.boardNote}</p>
    </div>
  )
}

interface CellMatter {
  readonly code: string
  readonly name: string
  readonly count: number
  readonly kind: FindingKind | undefined
}

function cellOf(town: TownCounts, { code, name, count, kind }: CellMatter): BoardCell | undefined {
  if (count === 0) return undefined
  const say = screeningWords.cell(town.name, name, writeCount(count, '条'))
  // What lies in the county itself has the county's code, under which the list would hold every town.
  if (town.code.endsWith('000000')) return { text: writeNumber(count), say }
  const asked = { division: town.code, benefit: code, kind: kind ?? '' }
  const search = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ''))
  return { text: writeNumber(count), say, opensAt: `/benefits/screening?${search}` }
}
