import { Fragment } from 'react'
import { writeDay } from '../../kit/format.ts'
import { Paper, PaperText } from '../../kit/paper.tsx'
import { useMe } from '../../session/use-session.ts'
import { PaperSigns } from './paper-signs.tsx'
import { paperWords } from './paper-words.ts'
import type { ReceiptRow } from './receipt-rows.ts'
import { receiptWords } from './receipt-words.ts'
import { groupByTown, groupByVillage, inTown, type Placed } from './sheet-groups.ts'

interface ReceiptPaperProps<Row> {
  readonly title: string
  readonly whatTitle: string
  readonly rows: readonly Row[]
  readonly towns: readonly Placed['division'][]
  /** What the rows come to: 12 人，2,400.00 元. */
  readonly sumOf: (rows: readonly Row[]) => string
  /** What ties the paper to the list or to the records. */
  readonly proof: React.ReactNode
  readonly isSample: boolean
}

/** 签收单: town by town on sheets of their own, village by village, with room for a signature or a fingerprint. */
export function ReceiptPaper<Row extends ReceiptRow>(props: ReceiptPaperProps<Row>) {
  const { title, rows, towns, sumOf } = props
  const groups = groupByTown(rows, towns)
  return (
    <Paper>
      {groups.map(({ town, rows: ofTown }) => (
        <section key={town} className="pay-receipt">
          <PaperText as="title">{title}</PaperText>
          <ReceiptHead {...props} town={town} />
          <table className="pay-sheet pay-receipt-sheet">
            <TableHead {...props} />
            <tbody>
              {groupByVillage(ofTown).map(({ village, first, rows: ofVillage }) => (
                <Fragment key={ofVillage[0]?.key}>
                  {ofVillage.map((row, at) => (
                    <Line key={row.key} row={row} town={town} number={first + at} />
                  ))}
                  {ofVillage.length > 1 && (
                    <tr className="is-sum">
                      <td colSpan={7}>{receiptWords.subtotal(inTown(village, town), sumOf(ofVillage))}</td>
                    </tr>
                  )}
                </Fragment>
              ))}
              <tr className="is-sum">
                <td colSpan={7}>{receiptWords.total(town, sumOf(ofTown))}</td>
              </tr>
            </tbody>
          </table>
          <p className="pay-paper-note">{receiptWords.rule}</p>
          <PaperSigns signs={receiptWords.signs} />
        </section>
      ))}
    </Paper>
  )
}

function ReceiptHead<Row>({ town, proof, isSample }: ReceiptPaperProps<Row> & { readonly town: string }) {
  const { bureau, today } = useMe()
  return (
    <p className="pay-paper-note">
      {paperWords.unit(bureau.name)}　{receiptWords.town(town)}　{paperWords.printed(writeDay(today))}
      <br />
      {isSample && (
        <>
          <strong>{paperWords.sample}</strong>
          <br />
        </>
      )}
      {proof}
    </p>
  )
}

function TableHead<Row>({ whatTitle }: ReceiptPaperProps<Row>) {
  return (
    <thead>
      <tr>
        <th scope="col">{paperWords.number}</th>
        <th scope="col">{paperWords.village}</th>
        <th scope="col">{paperWords.name}</th>
        <th scope="col">{whatTitle}</th>
        <th scope="col">{receiptWords.sign}</th>
        <th scope="col">{receiptWords.day}</th>
        <th scope="col">{receiptWords.payee}</th>
      </tr>
    </thead>
  )
}

interface LineProps {
  readonly row: ReceiptRow
  readonly town: string
  readonly number: number
}

function Line({ row, town, number }: LineProps) {
  return (
    <tr>
      <td className="number">{number}</td>
      <td>{inTown(row.division.name, town)}</td>
      <td className="pay-receipt-name">
        {row.name}
        {row.record !== undefined && <span className="pay-receipt-record">{receiptWords.record(row.record)}</span>}
      </td>
      <td className="number">{row.what}</td>
      <td className="pay-receipt-sign" />
      <td className="pay-receipt-day" />
      <td>{row.payee ?? ''}</td>
    </tr>
  )
}
