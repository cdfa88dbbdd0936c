import type { ArticleView, MissingView, RateCited, ReasonView, VerdictView } from '@dongzhou/contract/benefits-views'
import {
  type Article,
  articleText,
  type Lacking,
  laws,
  parts,
  type Reason,
  refusals,
  type Verdict,
} from '@dongzhou/engines/benefits'
import { type FactKind, factKinds, isFactKind } from '@dongzhou/terms/fact'
import { jurisdictions, type Rate, rateKinds } from '@dongzhou/terms/rate'
import { keyBeforePerson, rateName, rateValueText } from '@dongzhou/terms/rate-words'
import type { Rulebook } from './rulebook.ts'

/** A verdict as screens and papers show it, each amount with the rate row and the paper it stands on. */
export function presentVerdict(rulebook: Rulebook, verdict: Verdict): VerdictView {
  switch (verdict.kind) {
    case 'entitled':
      return {
        kind: 'entitled',
        amount: verdict.amount,
        parts: verdict.payments.map(({ part, amount, from }) => ({
          part,
          partName: parts[part],
          amount,
          rate: from === undefined ? null : citeRate(rulebook, from),
        })),
        because: verdict.because.map(presentArticle),
      }
    case 'refused':
      return { kind: 'refused', reasons: verdict.reasons.map(presentReason) }
    case 'unknown':
      return { kind: 'unknown', missing: verdict.missing.map(presentMissing) }
  }
}

export function presentReason({ refusal, article }: Reason): ReasonView {
  return { code: refusal, say: refusals[refusal], article: article === undefined ? null : presentArticle(article) }
}

export function presentMissing(what: Lacking): MissingView {
  if (what === 'registration-at-discharge')
    return {
      what: 'fact',
      code: 'household-registration' satisfies FactKind,
      name: '退役时户籍',
      say: '档案中没有退役当日的户籍（农村或城镇）。现在的户籍不能代替，请查退役档案，连同起止日期到一人一档中补登。',
    }
  if (isFactKind(what)) {
    const { name } = factKinds[what]
    return { what: 'fact', code: what, name, say: `档案中没有“${name}”，或登记得不够确切，请到一人一档中补登。` }
  }
  const { name } = rateKinds[what]
  return { what: 'rate', code: what, name, say: `标准库中没有本月可用的“${name}”，请先录入并复核。` }
}

export function presentArticle(article: Article): ArticleView {
  const { from, to } = laws[article.law]
  return { law: article.law, article: article.article, text: articleText(article), from, to: to ?? null }
}

/** A row as the rate book and the rule library show it; of a person, a verdict cites it (citeRate). */
export function presentRate(rulebook: Pick<Rulebook, 'idOf'>, rate: Rate): RateCited {
  return {
    id: rulebook.idOf(rate) ?? null,
    kind: rate.kind,
    kindName: rateName(rate),
    key: rate.key,
    jurisdictionName: jurisdictions[rate.jurisdiction],
    valueText: rateValueText(rate),
    validFrom: rate.validFrom,
    validTo: rate.validTo ?? null,
    announcedOn: rate.announcedOn ?? null,
    document: rate.document,
    source: rate.source,
    isSample: rate.state === 'sample',
  }
}

/** A row as it is cited of a person. Where its name would say for what they were rated, its number, which leads to the name, is left out too. */
function citeRate(rulebook: Rulebook, rate: Rate): RateCited {
  const key = keyBeforePerson(rate.key)
  const cited = presentRate(rulebook, { ...rate, key })
  return key === rate.key ? cited : { ...cited, id: null }
}

/** Does a sample rate stand behind an amount? */
export function isOfSample(verdict: Verdict): boolean {
  return verdict.kind === 'entitled' && verdict.payments.some(({ from }) => from?.state === 'sample')
}
