import type { RateLine } from '@dongzhou/contract/benefits-rates'
import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { api } from '../api.ts'
import { newActionId } from '../kit/action-id.ts'
import { askAnew } from '../kit/ask-anew.ts'
import { FormEnd, PlainForm } from '../kit/form.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { TextField } from '../kit/text-field.tsx'
import { useAction } from '../kit/use-action.ts'
import { EffectFigures } from './rate-effect.tsx'
import { effectWords, waitingWords } from './rate-form-words.ts'
import { withdrawWords } from './rate-words.ts'
import { useEffectOf } from './use-rates.ts'

interface DialogProps {
  /** As they stand now: after a conflict the list is asked anew, and the second attempt is made under it. */
  readonly rows: readonly RateLine[]
  readonly onClose: () => void
}

/** 复核: says what it means before it is done. */
export function RateConfirmDialog({ rows, onClose }: DialogProps) {
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [first] = rows
  const action = useAction(
    (input: { readonly actionId: string }) =>
      api.benefits
        .confirmRates({ ...input, rates: rows.map(({ id, version }) => ({ id, version })) })
        .catch(askAnew(queries)),
    ({ ids }) => {
      onClose()
      void message.success(waitingWords.done(ids.length))
    },
  )
  return (
    <FormDialog isOpen title={waitingWords.askTitle} onClose={onClose}>
      <PlainForm onSubmit={() => action.act({})}>
        <p>{first?.isVoid ? waitingWords.askedVoid : waitingWords.asked(rows.length, first?.document ?? '')}</p>
        {first && <ConfirmEffect rows={rows} />}
        {first?.isVoid && <p className="quiet small">{effectWords.voidLimit}</p>}
        <FormEnd
          verb={first?.isVoid ? waitingWords.voidVerb : waitingWords.verb(rows.length)}
          isBusy={action.isBusy}
          onCancel={onClose}
          trouble={action.trouble}
          whenStale={waitingWords.stale}
        />
      </PlainForm>
    </FormDialog>
  )
}

/** Whom it touches and by how much is said once more where it is done. */
function ConfirmEffect({ rows }: Pick<DialogProps, 'rows'>) {
  const effect = useEffectOf({ rateIds: rows.map(({ id }) => id) }, 1)
  if (effect.data === undefined) return effect.isPending ? <p className="quiet">{effectWords.counting}</p> : null
  return effect.data.people === 0 ? <p>{effectWords.nobody}</p> : <EffectFigures effect={effect.data} />
}

/** 撤回 of what waits, all rows of a document together. */
export function RateDropDialog({ rows, onClose }: DialogProps) {
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const complaint = reason.trim().length < 2 ? withdrawWords.reasonNeeded : undefined
  const action = useAction(
    // Each row is withdrawn by itself; what was withdrawn before a fault is no longer in the list that is asked anew.
    async (_: { readonly actionId: string }) => {
      for (const { id, version } of rows)
        await api.benefits
          .withdrawRate({ actionId: newActionId(), id, version, reason: reason.trim() })
          .catch(askAnew(queries))
      return rows.length
    },
    (count) => {
      onClose()
      void message.success(waitingWords.dropped(count))
    },
  )
  return (
    <FormDialog isOpen title={withdrawWords.dropTitle} onClose={onClose}>
      <PlainForm
        onSubmit={() => {
          setTried(true)
          if (complaint === undefined) action.act({})
        }}
      >
        <p>{waitingWords.dropSay(rows.length)}</p>
        <TextField
          label={withdrawWords.reason}
          value={reason}
          most={300}
          complaint={isTried ? complaint : undefined}
          onChange={setReason}
        />
        <FormEnd
          verb={withdrawWords.dropVerb}
          isBusy={action.isBusy}
          onCancel={onClose}
          trouble={action.trouble}
          whenStale={waitingWords.stale}
          isDanger
        />
      </PlainForm>
    </FormDialog>
  )
}
