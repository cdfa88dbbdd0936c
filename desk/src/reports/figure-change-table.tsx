import type { FigureChange } from './figure-changes.ts'
import { compareWords } from './words.ts'

interface FigureChangeTableProps {
  readonly changes: readonly FigureChange[]
  /** The two cut-offs in words. */
  readonly before: string
  readonly after: string
}

/** Figures at two cut-offs beside each other. */
export function FigureChangeTable({ changes, before, after }: FigureChangeTableProps) {
  return (
    <div className="scroll-across">
      <table className="report-changes">
        <thead>
          <tr>
            <th scope="col">{compareWords.name}</th>
            <th scope="col" className="number">
              {before}
            </th>
            <th scope="col" className="number">
              {after}
            </th>
            <th scope="col" className="number">
              {compareWords.difference}
            </th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={change.id}>
              <th scope="row">{change.name}</th>
              <td className="number">{change.before}</td>
              <td className="number">{change.after}</td>
              <td className="number">{change.difference || compareWords.none}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
