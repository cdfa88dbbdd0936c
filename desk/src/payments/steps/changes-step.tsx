import type { ChangeSummary, RunView } from '@dongzhou/contract/payments-views'
import { Button } from 'antd'
import { writeMonth } from '../../benefits/entitlement-month.ts'
import { writeCount, writeMoney } from '../../kit/format.ts'
import { Card } from '../../kit/record-page.tsx'
import { withFilter } from '../../kit/search-params.ts'
import type { StepProps } from '../run-page.tsx'
import { signedMoney } from '../signed-money.ts'
import { StepFrame } from '../step-frame.tsx'
import { useStepAsk } from '../use-step-ask.ts'
import { changeWords } from '../words.ts'
import { ChangeList } from './change-list.tsx'

/** 人员增减: this list against the last, person by person, with why; what nothing explains is in red and stops the release. */
export function ChangesStep(props: StepProps) {
  const { run } = props
  const { changes } = run
  const then = run.state === 'draft' ? changeWords.thenLock : undefined
  const hint = changes.unexplained > 0 ? changeWords.unexplainedSay(changes.unexplained) : then
  return (
    <StepFrame {...props} current="changes" hint={hint}>
      {changes.previousRunId === null ? (
        <p className="quiet">{changeWords.first}</p>
      ) : (
        <>
          <Bridge run={run} />
          <ChangeList run={run} />
        </>
      )}
    </StepFrame>
  )
}

/** From the last total to this one: who came, who went, what changed. */
function Bridge({ run }: { readonly run: RunView }) {
  const { changes } = run
  const parts = [
    { label: changeWords.before(writeMonth(changes.previousMonth)), part: changes.before, isTotal: true },
    { label: changeWords.in, part: changes.in, isTotal: false },
    { label: changeWords.out, part: changes.out, isTotal: false },
    { label: changeWords.changed, part: changes.changed, isTotal: false },
    { label: changeWords.now, part: changes.now, isTotal: true },
  ]
  return (
    <Card
      title={changeWords.chart(writeMoney(changes.before.amount), writeMoney(changes.now.amount))}
      extra={<Unexplained changes={changes} />}
    >
      <div className="stack">
        <dl className="pay-bridge">
          {parts.map(({ label, part, isTotal }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                {isTotal ? writeMoney(part.amount) : signedMoney(part.amount)}
                <span className="small quiet">{writeCount(part.people, '人')}</span>
              </dd>
            </div>
          ))}
        </dl>
        <Causes changes={changes} />
      </div>
    </Card>
  )
}

function Unexplained({ changes }: { readonly changes: ChangeSummary }) {
  const [ask, setAsk] = useStepAsk()
  if (changes.unexplained === 0) return <span className="quiet small">{changeWords.explainedAll}</span>
  return (
    <Button danger type="link" size="small" onClick={() => setAsk(withFilter(ask, 'unexplained', ['yes']))}>
      {`${changeWords.only}（${changes.unexplained}）`}
    </Button>
  )
}

function Causes({ changes }: { readonly changes: ChangeSummary }) {
  const [ask, setAsk] = useStepAsk()
  if (changes.byCause.length === 0) return null
  return (
    <div className="row">
      <span className="small quiet">{changeWords.byCause}</span>
      <ul className="row">
        {changes.byCause.map((row) => (
          <li key={row.cause}>
            <Button size="small" onClick={() => setAsk(withFilter(ask, 'cause', [row.cause]))}>
              {`${row.causeName} ${writeCount(row.people, '人')} ${signedMoney(row.amount)}`}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
