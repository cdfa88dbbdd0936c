import type { FindingLine } from '@dongzhou/contract/benefits'
import { Button, Tag } from 'antd'
import { ApplyLink } from '../casework/apply-link.tsx'
import { nothing, writeDay, writeMoney } from '../kit/format.ts'
import type { LedgerColumn, LedgerSummary } from '../kit/ledger-types.ts'
import { PageLink } from '../kit/navigation.tsx'
import { FactList } from '../kit/record-page.tsx'
import { columnWidths } from '../kit/theme.ts'
import { SampleNote } from './entitlement-sample.tsx'
import { Verdict } from './entitlement-verdict.tsx'
import { personColumns, personFacts } from './recipients-columns.tsx'
import { findingAddress, pointOf, sinceText } from './screening-ask.ts'
import { ReopenButton } from './screening-dismiss-dialog.tsx'
import { dismissWords, findingKinds, screeningWords } from './screening-words.ts'

/** Columns of the work list. */
export const findingColumns: readonly LedgerColumn<FindingLine>[] = [
  ...personColumns<FindingLine>(),
  {
    key: 'kind',
    title: screeningWords.kind,
    width: columnWidths.name,
    render: (finding) => <KindTag finding={finding} />,
  },
  {
    key: 'benefit',
    title: screeningWords.benefit,
    width: columnWidths.identity,
    render: ({ benefitName }) => <span title={benefitName}>{benefitName}</span>,
  },
  {
    key: 'point',
    title: screeningWords.point,
    width: columnWidths.text,
    render: (finding) => <span title={pointOf(finding)}>{pointOf(finding)}</span>,
  },
  {
    key: 'amount',
    title: screeningWords.amount,
    width: columnWidths.money,
    isNumber: true,
    render: amountText,
  },
  {
    key: 'since',
    title: screeningWords.since,
    width: columnWidths.name,
    isOptional: true,
    render: sinceText,
  },
  {
    key: 'dismissed',
    title: dismissWords.until,
    width: columnWidths.day,
    isOptional: true,
    render: ({ dismissed }) => (dismissed === null ? nothing : writeDay(dismissed.until)),
  },
]

/** What the drawer says of a line, and what can be done with it; `onDismiss` is missing for those who only read. */
export function findingSummary(onDismiss: ((finding: FindingLine) => void) | undefined): LedgerSummary<FindingLine> {
  return {
    title: ({ person }) => person.name,
    opensAt: findingAddress,
    body: (finding) => <FindingSummary finding={finding} onDismiss={onDismiss} />,
  }
}

interface SummaryProps {
  readonly finding: FindingLine
  readonly onDismiss: ((finding: FindingLine) => void) | undefined
}

function FindingSummary({ finding, onDismiss }: SummaryProps) {
  const { person, verdict, dismissed, draft } = finding
  return (
    <div className="stack">
      {finding.isOutdated && <p className="old-answer risk">{screeningWords.outdated}</p>}
      {dismissed !== null && <Dismissed dismissed={dismissed} />}
      <FactList
        facts={[
          { label: screeningWords.benefit, value: finding.benefitName },
          { label: screeningWords.kind, value: <KindTag finding={finding} /> },
          { label: screeningWords.since, value: sinceText(finding) },
          { label: screeningWords.amount, value: amountText(finding) },
          ...personFacts(person),
        ]}
      />
      <div className="row">
        {draft !== null && <PageLink to={findingAddress(finding)}>{screeningWords.application}</PageLink>}
        <PageLink to={`/benefits/people/${person.id}`}>{screeningWords.timeline}</PageLink>
        <ApplyLink benefit={finding.benefit} personId={person.id} isOpen={draft !== null} />
        {onDismiss &&
          (dismissed === null ? (
            <Button size="small" onClick={() => onDismiss(finding)}>
              {dismissWords.verb}
            </Button>
          ) : (
            <ReopenButton finding={finding} />
          ))}
      </div>
      <section className="card">
        <div className="card-body stack">
          <Verdict verdict={verdict} personId={person.id} isConditions={draft !== null} />
        </div>
      </section>
      {draft !== null && draft.fields.length > 0 && (
        <section className="card">
          <div className="card-head">
            <h2>{screeningWords.draft}</h2>
          </div>
          <div className="card-body">
            <FactList facts={draft.fields.map(({ label, text }) => ({ label, value: text }))} />
          </div>
        </section>
      )}
      <SampleNote isShort />
    </div>
  )
}

function Dismissed({ dismissed }: { readonly dismissed: NonNullable<FindingLine['dismissed']> }) {
  const { until, by, at, because } = dismissed
  return (
    <p className="screening-dismissed">
      <strong>{screeningWords.dismissed(writeDay(until))}</strong>
      <span className="small quiet">{screeningWords.dismissedSay(by, writeDay(at), because)}</span>
    </p>
  )
}

/** What kind of line it is, as a word in its colour; a line put aside says so. */
function KindTag({ finding: { kind, dismissed } }: { readonly finding: FindingLine }) {
  return (
    <Tag
      className={`finding-tag is-${kind}`}
      title={dismissed === null ? findingKinds[kind] : screeningWords.dismissed(writeDay(dismissed.until))}
    >
      {findingKinds[kind]}
    </Tag>
  )
}

function amountText({ amount }: FindingLine): React.ReactNode {
  if (amount === 0) return <span className="quiet">{nothing}</span>
  return amount === null ? <span className="quiet">{screeningWords.amountUnknown}</span> : writeMoney(amount)
}
