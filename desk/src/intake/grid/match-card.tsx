import type { MatchView, SheetView, StagedRow } from '@dongzhou/contract/intake'
import { Button } from 'antd'
import { nothing } from '../../kit/format.ts'
import { PageLink } from '../../kit/navigation.tsx'
import { waitsForDecision } from './complaint-walk.ts'
import { bandWords, matchWords } from './grid-words.ts'

export type Decide = (personId: number, decided: 'same' | 'different') => void

interface MatchCardProps {
  readonly row: StagedRow
  readonly sheet: SheetView
  readonly isMutable: boolean
  readonly isBusy: boolean
  readonly onDecide: Decide
}

/** 认人: who on file the row may speak of, side by side with the row, and why. */
export function MatchCard({ row, sheet, isMutable, isBusy, onDecide }: MatchCardProps) {
  const isAsked = waitsForDecision(row)
  return (
    <section className={isAsked ? 'grid-matches is-asked' : 'grid-matches'}>
      <h3>{matchWords.title}</h3>
      {row.matches.map((match) => (
        <Match
          key={match.personId}
          match={match}
          row={row}
          sheet={sheet}
          isMutable={isMutable}
          isBusy={isBusy}
          onDecide={onDecide}
        />
      ))}
    </section>
  )
}

interface MatchProps extends MatchCardProps {
  readonly match: MatchView
}

function Match({ match, row, sheet, isMutable, isBusy, onDecide }: MatchProps) {
  const { personId, decided } = match
  return (
    <div className="grid-match">
      <table className="beside">
        <thead>
          <tr>
            <td />
            <th scope="col">{matchWords.onSheet}</th>
            <th scope="col">
              <PageLink to={`/registry/people/${personId}`}>{matchWords.onFile}</PageLink>
            </th>
          </tr>
        </thead>
        <tbody>
          <Beside label={matchWords.name} sheet={textOf(row, sheet, 'name')} file={match.personName} />
          <Beside label={matchWords.idNumber} sheet={textOf(row, sheet, 'idNumber')} file={match.idNumberMasked} />
          <Beside label={matchWords.division} sheet={textOf(row, sheet, 'division')} file={match.divisionName} />
        </tbody>
      </table>
      <p>
        <strong>{bandWords[match.band]}</strong>
        {match.reasons.length > 0 && `：${match.reasons.join('；')}`}
      </p>
      <p className="quiet small">{standing(match)}</p>
      {isMutable && (
        <div className="row">
          <Button
            size="small"
            type={decided === null ? 'primary' : 'default'}
            disabled={isBusy || decided === 'same'}
            onClick={() => onDecide(personId, 'same')}
          >
            {matchWords.same}
          </Button>
          <Button
            size="small"
            disabled={isBusy || decided === 'different'}
            onClick={() => onDecide(personId, 'different')}
          >
            {matchWords.different}
          </Button>
        </div>
      )}
    </div>
  )
}

function Beside({ label, sheet, file }: { readonly label: string; readonly sheet: string; readonly file: string }) {
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{sheet === '' ? nothing : sheet}</td>
      <td>{file === '' ? nothing : file}</td>
    </tr>
  )
}

/** What becomes of the match if nobody says anything more. */
function standing({ decided, band }: MatchView): string {
  if (decided === 'same') return matchWords.decidedSame
  if (decided === 'different') return matchWords.decidedDifferent
  if (band === 'same') return matchWords.certain
  return band === 'possible' ? matchWords.later : ''
}

/** What the row says in the column that is read as a field. */
export function textOf(row: StagedRow, sheet: SheetView, field: string): string {
  const column = sheet.columns.find((one) => one.field === field)
  return (column && row.cells[column.index]) ?? ''
}
