import { type Benefit, benefits } from '@dongzhou/terms/benefit'
import type { Pair } from './exclusion-matrix.ts'
import { benefitOrder, cellText, type Matrix, type MatrixCell } from './exclusion-matrix.ts'
import { exclusionWays, exclusionWords } from './exclusion-words.ts'

interface GridProps {
  readonly matrix: Matrix
  readonly onOpen: (pair: Pair) => void
  /** An empty cell starts a new row; missing for those who may not. */
  readonly onPropose: ((pair: Pair) => void) | undefined
}

/** 矩阵: what somebody draws already on the left, the other benefit above. */
export function ExclusionGrid(props: GridProps) {
  return (
    <div className="card exclusion-grid">
      <table>
        <caption className="unseen">{exclusionWords.caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="exclusion-corner">
              <span className="small">{exclusionWords.cornerThen} →</span>
              <span className="small">{exclusionWords.corner} ↓</span>
            </th>
            {benefitOrder.map((benefit) => (
              <th key={benefit} scope="col">
                <span className="exclusion-head">{benefits[benefit]}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {benefitOrder.map((other) => (
            <tr key={other}>
              <th scope="row">{benefits[other]}</th>
              {benefitOrder.map((benefit) => (
                <td key={benefit} className={other === benefit ? 'is-self' : ''}>
                  {other !== benefit && <Cell {...props} other={other} benefit={benefit} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cell({
  matrix,
  onOpen,
  onPropose,
  other,
  benefit,
}: GridProps & { readonly other: Benefit; readonly benefit: Benefit }) {
  const cell = matrix.get(other)?.get(benefit)
  if (cell) return <Filled cell={cell} onOpen={() => onOpen({ other, benefit })} />
  if (!onPropose) return null
  const say = exclusionWords.emptyCell(benefits[other], benefits[benefit])
  return (
    <button
      type="button"
      className="plain exclusion-cell is-empty"
      // Three hundred empty cells are no tab stops: the button above the matrix starts the same.
      tabIndex={-1}
      title={say}
      aria-label={say}
      onClick={() => onPropose({ other, benefit })}
    />
  )
}

function Filled({ cell: { counts, waiting }, onOpen }: { readonly cell: MatrixCell; readonly onOpen: () => void }) {
  const row = counts ?? waiting
  if (!row) return null
  const say = `${cellText(row)}，${row.document}${waiting ? `，${exclusionWords.waits}` : ''}`
  return (
    <button type="button" className="plain exclusion-cell" title={say} aria-label={say} onClick={onOpen}>
      <span className={`exclusion-mark is-${row.way}${row.state === 'sample' ? ' is-sample' : ''}`}>
        {exclusionWays[row.way].short}
      </span>
      {waiting && <span className="exclusion-waits risk">{exclusionWords.waits}</span>}
    </button>
  )
}
