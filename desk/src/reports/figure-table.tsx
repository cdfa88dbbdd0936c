import { writePeriod } from '../kit/format.ts'
import type { ReportNumber } from './report-numbers.ts'
import { appendixWords } from './words.ts'

interface FigureTableProps {
  readonly numbers: readonly ReportNumber[]
  readonly chosen: string | undefined
  readonly onChoose: (id: string) => void
}

/** 数据来源一览表: every number of the report, as it stands behind the paper. */
export function FigureTable({ numbers, chosen, onChoose }: FigureTableProps) {
  return (
    <table className="report-figures">
      <thead>
        <tr>
          <th scope="col">{appendixWords.number}</th>
          <th scope="col">{appendixWords.name}</th>
          <th scope="col">{appendixWords.query}</th>
          <th scope="col">{appendixWords.span}</th>
          <th scope="col" className="number">
            {appendixWords.value}
          </th>
          <th scope="col" className="number">
            {appendixWords.rows}
          </th>
        </tr>
      </thead>
      <tbody>
        {numbers.map((number) => (
          <tr key={number.id} className={number.id === chosen ? 'is-chosen' : undefined}>
            <td>{number.number}</td>
            <td>
              <button type="button" className="report-plain-button" onClick={() => onChoose(number.id)}>
                {number.name}
              </button>
            </td>
            <td>{number.query}</td>
            <td>{number.from === undefined ? '' : writePeriod(number.from, number.cutOff)}</td>
            <td className="number">{number.exact}</td>
            <td className="number">{number.rows ?? ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
