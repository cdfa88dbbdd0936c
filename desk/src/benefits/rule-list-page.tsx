import type { RuleView } from '@dongzhou/contract/benefits-views'
import { HelpLines } from '../kit/help-lines.tsx'
import { identityText } from '../kit/identity-options.ts'
import { Loaded } from '../kit/loaded.tsx'
import { PageLink } from '../kit/navigation.tsx'
import { PageTitle } from '../kit/page-title.tsx'
import { useMe } from '../session/use-session.ts'
import './rule.css'
import { articlesOn, lackingOf, lawsOf } from './rule-view.ts'
import { ruleWords } from './rule-words.ts'
import { useRules } from './use-rules.ts'

/** 规则库: every rule there is, for whom, how often it pays, and by which law today. */
export function RuleListPage() {
  const query = useRules()
  return (
    <>
      <PageTitle title={ruleWords.title} help={<HelpLines lines={ruleWords.help} />} />
      <Loaded query={query} rows={14}>
        {(rules) => <RuleTable rules={rules} />}
      </Loaded>
    </>
  )
}

function RuleTable({ rules }: { readonly rules: readonly RuleView[] }) {
  const { today } = useMe()
  return (
    <div className="card rule-list">
      <table>
        <thead>
          <tr>
            <th scope="col">{ruleWords.name}</th>
            <th scope="col">{ruleWords.whom}</th>
            <th scope="col">{ruleWords.cadence}</th>
            <th scope="col">{ruleWords.law}</th>
            <th scope="col">{ruleWords.rates}</th>
            <th scope="col">{ruleWords.versionHead}</th>
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => (
            <RuleRow key={rule.benefit} rule={rule} today={today} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function RuleRow({ rule, today }: { readonly rule: RuleView; readonly today: string }) {
  const lacking = lackingOf(rule)
  return (
    <tr>
      <th scope="row">
        <PageLink to={`/benefits/rules/${rule.benefit}`}>{rule.benefitName}</PageLink>
      </th>
      <td className="rule-whom" title={whomText(rule)}>
        {shortWhom(rule)}
      </td>
      <td className="rule-word">{ruleWords.cadences[rule.cadence]}</td>
      <td className="quiet">{lawsOf(articlesOn(rule.articles, today).now).join('；')}</td>
      <td className="rule-word">
        {lacking > 0 ? (
          <span className="risk" title={ruleWords.lackingSay}>
            {ruleWords.lacking(lacking)}
          </span>
        ) : (
          <span className="quiet">{ruleWords.complete}</span>
        )}
      </td>
      <td className="quiet rule-word">{ruleWords.version(rule.version)}</td>
    </tr>
  )
}

const namedAtOnce = 3

function shortWhom({ whom }: RuleView): string {
  if (whom.length <= namedAtOnce) return whomText({ whom })
  return ruleWords.whomMore(identityText(whom.slice(0, namedAtOnce)), whom.length)
}

/** Whom a rule is for, in words; whoever the facts fit where it names nobody. */
export function whomText({ whom }: Pick<RuleView, 'whom'>): string {
  return whom.length === 0 ? ruleWords.everyone : identityText(whom)
}
