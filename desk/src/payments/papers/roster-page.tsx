import type { RunView, TransferView } from '@dongzhou/contract/payments-views'
import { fen, yuanText } from '@dongzhou/terms/fen'
import { Fragment } from 'react'
import { writeDay } from '../../kit/format.ts'
import { Loaded } from '../../kit/loaded.tsx'
import { Paper, PaperText } from '../../kit/paper.tsx'
import { useMe } from '../../session/use-session.ts'
import { PaperSigns } from './paper-signs.tsx'
import { paperWords } from './paper-words.ts'
import { groupByTown, inVillages, sumOf } from './sheet-groups.ts'
import { SheetPage } from './sheet-page.tsx'
import { useRosterSheet } from './use-sheets.ts'

/** 花名册: the paper that is signed, with subtotals by town and the digest of the list. */
export function RosterPage() {
  return (
    <SheetPage title={paperWords.rosterTitle} help={paperWords.rosterHelp}>
      {(run, division) => <Roster run={run} division={division} />}
    </SheetPage>
  )
}

function Roster({ run, division }: { readonly run: RunView; readonly division: string | undefined }) {
  const rows = useRosterSheet({ runId: run.id, division })
  return (
    <Loaded query={rows} rows={14} isEmpty={(all) => all.length === 0} empty={{ title: paperWords.none }}>
      {(all) => <RosterPaper run={run} rows={all} />}
    </Loaded>
  )
}

function RosterPaper({ run, rows }: { readonly run: RunView; readonly rows: readonly TransferView[] }) {
  const { bureau, today } = useMe()
  const towns = groupByTown(
    inVillages(rows),
    run.byDivision.map(({ division }) => division),
  )
  return (
    <Paper>
      <PaperText as="title">{paperWords.roster(run.title)}</PaperText>
      <p className="pay-paper-note">
        {paperWords.unit(bureau.name)}　{paperWords.printed(writeDay(today))}
        <br />
        {run.isSample && (
          <>
            <strong>{paperWords.sample}</strong>
            <br />
          </>
        )}
        {paperWords.digest}：<span className="pay-digest">{run.digest}</span>
      </p>
      <table className="pay-sheet">
        <RosterHead />
        <tbody>
          {towns.map(({ town, rows: some }) => (
            <Fragment key={town}>
              {some.map((row, at) => (
                <RosterRow key={row.id} row={row} number={at + 1} />
              ))}
              <SumRow label={paperWords.subtotal(town, some.length)} rows={some} />
            </Fragment>
          ))}
          {towns.length > 1 && <SumRow label={paperWords.total(rows.length)} rows={rows} />}
        </tbody>
      </table>
      <PaperSigns signs={paperWords.signs} />
    </Paper>
  )
}

function RosterHead() {
  const { yuan } = paperWords
  return (
    <thead>
      <tr>
        <th scope="col">{paperWords.number}</th>
        <th scope="col">{paperWords.name}</th>
        <th scope="col">{paperWords.village}</th>
        <th scope="col">{`${paperWords.gross}${yuan}`}</th>
        <th scope="col">{`${paperWords.less}${yuan}`}</th>
        <th scope="col">{`${paperWords.amount}${yuan}`}</th>
        <th scope="col">{paperWords.account}</th>
        <th scope="col">{paperWords.note}</th>
      </tr>
    </thead>
  )
}

const lessOf = ({ offset, withheld }: TransferView) => Math.abs(offset) + Math.abs(withheld)

function RosterRow({ row, number }: { readonly row: TransferView; readonly number: number }) {
  const less = lessOf(row)
  return (
    <tr>
      <td className="number">{number}</td>
      <td className="pay-nowrap">{row.name}</td>
      <td>{row.division.name}</td>
      <td className="number">{yuanText(fen(row.gross))}</td>
      <td className="number">{less === 0 ? '' : yuanText(fen(less))}</td>
      <td className="number">{yuanText(fen(row.amount))}</td>
      <td>
        {row.bank} <span className="pay-nowrap">{row.accountMasked}</span>
      </td>
      <td>{row.heldBecause === null ? '' : paperWords.held}</td>
    </tr>
  )
}

function SumRow({ label, rows }: { readonly label: string; readonly rows: readonly TransferView[] }) {
  const less = sumOf(rows, lessOf)
  return (
    <tr className="is-sum">
      <td colSpan={3}>{label}</td>
      <td className="number">{yuanText(fen(sumOf(rows, ({ gross }) => gross)))}</td>
      <td className="number">{less === 0 ? '' : yuanText(fen(less))}</td>
      <td className="number">{yuanText(fen(sumOf(rows, ({ amount }) => amount)))}</td>
      <td colSpan={2} />
    </tr>
  )
}
