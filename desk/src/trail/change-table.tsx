import type { TrailLine } from '@dongzhou/contract/platform'
import { Button } from 'antd'
import { nothing, writeInstant } from '../kit/format.ts'
import { FactList } from '../kit/record-page.tsx'
import { type ChangeLine, changeLines } from './change-lines.ts'
import { trailWords } from './words.ts'

interface ChangeTableProps {
  readonly line: TrailLine
  readonly subject: string
  readonly actor: string
  readonly divisionName: (code: string) => string
  readonly onOnlySubject: () => void
}

/** One row of the trail in full: who, whom, why, and what stood before and after. */
export function ChangeTable({ line, subject, actor, divisionName, onOnlySubject }: ChangeTableProps) {
  return (
    <div className="stack">
      <FactList
        facts={[
          { label: trailWords.at, value: writeInstant(line.at) },
          { label: trailWords.actor, value: actor },
          { label: trailWords.subject, value: subject },
          { label: trailWords.division, value: divisionName(line.division) },
          { label: trailWords.purpose, value: line.purpose ?? nothing },
        ]}
      />
      <Changes lines={changeLines(line.before, line.after, divisionName)} isChange={line.before !== null} />
      <div>
        <Button onClick={onOnlySubject}>{trailWords.onlySubject}</Button>
      </div>
    </div>
  )
}

function Changes({ lines, isChange }: { readonly lines: readonly ChangeLine[]; readonly isChange: boolean }) {
  if (lines.length === 0) return <p className="quiet">{trailWords.noChange}</p>
  // Nothing stood there before: one column says it all.
  if (!isChange) return <FactList facts={lines.map(({ label, after }) => ({ label, value: after }))} />
  return (
    <table className="changes">
      <thead>
        <tr>
          <th scope="col">{trailWords.item}</th>
          <th scope="col">{trailWords.before}</th>
          <th scope="col">{trailWords.after}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.key} className={line.isChanged ? 'is-changed' : 'quiet'}>
            <th scope="row">{line.label}</th>
            <td>{line.before}</td>
            <td>{line.after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
