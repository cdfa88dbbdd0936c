import { type Day, dayText } from '@dongzhou/terms/day'
import { fen, yuanText } from '@dongzhou/terms/fen'
import { type Month, monthText } from '@dongzhou/terms/month'
import { type FailureReason, failureReasons } from '@dongzhou/terms/payment'
import { maskedAccount } from './masking.ts'
import { instalmentsAhead } from './recovery.ts'

/** 告知书 (letter): a title and its paragraphs, the signature last. */
export interface Letter {
  readonly title: string
  readonly paragraphs: readonly string[]
}

interface Signed {
  readonly name: string
  readonly issuer: string
  readonly on: Day
}

/** 退汇告知: what came back, why, and what to bring. */
export function failureLetter(
  about: Signed & {
    readonly month: Month
    readonly amount: number
    readonly account: string
    readonly reason: FailureReason
  },
): Letter {
  const { name, month, amount, account, reason } = about
  return {
    title: '待遇发放退汇告知书',
    paragraphs: [
      `${name}同志：`,
      `您${monthText(month)}的待遇 ${yuan(amount)} 汇往账户（${maskedAccount(account)}）时被银行退回，原因是：${failureReasons[reason]}。`,
      `请携带本人身份证和${whatToBring(reason)}，到所在村（社区）或镇（街道）退役军人服务站核对。核对后我们将补发，应得款项不受影响。`,
      ...signature(about),
    ],
  }
}

function whatToBring(reason: FailureReason): string {
  if (reason === 'account-frozen' || reason === 'account-dormant') return '经银行恢复正常的银行卡（存折）'
  return reason === 'name-mismatch' ? '与身份证姓名一致的银行卡（存折）' : '可用的银行卡（存折）'
}

/** 追回告知: how much, why, by what instalments, and how to object. */
export function recoveryLetter(
  about: Signed & {
    readonly amount: number
    readonly rest: number
    readonly cause: string
    readonly plan: { readonly monthly: number; readonly from: Month } | undefined
  },
): Letter {
  const { name, amount, rest, cause, plan } = about
  const settled = rest === amount ? '' : `，已追回 ${yuan(amount - rest)}，尚余 ${yuan(rest)}`
  return {
    title: '多发待遇追回告知书',
    paragraphs: [
      `${name}同志（或其家属）：`,
      `经核对，您名下多发待遇 ${yuan(amount)}${settled}。原因是：${cause}。`,
      plan === undefined ? '请与我们联系，商定一次或分期退还的办法。' : planSentence(rest, plan),
      '如对金额或原因有异议，请在收到本告知书之日起向我们提出，我们将逐月说明计算依据；也可以依法申请行政复议或提起行政诉讼。',
      ...signature(about),
    ],
  }
}

function planSentence(rest: number, { monthly, from }: { readonly monthly: number; readonly from: Month }): string {
  const ahead = instalmentsAhead({ rest, monthly }, from)
  const last = ahead.at(-1)
  const end =
    last === undefined ? '' : `，至${monthText(last.month)}止，共 ${ahead.length} 期，末期 ${yuan(last.amount)}`
  return `自${monthText(from)}起，每月从应发待遇中扣回 ${yuan(monthly)}${end}。`
}

function signature({ issuer, on }: Signed): readonly string[] {
  return [issuer, dayText(on)]
}

function yuan(amount: number): string {
  return `${yuanText(fen(amount))} 元`
}
