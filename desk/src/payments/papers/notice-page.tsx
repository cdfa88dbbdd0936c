import type { NoticeLine } from '@dongzhou/contract/payments-money'
import type { RunView } from '@dongzhou/contract/payments-views'
import { fen, yuanText } from '@dongzhou/terms/fen'
import { writeMonth } from '../../benefits/entitlement-month.ts'
import { writeDay } from '../../kit/format.ts'
import { Loaded } from '../../kit/loaded.tsx'
import { Paper, PaperText } from '../../kit/paper.tsx'
import { useMe } from '../../session/use-session.ts'
import { paperWords } from './paper-words.ts'
import { SheetPage } from './sheet-page.tsx'
import { useNoticeSheet } from './use-sheets.ts'

/** 公示: who was paid, with names and numbers masked by rule. */
export function NoticePage() {
  return (
    <SheetPage title={paperWords.noticeTitle} help={paperWords.noticeHelp}>
      {(run, division) => <Notice run={run} division={division} />}
    </SheetPage>
  )
}

function Notice({ run, division }: { readonly run: RunView; readonly division: string | undefined }) {
  const rows = useNoticeSheet({ runId: run.id, division })
  return (
    <Loaded query={rows} rows={14} isEmpty={(all) => all.length === 0} empty={{ title: paperWords.none }}>
      {(all) => <NoticePaper run={run} rows={all} />}
    </Loaded>
  )
}

function NoticePaper({ run, rows }: { readonly run: RunView; readonly rows: readonly NoticeLine[] }) {
  const { bureau, today } = useMe()
  return (
    <Paper>
      <PaperText as="title">{paperWords.notice(run.title)}</PaperText>
      {run.isSample && (
        <p className="pay-paper-note">
          <strong>{paperWords.sample}</strong>
        </p>
      )}
      <PaperText as="text">{paperWords.noticeSay(writeMonth(run.month))}</PaperText>
      <table className="pay-sheet">
        <thead>
          <tr>
            <th scope="col">{paperWords.number}</th>
            <th scope="col">{paperWords.village}</th>
            <th scope="col">{paperWords.name}</th>
            <th scope="col">{paperWords.idNumber}</th>
            <th scope="col">{paperWords.benefits}</th>
            <th scope="col">{`${paperWords.amount}${paperWords.yuan}`}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a masked line has no identity, and the paper never moves
            <tr key={at}>
              <td className="number">{at + 1}</td>
              <td>{row.division.name}</td>
              <td className="pay-nowrap">{row.name}</td>
              <td className="pay-nowrap">{row.idNumber}</td>
              <td>{row.benefits}</td>
              <td className="number">{yuanText(fen(row.amount))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <PaperText as="sign">{bureau.name}</PaperText>
      <PaperText as="sign">{writeDay(today)}</PaperText>
    </Paper>
  )
}
