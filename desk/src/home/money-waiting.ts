import type { WaitingBenefit } from '@dongzhou/contract/benefits-waiting'
import type { WaitingPayment } from '@dongzhou/contract/payments-waiting'
import { writeDay, writeNumber } from '../kit/format.ts'
import type { Since } from './waiting.ts'
import { benefitWaits, paymentWaits } from './words.ts'

/** 待办 of payments: the step, the list it belongs to, and the page on which the step is taken. */
export function waitingPayment({ what, runId, title, count, since }: WaitingPayment): Since {
  const { say, note } = paymentWaits[what]
  const figure = writeNumber(count)
  return {
    since,
    item: {
      // A count that grew is a new reminder, and so is a step that has moved on.
      key: `payment ${what} ${runId ?? ''} ${figure}`,
      title: title === '' ? say(figure) : `${title}：${say(figure)}`,
      note,
      opensAt: paymentAddress(what, runId),
      mark: writeDay(since),
    },
  }
}

const stepOf: { readonly [W in WaitingPayment['what']]: string } = {
  lock: '?step=changes',
  check: '?step=sign',
  approve: '?step=sign',
  release: '?step=release',
  close: '?step=close',
  explain: '?step=changes&unexplained=yes',
  decide: '?step=checks&undecided=yes',
  mend: '?step=checks',
  export: '?step=bank',
  return: '?step=return',
  recover: '',
  notice: '',
  runs: '',
}

function paymentAddress(what: WaitingPayment['what'], runId: number | null): string {
  if (runId !== null) return `/payments/runs/${runId}${stepOf[what]}`
  if (what === 'runs') return '/payments/runs'
  return what === 'notice' ? '/payments/deaths?state=held' : '/payments/recoveries?state=open'
}

/** 待办 of benefits: proposals that want a second person, and lines of the work list. */
export function waitingBenefit({ what, count, since }: WaitingBenefit): Since {
  const { say, note, opensAt } = benefitWaits[what]
  const figure = writeNumber(count)
  return { since, item: { key: `benefit ${what} ${figure}`, title: say(figure), note, opensAt, mark: writeDay(since) } }
}
