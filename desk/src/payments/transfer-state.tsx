import type { TransferView } from '@dongzhou/contract/payments-views'
import { writeMoney } from '../kit/format.ts'
import { linesWords } from './lines-words.ts'

type Standing = Pick<TransferView, 'state' | 'stateName' | 'cancelled' | 'amount'>

const toneOf: { readonly [S in TransferView['state']]: string } = {
  planned: '',
  held: 'risk',
  sent: '',
  paid: '',
  failed: 'late',
}

/** 发放状态 in a word: what was held or came back and turned out not to be owed is cancelled, and waits for nobody. */
export function stateSay({ stateName, cancelled, amount }: Standing): string {
  if (cancelled === 0) return stateName
  return cancelled < amount ? linesWords.cancelledPart(stateName) : linesWords.cancelledWhole(stateName)
}

/** What of a transfer still waits to be paid. */
export function restOf({ amount, cancelled }: Pick<TransferView, 'amount' | 'cancelled'>): number {
  return amount - cancelled
}

/** 发放状态 of one transfer, in its tone; why it did not go through shows on hover. */
export function TransferStateOf({ transfer }: { readonly transfer: TransferView }) {
  const { state, heldBecause, failureName } = transfer
  if (transfer.cancelled > 0) {
    const isOver = restOf(transfer) === 0
    return (
      <span className={isOver ? 'quiet' : toneOf[state]} title={stateSay(transfer)}>
        {isOver ? linesWords.cancelled : linesWords.cancelledShort}
      </span>
    )
  }
  return (
    <span className={toneOf[state]} title={failureName ?? heldBecause ?? undefined}>
      {transfer.stateName}
    </span>
  )
}

/** 撤销 of one transfer, in a sentence: how much, why, and that nobody is paid it any more. */
export function cancelledFacts(transfer: Pick<TransferView, 'amount' | 'cancelled'>) {
  if (transfer.cancelled === 0) return []
  return [
    { label: linesWords.cancelled, value: `${writeMoney(transfer.cancelled)}。${linesWords.cancelledSay}` },
    ...(restOf(transfer) === 0 ? [] : [{ label: linesWords.rest, value: writeMoney(restOf(transfer)) }]),
  ]
}

/** 代领: somebody else's account or hand takes it, on behalf of the person or the family. */
export function payeeOf({ holder, name }: Pick<TransferView, 'holder' | 'name'>): string | undefined {
  const other = holder.trim()
  return other === '' || other === name.trim() ? undefined : other
}
