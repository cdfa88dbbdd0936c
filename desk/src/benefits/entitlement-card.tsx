import type { Timeline } from '@dongzhou/contract/benefits-views'
import { writeMoney } from '../kit/format.ts'
import { Loaded } from '../kit/loaded.tsx'
import { PageLink } from '../kit/navigation.tsx'
import { Card } from '../kit/record-page.tsx'
import { useMay } from '../session/use-session.ts'
import { segmentSay } from './entitlement-lines.ts'
import { SampleSay } from './entitlement-sample.tsx'
import { cardWords } from './entitlement-words.ts'
import { useTimeline } from './use-entitlements.ts'
import './entitlement.css'

/** 待遇 beside a person's file: what is drawn now and what comes next; for those who may read benefits. */
export function EntitlementCard({ personId }: { readonly personId: number }) {
  const mayRead = useMay('benefits.read')
  return mayRead ? <CardOf personId={personId} /> : null
}

function CardOf({ personId }: { readonly personId: number }) {
  const timeline = useTimeline(personId)
  const mayPayments = useMay('payments.read')
  const extra = (
    <span className="row">
      {mayPayments && <PageLink to={`/payments/people/${personId}`}>{cardWords.paid}</PageLink>}
      <PageLink to={`/benefits/people/${personId}`}>{cardWords.all}</PageLink>
    </span>
  )
  return (
    <Card title={cardWords.title} extra={extra}>
      <Loaded query={timeline} rows={3}>
        {(it) => <Drawn timeline={it} />}
      </Loaded>
    </Card>
  )
}

function Drawn({ timeline }: { readonly timeline: Timeline }) {
  const drawn = timeline.lines.filter(({ standing }) => standing === 'drawn')
  const count = (...standings: readonly string[]) =>
    timeline.lines.filter(({ standing }) => standings.includes(standing)).length
  const [open, attention] = [count('unclaimed'), count('unjustified', 'uncertain')]
  return (
    <div className="benefit-card">
      {drawn.length === 0 ? (
        <p className="quiet">{cardWords.none}</p>
      ) : (
        <>
          <p>
            {cardWords.monthly} <strong>{writeMoney(timeline.monthly)}</strong>
          </p>
          <ul>
            {drawn.map((line) => (
              <li key={`${line.benefit} ${line.award?.factId ?? ''}`}>
                <span>{line.benefitName}</span>
                <span className="small quiet">{line.next?.say ?? segmentSay(line.now, line.cadence)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {open > 0 && <p className="risk">{cardWords.open(open)}</p>}
      {attention > 0 && <p className="risk">{cardWords.attention(attention)}</p>}
      {timeline.isSample && drawn.length > 0 && <SampleSay isShort />}
    </div>
  )
}
