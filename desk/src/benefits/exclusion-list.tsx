import type { ExclusionLine } from '@dongzhou/contract/benefits-rates'
import { EmptyState } from '../kit/drawn-state.tsx'
import type { Pair } from './exclusion-matrix.ts'
import { cellText } from './exclusion-matrix.ts'
import { exclusionWays, exclusionWords } from './exclusion-words.ts'
import { RateState } from './rate-state.tsx'

/** 清单: the same rows as sentences, by document. */
export function ExclusionList({
  rows,
  onOpen,
}: {
  readonly rows: readonly ExclusionLine[]
  readonly onOpen: (pair: Pair) => void
}) {
  if (rows.length === 0)
    return (
      <div className="card">
        <EmptyState title={exclusionWords.emptyTitle} say={exclusionWords.emptySay} />
      </div>
    )
  return (
    <>
      {[...Map.groupBy(rows, ({ document }) => document)].map(([document, own]) => (
        <section key={document} className="card exclusion-list">
          <div className="card-head">
            <h2>{document}</h2>
          </div>
          <ul>
            {own.map((row) => (
              <li key={row.id}>
                <button
                  type="button"
                  className="plain"
                  onClick={() => onOpen({ other: row.other, benefit: row.benefit })}
                >
                  <span className={`exclusion-mark is-${row.way}`}>{exclusionWays[row.way].short}</span>
                  <span className="exclusion-say">{cellText(row)}</span>
                  <RateState row={row} />
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
