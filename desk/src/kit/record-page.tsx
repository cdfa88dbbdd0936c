import { PageTitle, type PageTitleProps } from './page-title.tsx'
import './record.css'

/** What is wrong, or must be known before anything else: late, risk, or plain information. */
export interface RecordAlert {
  readonly key: string
  readonly level: 'late' | 'risk' | 'information'
  readonly say: React.ReactNode
}

interface RecordPageProps {
  readonly title: PageTitleProps
  /** The three-second line under the name: age, identities, division … in this order, as short as they can be. */
  readonly facts: readonly { readonly label: string; readonly value: React.ReactNode }[]
  /** Small words beside the name: identities, 已去世, 已办结. */
  readonly marks?: React.ReactNode
  readonly alerts?: readonly RecordAlert[]
  /** The timeline, usually; tabs where a record has more than one face. */
  readonly children: React.ReactNode
  /** Side cards: benefits now and next, open cases, family, last visit, 谁看过. */
  readonly side: React.ReactNode
}

/** 一人一档 / 一事一档 (record): a header read in three seconds, one timeline, side cards. */
export function RecordPage({ title, facts, marks, alerts = [], children, side }: RecordPageProps) {
  return (
    <>
      <PageTitle {...title} note={marks} />
      <div className="record-head card">
        <dl className="record-facts">
          {facts.map((fact) => (
            <div key={fact.label}>
              <dt>{fact.label}</dt>
              <dd>{fact.value}</dd>
            </div>
          ))}
        </dl>
        {alerts.length > 0 && (
          <ul className="record-alerts">
            {alerts.map((alert) => (
              <li key={alert.key} className={`is-${alert.level}`}>
                {alert.say}
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className="record">
        <div className="record-main">{children}</div>
        <aside className="record-side">{side}</aside>
      </div>
    </>
  )
}

interface CardProps {
  readonly title: string
  readonly extra?: React.ReactNode
  readonly children: React.ReactNode
}

/** A flat card with a heading: beside a record, on the home page, wherever things stand side by side. */
export function Card({ title, extra, children }: CardProps) {
  return (
    <section className="card">
      <div className="card-head">
        <h2>{title}</h2>
        {extra}
      </div>
      <div className="card-body">{children}</div>
    </section>
  )
}

interface FactListProps {
  readonly facts: readonly { readonly label: string; readonly value: React.ReactNode }[]
}

/** Names and values in two columns, for cards, drawers and forms that only show. */
export function FactList({ facts }: FactListProps) {
  return (
    <dl className="fact-list">
      {facts.map((fact) => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}
