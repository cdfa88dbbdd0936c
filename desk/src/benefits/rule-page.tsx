import type { ArticleView, RuleView } from '@dongzhou/contract/benefits-views'
import { Button } from 'antd'
import { EmptyState } from '../kit/drawn-state.tsx'
import { writeDay } from '../kit/format.ts'
import { HelpLines } from '../kit/help-lines.tsx'
import { Loaded } from '../kit/loaded.tsx'
import { PageLink, usePageParam } from '../kit/navigation.tsx'
import type { PageTitleProps } from '../kit/page-title.tsx'
import { Card, RecordPage } from '../kit/record-page.tsx'
import { useMe } from '../session/use-session.ts'
import './rule.css'
import { whomText } from './rule-list-page.tsx'
import { RuleRates } from './rule-rates.tsx'
import { RuleTrial } from './rule-trial.tsx'
import { articlesOn } from './rule-view.ts'
import { ruleWords } from './rule-words.ts'
import { useRules } from './use-rules.ts'

/** 一条规则: readable as text, with its articles, the rates it stands on, and a place to try it. */
export function RulePage() {
  const benefit = usePageParam('benefit')
  const query = useRules()
  return (
    <Loaded query={query} rows={14} head={headOf(ruleWords.title)}>
      {(rules) => {
        const rule = rules.find((each) => each.benefit === benefit)
        return rule ? <RuleRecord key={benefit} rule={rule} /> : <EmptyState title={ruleWords.notFoundTitle} />
      }}
    </Loaded>
  )
}

function headOf(title: string): PageTitleProps {
  return {
    title,
    above: [{ title: ruleWords.above, to: '/benefits/rules' }],
    help: <HelpLines lines={ruleWords.help} />,
  }
}

function RuleRecord({ rule }: { readonly rule: RuleView }) {
  return (
    <div className="rule-paper">
      <RecordPage
        title={{
          ...headOf(rule.benefitName),
          actions: <Button onClick={() => window.print()}>{ruleWords.print}</Button>,
        }}
        facts={[
          { label: ruleWords.whom, value: whomText(rule) },
          { label: ruleWords.cadence, value: ruleWords.cadences[rule.cadence] },
          { label: ruleWords.versionHead, value: ruleWords.version(rule.version) },
        ]}
        side={
          <>
            <ArticleCard articles={rule.articles} />
            <ExcludesCard rule={rule} />
          </>
        }
      >
        <Card title={ruleWords.text}>
          <ol className="rule-text">
            {rule.text.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ol>
        </Card>
        <div className="no-print">
          <RuleTrial benefit={rule.benefit} />
        </div>
        <RuleRates rule={rule} />
      </RecordPage>
    </div>
  )
}

function ArticleCard({ articles }: { readonly articles: readonly ArticleView[] }) {
  const { today } = useMe()
  const { now, before } = articlesOn(articles, today)
  return (
    <Card title={ruleWords.articles}>
      <div className="stack">
        <ArticleList articles={now} />
        {before.length > 0 && (
          <div className="rule-repealed">
            <h3 className="small">{ruleWords.repealed}</h3>
            <ArticleList articles={before} />
          </div>
        )}
      </div>
    </Card>
  )
}

function ArticleList({ articles }: { readonly articles: readonly ArticleView[] }) {
  return (
    <ul className="rule-articles">
      {articles.map(({ text, from, to }) => (
        <li key={text}>
          {text}
          <span className="small quiet">
            {to === null ? ruleWords.from(writeDay(from)) : ruleWords.span(writeDay(from), writeDay(to))}
          </span>
        </li>
      ))}
    </ul>
  )
}

function ExcludesCard({ rule: { excludes } }: { readonly rule: RuleView }) {
  return (
    <Card title={ruleWords.excludes} extra={<PageLink to="/benefits/exclusions">{ruleWords.matrix}</PageLink>}>
      {excludes.length === 0 ? (
        <p className="quiet">{ruleWords.excludesNone}</p>
      ) : (
        <>
          <p className="quiet">{ruleWords.excludesSay}</p>
          <ul className="rule-articles">
            {excludes.map(({ benefit, benefitName, document }) => (
              <li key={benefit}>
                <PageLink to={`/benefits/rules/${benefit}`}>{benefitName}</PageLink>
                <span className="small quiet">{document}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}
