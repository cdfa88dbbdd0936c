import type { RateTable } from '@dongzhou/contract/benefits-rates'
import { jurisdictions, rateKinds } from '@dongzhou/terms/rate'
import { rateKeyName } from '@dongzhou/terms/rate-words'
import { Checkbox } from 'antd'
import { useState } from 'react'
import { writeDay } from '../kit/format.ts'
import { countsOf, foundText } from './rate-complaints.ts'
import { importWords } from './rate-form-words.ts'
import { type ImportRow, importRows } from './rate-import.ts'
import { valueText } from './rate-value.ts'
import { rateWords, weightWords } from './rate-words.ts'
import type { RateDraftSent } from './use-rates.ts'
import './rate-sheet.css'

/** The rows that were read, each with what was said about its cells, by the names Excel gives them. */
export function ImportTable({ table }: { readonly table: RateTable }) {
  const [isOnly, setOnly] = useState(false)
  const all = importRows(table)
  const rows = isOnly ? all.filter(({ complaints }) => complaints.length > 0) : all
  const counts = countsOf(table.complaints)
  return (
    <div className="card rate-sheet">
      <div className="card-head">
        <h2>{importWords.read(table.sheet, table.rows.length)}</h2>
        <span className="row">
          <span className={counts.refused > 0 ? 'late' : 'quiet'}>{foundText(counts)}</span>
          {table.complaints.length > 0 && (
            <Checkbox checked={isOnly} onChange={(event) => setOnly(event.target.checked)}>
              {importWords.only}
            </Checkbox>
          )}
        </span>
      </div>
      <table>
        <thead>
          <tr>
            {[importWords.row, rateWords.kind, rateWords.key, rateWords.jurisdiction].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
            <th scope="col" className="rate-before">
              {rateWords.value}
            </th>
            <th scope="col">{rateWords.validFrom}</th>
            <th scope="col">{rateWords.document}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <SheetLine key={row.number} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function SheetLine({ row: { number, draft, complaints } }: { readonly row: ImportRow }) {
  return (
    <>
      <tr className={complaints.length > 0 ? 'has-complaints' : ''}>
        <th scope="row" className="quiet">
          {number}
        </th>
        {draft === undefined ? (
          <td colSpan={6} className="late">
            {importWords.unread}
          </td>
        ) : (
          <DraftCells draft={draft} />
        )}
      </tr>
      {complaints.length > 0 && (
        <tr>
          <td />
          <td colSpan={6} className="rate-says">
            <ul className="rate-complaints">
              {complaints.map(({ cell, weight, say }) => (
                <li key={`${cell} ${say}`} className={`is-${weight}`}>
                  <strong>{cell}</strong> <span className="small">{weightWords[weight]}</span> {say}
                </li>
              ))}
            </ul>
          </td>
        </tr>
      )}
    </>
  )
}

function DraftCells({ draft }: { readonly draft: RateDraftSent }) {
  const { kind, key = '', unit, value, choice } = draft
  return (
    <>
      <td>{rateKinds[kind].name}</td>
      <td>{rateKeyName(kind, key)}</td>
      <td>{jurisdictions[draft.jurisdiction]}</td>
      <td className="rate-before">{valueText({ kind, unit, value, choice: choice ?? null })}</td>
      <td className="rate-day">{writeDay(draft.validFrom)}</td>
      <td className="rate-document" title={draft.document}>
        {draft.document}
      </td>
    </>
  )
}
