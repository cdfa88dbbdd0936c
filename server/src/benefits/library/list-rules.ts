import type { RuleView } from '@dongzhou/contract/benefits-views'
import { type Exclusion, type Rule, rateTaken, ruleList } from '@dongzhou/engines/benefits'
import { benefits } from '@dongzhou/terms/benefit'
import { type Month, monthOf } from '@dongzhou/terms/month'
import { type RateKind, rateKinds } from '@dongzhou/terms/rate'
import type { Setting } from '../../platform/setting.ts'
import { openRulebook } from '../entitlement/open-rulebook.ts'
import { presentArticle, presentRate } from '../entitlement/present-verdict.ts'
import { shelvesOf } from '../entitlement/rates-of-rule.ts'
import type { Rulebook } from '../entitlement/rulebook.ts'

/** 规则库: every rule in the bureau's words, with its articles and the rates it stands on, as they are today. */
export async function listRules(setting: Setting): Promise<readonly RuleView[]> {
  const rulebook = await openRulebook(setting)
  const month = monthOf(setting.today)
  return ruleList.map((rule) => ({
    benefit: rule.benefit,
    benefitName: benefits[rule.benefit],
    version: rule.version,
    whom: rule.whom,
    cadence: rule.cadence,
    text: rule.text,
    articles: rule.law.map(presentArticle),
    rates: ratesOf(rule, rulebook, month),
    excludes: excludedBy(rule, rulebook.exclusions),
  }))
}

function ratesOf(rule: Rule, rulebook: Rulebook, month: Month): RuleView['rates'] {
  const shelves = shelvesOf(rule, rulebook.rates).map((asked) => ({
    ...asked,
    rate: rateTaken(rule, asked.kind, asked.shelf, month),
  }))
  const named = new Set(shelves.flatMap(({ rate }) => rate?.base ?? []))
  return [...Map.groupBy(shelves, ({ kind }) => kind)]
    .filter(([kind]) => isTaken(rule, kind, named))
    .map(([kind, asked]) => {
      const { name, group } = rateKinds[kind]
      return {
        kind,
        kindName: name,
        group,
        keys: asked.map(({ key }) => key),
        inForce: asked.flatMap(({ rate }) => (rate === undefined ? [] : [presentRate(rulebook, rate)])),
        lacking: asked.flatMap(({ key, rate }) => (rate === undefined ? [key] : [])),
      }
    })
}

// Of the indices a county may state its rate by, only the one that its row names is asked; while there is no row, it may be any.
function isTaken({ bases }: Rule, kind: RateKind, named: ReadonlySet<RateKind>): boolean {
  return bases?.[kind] !== 'local' || named.size === 0 || named.has(kind)
}

function excludedBy(rule: Rule, exclusions: readonly Exclusion[]): RuleView['excludes'] {
  return exclusions
    .filter(({ benefit, way }) => benefit === rule.benefit && way !== 'stack')
    .map(({ other, document }) => ({ benefit: other, benefitName: benefits[other], document }))
}
