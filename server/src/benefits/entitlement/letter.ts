import type { Trial, TrialAnswer, VerdictView } from '@dongzhou/contract/benefits-views'
import { type Day, dayText } from '@dongzhou/terms/day'
import { fen, yuanText } from '@dongzhou/terms/fen'
import { type Month, monthText } from '@dongzhou/terms/month'

/** What the sentences are made from. */
export interface LetterMatter {
  readonly trial: Pick<Trial, 'person' | 'benefitName' | 'version'>
  readonly month: Month
  readonly answer: Omit<TrialAnswer, 'letter'>
  readonly today: Day
  readonly isSample: boolean
}

/** 说明书: why somebody gets so much, nothing, or no answer yet, in sentences that a clerk can read out and hand over on one page. */
export function letterOf({ trial, month, answer, today, isSample }: LetterMatter): readonly string[] {
  return [
    `${trial.person.name}，${trial.benefitName}，${monthText(month)}。`,
    ...sentencesOf(answer, month),
    ...factSentences(answer),
    ...(isSample ? ['计算中用到的标准是示例，尚未经复核，不能据以发放。'] : []),
    `按第${trial.version}版规则、${dayText(today)}的档案和标准计算。`,
  ]
}

function sentencesOf({ award, due, qualifies }: LetterMatter['answer'], month: Month): readonly string[] {
  if (due.kind === 'entitled')
    return [`本月应发${money(due.amount)}。`, ...partSentences(due), ...lawSentence(due.because)]
  const isOnlyWithoutAward = award === null && qualifies.kind === 'entitled'
  if (isOnlyWithoutAward) return ['符合享受条件，尚未申请核定。', ...lawSentence(qualifies.because)]
  if (due.kind === 'unknown') {
    const names = due.missing.map(({ name }) => `“${name}”`).join('、')
    return [`${monthText(month)}能否享受，还不能判定：缺少${names}。`, ...due.missing.map(({ say }) => say)]
  }
  // Of somebody without award that there is none is the least of it: the conditions say more.
  const reasons = award === null && qualifies.kind === 'refused' ? qualifies.reasons : due.reasons
  return [
    '本月不予发放，理由如下：',
    ...reasons.map(({ say, article }, at) => `${at + 1}. ${say}${article === null ? '' : `依据${article.text}。`}`),
  ]
}

function partSentences({ parts }: Extract<VerdictView, { kind: 'entitled' }>): readonly string[] {
  return parts.map(({ partName, amount, rate }) => {
    if (rate === null) return `${partName}：${money(amount)}。`
    const since = `自${dayText(rate.validFrom as Day)}起执行`
    return `${partName}：${money(amount)}，${rate.kindName}${rate.valueText}（${rate.document}，${since}）。`
  })
}

function lawSentence(articles: readonly { readonly text: string }[]): readonly string[] {
  return articles.length === 0 ? [] : [`依据：${articles.map(({ text }) => text).join('、')}。`]
}

function factSentences({ award, facts }: LetterMatter['answer']): readonly string[] {
  const kinds = Map.groupBy(
    facts.filter(({ kind }) => kind !== 'award'),
    ({ kindName }) => kindName,
  )
  const told = [...kinds].map(([name, of]) => `${name}：${of.map(({ text }) => text).join('、')}`)
  const decided =
    award === null
      ? []
      : [`${dayText(award.approved as Day)}核定${award.document === null ? '' : `（${award.document}）`}。`]
  return [...decided, ...(told.length === 0 ? [] : [`据以判定的情况。${told.join('；')}。`])]
}

function money(amount: number): string {
  return `${yuanText(fen(amount))}元`
}
