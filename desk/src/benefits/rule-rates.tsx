import type { RateCited, RuleView } from '@dongzhou/contract/benefits-views'
import { writeDay } from '../kit/format.ts'
import { PageLink } from '../kit/navigation.tsx'
import { Card } from '../kit/record-page.tsx'
import { SampleTag } from './entitlement-sample.tsx'
import { groupOrder } from './rate-kinds.ts'
import { rateWords } from './rate-words.ts'
import { citedText, lackingNames } from './rule-view.ts'
import { ruleWords } from './rule-words.ts'

/** 所用标准: what a rule asks the book for, with what stands there today; each opens its own page. */
export function RuleRates({ rule: { rates } }: { readonly rule: RuleView }) {
  const groups = groupOrder
    .map((group) => ({ group, own: rates.filter((rate) => rate.group === group) }))
    .filter(({ own }) => own.length > 0)
  return (
    <Card title={ruleWords.rates}>
      {rates.length === 0 && <p className="quiet">{ruleWords.usesNone}</p>}
      <div className="stack">
        {groups.map(({ group, own }) => (
          <section key={group} className="rule-rates">
            <h3 className="small quiet">{ruleWords.ratesOf[group]}</h3>
            <ul>
              {own.map((rate) => (
                <RateLine key={rate.kind} rate={rate} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Card>
  )
}

function RateLine({ rate }: { readonly rate: RuleView['rates'][number] }) {
  const missing = lackingNames(rate)
  return (
    <li>
      <PageLink to={`/benefits/rates/kinds/${rate.kind}`}>{rate.kindName}</PageLink>
      <span className="rule-cited">
        <Cited cited={rate.inForce} />
        {rate.lacking.length > 0 && (
          <span className="risk" title={ruleWords.lackingSay}>
            {missing.length === 0 ? rateWords.none : `${rateWords.none}：${missing.join('、')}`}
          </span>
        )}
      </span>
    </li>
  )
}

const shownAtOnce = 3

function Cited({ cited }: { readonly cited: readonly RateCited[] }) {
  const [first] = cited
  if (first === undefined) return null
  const rest = cited.length - shownAtOnce
  return (
    <>
      <span>
        {cited.slice(0, shownAtOnce).map(citedText).join('；')}
        {rest > 0 && <span className="quiet">{`；${ruleWords.others(rest)}`}</span>}{' '}
        {cited.some(({ isSample }) => isSample) && <SampleTag />}
      </span>
      <span className="small quiet">{ruleWords.rateFrom(first.document, writeDay(first.validFrom))}</span>
    </>
  )
}
