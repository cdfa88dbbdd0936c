import type { PostedLineView, TransferView } from '@dongzhou/contract/payments-views'
import { Button } from 'antd'
import { useState } from 'react'
import { TrialAnswers } from '../benefits/entitlement-drawer.tsx'
import { writeMonth } from '../benefits/entitlement-month.ts'
import { useTrial } from '../benefits/use-entitlements.ts'
import { writeInstant, writeMoney } from '../kit/format.ts'
import { Loaded } from '../kit/loaded.tsx'
import { PageLink } from '../kit/navigation.tsx'
import { FactList } from '../kit/record-page.tsx'
import { useMe } from '../session/use-session.ts'
import { linesWords } from './lines-words.ts'
import { accountSay } from './outstanding-list.tsx'
import { signedMoney } from './signed-money.ts'
import { cancelledFacts, payeeOf, stateSay } from './transfer-state.tsx'
import { useLinesOf } from './use-runs.ts'
import { personWords } from './words.ts'

/** What a person's sum is made of; each line opens its rule, rates and facts. */
export function TransferGrounds({ transfer }: { readonly transfer: TransferView }) {
  const [chosen, setChosen] = useState<PostedLineView>()
  if (chosen) return <Chosen line={chosen} onBack={() => setChosen(undefined)} />
  return (
    <div className="stack">
      <FactList facts={factsOf(transfer)} />
      {transfer.reissuedIn !== null && (
        <p>
          {linesWords.reissued}，<PageLink to={`/payments/runs/${transfer.reissuedIn}`}>{linesWords.open}</PageLink>
        </p>
      )}
      <Parts runId={transfer.runId} personId={transfer.personId} onChoose={setChosen} />
      <PageLink to={`/payments/people/${transfer.personId}`}>{personWords.all}</PageLink>
    </div>
  )
}

function factsOf(transfer: TransferView) {
  const { gross, offset, withheld, failureName, failureText, heldBecause } = transfer
  const payee = payeeOf(transfer)
  // A bank's own words are often those of the list.
  const why = [...new Set([failureName, failureText, heldBecause])].filter((part) => part !== null && part !== '')
  return [
    { label: linesWords.amount, value: <strong>{writeMoney(transfer.amount)}</strong> },
    { label: linesWords.gross, value: writeMoney(gross) },
    ...(offset === 0 ? [] : [{ label: linesWords.offset, value: signedMoney(-Math.abs(offset)) }]),
    ...(withheld === 0 ? [] : [{ label: linesWords.withheld, value: signedMoney(-Math.abs(withheld)) }]),
    { label: linesWords.state, value: stateSay(transfer) },
    ...cancelledFacts(transfer),
    ...(why.length === 0 ? [] : [{ label: linesWords.why, value: why.join('；') }]),
    { label: linesWords.account, value: accountSay(transfer) },
    ...(payee === undefined ? [] : [{ label: linesWords.payee, value: payee }]),
    { label: linesWords.division, value: transfer.division.name },
  ]
}

interface OneInRun {
  readonly runId: number
  readonly personId: number
}

/** The lines of one person in a run, whether or not they come to a transfer: what is asked back of the dead comes to none. */
export function PersonLines(one: OneInRun) {
  const [chosen, setChosen] = useState<PostedLineView>()
  return chosen === undefined ? (
    <Parts {...one} onChoose={setChosen} />
  ) : (
    <Chosen line={chosen} onBack={() => setChosen(undefined)} />
  )
}

function Chosen({ line, onBack }: { readonly line: PostedLineView; readonly onBack: () => void }) {
  return (
    <div className="stack">
      <div>
        <Button size="small" onClick={onBack}>
          {linesWords.back}
        </Button>
      </div>
      <LineGrounds line={line} />
    </div>
  )
}

interface PartsProps extends OneInRun {
  readonly onChoose: (line: PostedLineView) => void
}

function Parts({ runId, personId, onChoose }: PartsProps) {
  const lines = useLinesOf(runId, personId)
  return (
    <section>
      <h3 className="pay-say small">{linesWords.of}</h3>
      <Loaded query={lines} rows={3} isEmpty={({ items }) => items.length === 0} empty={{ title: linesWords.noLines }}>
        {({ items }) => (
          <table className="pay-table">
            <tbody>
              {items.map((line) => (
                <tr key={line.id}>
                  <th scope="row">
                    {line.benefitName}
                    <br />
                    <span className="small quiet">{`${writeMonth(line.month)} · ${line.kindName} · ${line.cause}`}</span>
                  </th>
                  <td className="number">
                    {writeMoney(line.amount)}
                    <br />
                    <Button type="link" size="small" onClick={() => onChoose(line)}>
                      {linesWords.explain}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Loaded>
    </section>
  )
}

/** One line with everything behind it: the settlement's cause, then the rule's answer as it was known when the list was made. */
export function LineGrounds({ line }: { readonly line: PostedLineView }) {
  const { today } = useMe()
  const known = chinaDay(line.knownAt)
  const isOfToday = known >= today
  const trial = useTrial({
    personId: line.personId,
    benefit: line.benefit,
    month: line.month,
    asKnownOn: isOfToday ? undefined : known,
  })
  return (
    <div className="stack">
      <FactList
        facts={[
          { label: linesWords.benefit, value: line.benefitName },
          { label: linesWords.month, value: writeMonth(line.month) },
          { label: linesWords.kind, value: line.kindName },
          { label: linesWords.amount, value: <strong>{writeMoney(line.amount)}</strong> },
          { label: linesWords.cause, value: line.cause },
        ]}
      />
      <p className="small quiet">{linesWords.grounds(line.ruleVersion, writeInstant(line.knownAt))}</p>
      {isOfToday && <p className="small quiet">{linesWords.sameDay}</p>}
      <Loaded query={trial} rows={8}>
        {(it) => <TrialAnswers trial={it} />}
      </Loaded>
    </div>
  )
}

/** The day of an instant in China. */
function chinaDay(at: string): string {
  return new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10)
}
