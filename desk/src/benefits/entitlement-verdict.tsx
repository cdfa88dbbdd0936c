import type { ArticleView, MissingView, ReasonView, VerdictView } from '@dongzhou/contract/benefits-views'
import { unreachable } from '@dongzhou/terms/unreachable'
import { writeDay, writeMoney } from '../kit/format.ts'
import { PageLink } from '../kit/navigation.tsx'
import './entitlement-verdict.css'
import { SampleTag } from './entitlement-sample.tsx'
import { verdictWords } from './entitlement-words.ts'

interface VerdictProps {
  readonly verdict: VerdictView
  readonly personId: number
  /** Asked of the conditions alone: nothing is due before it is decided. */
  readonly isConditions?: boolean
}

/** 判定 with everything behind it: the parts and their rates, the articles, the reasons, or what is missing and where to record it. */
export function Verdict({ verdict, personId, isConditions = false }: VerdictProps) {
  switch (verdict.kind) {
    case 'entitled':
      return <Entitled verdict={verdict} isConditions={isConditions} />
    case 'refused':
      return (
        <div className="stack">
          <p className="verdict-head is-refused">{isConditions ? verdictWords.notQualified : verdictWords.refused}</p>
          <Reasons reasons={verdict.reasons} />
        </div>
      )
    case 'unknown':
      return (
        <div className="stack">
          <p className="verdict-head is-unknown">{verdictWords.unknown}</p>
          <Missing missing={verdict.missing} personId={personId} />
        </div>
      )
    default:
      return unreachable(verdict)
  }
}

type EntitledView = Extract<VerdictView, { kind: 'entitled' }>

function Entitled({ verdict, isConditions }: { readonly verdict: EntitledView; readonly isConditions: boolean }) {
  const { amount, parts, because } = verdict
  return (
    <div className="stack">
      {isConditions ? (
        <p className="verdict-head is-qualified">{verdictWords.qualifies}</p>
      ) : (
        <p className="verdict-head">
          {verdictWords.due} <strong>{writeMoney(amount)}</strong>
        </p>
      )}
      {parts.length > 0 && <Parts parts={parts} />}
      {because.length > 0 && <Articles articles={because} />}
    </div>
  )
}

function Parts({ parts }: Pick<EntitledView, 'parts'>) {
  return (
    <div className="verdict-part">
      <h4>{verdictWords.parts}</h4>
      <ul className="verdict-parts">
        {parts.map(({ part, partName, amount, rate }) => (
          <li key={`${part} ${rate?.id ?? ''}`}>
            <span className="verdict-line">
              <span>{partName}</span>
              <span className="number">{writeMoney(amount)}</span>
            </span>
            {rate !== null && (
              <span className="small quiet verdict-rate">
                {rate.jurisdictionName}
                {rate.kindName} {rate.valueText} {rate.isSample && <SampleTag />}
                <br />
                {verdictWords.from(rate.document, writeDay(rate.validFrom))}
                <br />
                {verdictWords.source}：{rate.source}
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Articles({ articles }: { readonly articles: readonly ArticleView[] }) {
  return (
    <div className="verdict-part">
      <h4>{verdictWords.articles}</h4>
      <ul>
        {articles.map((article) => (
          <li key={article.text}>
            {article.text}
            {article.to !== null && <span className="small quiet"> {verdictWords.repealed(writeDay(article.to))}</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Reasons({ reasons }: { readonly reasons: readonly ReasonView[] }) {
  return (
    <div className="verdict-part">
      <h4>{verdictWords.reasons}</h4>
      <ol className="verdict-reasons">
        {reasons.map(({ code, say, article }) => (
          <li key={code}>
            {say}
            {article !== null && <span className="small quiet verdict-article">{article.text}</span>}
          </li>
        ))}
      </ol>
    </div>
  )
}

/** What is missing, each with a link to where it is entered. */
export function Missing({
  missing,
  personId,
}: {
  readonly missing: readonly MissingView[]
  readonly personId: number
}) {
  return (
    <div className="verdict-part">
      <h4>{verdictWords.missing}</h4>
      <ul className="verdict-missing">
        {missing.map(({ what, code, name, say }) => (
          <li key={`${what} ${name}`}>
            <strong>{name}</strong>
            <span className="quiet">{say}</span>
            {what === 'fact' ? (
              <PageLink to={`/registry/people/${personId}?record=${code}`}>{verdictWords.recordFact}</PageLink>
            ) : (
              <PageLink to={`/benefits/rates?kind=${code}`}>{verdictWords.recordRate}</PageLink>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
