import type { LaterFactLine, MergeLine } from '@dongzhou/contract/linkage'
import { Radio } from 'antd'
import { writeInstant } from '../../kit/format.ts'
import { unmergeWords } from '../words.ts'
import { type Decisions, sideOf } from './unmerge-draft.ts'

interface LaterFactsProps {
  readonly merge: MergeLine
  readonly later: readonly LaterFactLine[]
  readonly decisions: Decisions
  readonly onDecide: (decisions: Decisions) => void
}

/** What came on file after the merge, line by line: whose is it? */
export function LaterFacts({ merge, later, decisions, onDecide }: LaterFactsProps) {
  const names = namesOf(merge)
  return (
    <div className="stack">
      <p className="quiet">{unmergeWords.laterSay}</p>
      <div className="scroll-across">
        <table className="compare-kinds">
          <thead>
            <tr>
              <th scope="col">{unmergeWords.fact}</th>
              <th scope="col">{unmergeWords.source}</th>
              <th scope="col">{unmergeWords.belongs}</th>
            </tr>
          </thead>
          <tbody>
            {later.map((line) => {
              const side = sideOf(line, decisions)
              return (
                <tr key={line.fact.id} className={side === undefined ? 'is-differs' : undefined}>
                  <th scope="row">
                    {line.fact.kindName} {line.fact.text}
                    {side === undefined && <span className="late small"> {unmergeWords.mustDecide}</span>}
                    {line.say !== null && <span className="quiet small compare-standing">{line.say}</span>}
                  </th>
                  <td>
                    {line.fact.source}
                    <span className="quiet small compare-standing">{writeInstant(line.fact.recordedAt)}</span>
                  </td>
                  <td>
                    <Radio.Group
                      aria-label={`${line.fact.kindName}：${unmergeWords.belongs}`}
                      value={side}
                      options={[
                        { value: 'kept', label: names.kept },
                        { value: 'dropped', label: names.dropped },
                      ]}
                      onChange={(event) => onDecide({ ...decisions, [line.fact.id]: event.target.value })}
                    />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </div>
  )
}

/** Two of one name are told apart by what becomes of their files. */
function namesOf({ keptName, droppedName }: MergeLine) {
  if (keptName !== droppedName) return { kept: keptName, dropped: droppedName }
  return { kept: `${keptName}${unmergeWords.asKept}`, dropped: `${droppedName}${unmergeWords.asDropped}` }
}
