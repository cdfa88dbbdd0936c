import type { ExclusionLine } from '@dongzhou/contract/benefits-rates'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { api } from '../api.ts'
import { askAnew } from '../kit/ask-anew.ts'
import { FormEnd, PlainForm } from '../kit/form.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { nothing, writeDay, writeInstant } from '../kit/format.ts'
import { FactList } from '../kit/record-page.tsx'
import { useAction } from '../kit/use-action.ts'
import { useMe } from '../session/use-session.ts'
import { cellText } from './exclusion-matrix.ts'
import { exclusionWords } from './exclusion-words.ts'
import { RateState } from './rate-state.tsx'
import { kindWords, rateWords, withdrawWords } from './rate-words.ts'
import { WithdrawDialog } from './withdraw-dialog.tsx'

/** One row of the matrix with its document and its signatures, and what may be done with it. */
export function ExclusionCard({ row }: { readonly row: ExclusionLine }) {
  const [asking, setAsking] = useState<'confirm' | 'withdraw'>()
  const { displayName } = useMe()
  const isWaiting = row.state === 'proposed'
  return (
    <section className="stack answer">
      <p>
        <strong>{cellText(row)}</strong> <RateState row={row} />
      </p>
      <FactList facts={factsOf(row)} />
      {isWaiting && !row.may.confirm && (
        <p className="quiet small">{row.recordedBy === displayName ? kindWords.notOwn : kindWords.notMine}</p>
      )}
      <div className="row no-print">
        {row.may.confirm && (
          <Button type="primary" onClick={() => setAsking('confirm')}>
            {row.isVoid ? exclusionWords.confirmVoid : exclusionWords.confirm}
          </Button>
        )}
        {row.may.withdraw && (
          <Button onClick={() => setAsking('withdraw')}>
            {isWaiting ? exclusionWords.withdraw : exclusionWords.void}
          </Button>
        )}
      </div>
      {asking === 'confirm' && <ConfirmDialog row={row} onClose={() => setAsking(undefined)} />}
      {asking === 'withdraw' && <WithdrawCell row={row} onClose={() => setAsking(undefined)} />}
    </section>
  )
}

function factsOf(row: ExclusionLine) {
  return [
    { label: exclusionWords.document, value: row.document },
    { label: exclusionWords.source, value: row.source },
    {
      label: exclusionWords.validFrom,
      value: row.validFrom === null ? exclusionWords.always : writeDay(row.validFrom),
    },
    ...(row.validTo === null ? [] : [{ label: exclusionWords.validTo, value: writeDay(row.validTo) }]),
    { label: exclusionWords.recorded, value: rateWords.byWhom(row.recordedBy, writeInstant(row.recordedAt)) },
    {
      label: exclusionWords.confirmed,
      value:
        row.confirmedAt === null ? nothing : rateWords.byWhom(row.confirmedBy ?? '', writeInstant(row.confirmedAt)),
    },
    ...(row.reason === '' ? [] : [{ label: exclusionWords.reason, value: row.reason }]),
  ]
}

interface DialogProps {
  readonly row: ExclusionLine
  readonly onClose: () => void
}

function ConfirmDialog({ row, onClose }: DialogProps) {
  const { message } = App.useApp()
  const queries = useQueryClient()
  const action = useAction(
    (input: { readonly actionId: string }) =>
      api.benefits.confirmExclusion({ ...input, id: row.id, version: row.version }).catch(askAnew(queries)),
    () => {
      onClose()
      void message.success(exclusionWords.confirmed2)
    },
  )
  return (
    <FormDialog isOpen title={exclusionWords.confirmTitle} onClose={onClose}>
      <PlainForm onSubmit={() => action.act({})}>
        <p>
          {row.isVoid ? exclusionWords.voidSay(cellText(row)) : exclusionWords.confirmSay(cellText(row), row.document)}
        </p>
        <FormEnd
          verb={row.isVoid ? exclusionWords.confirmVoid : exclusionWords.confirm}
          isBusy={action.isBusy}
          onCancel={onClose}
          trouble={action.trouble}
        />
      </PlainForm>
    </FormDialog>
  )
}

function WithdrawCell({ row, onClose }: DialogProps) {
  const isWaiting = row.state === 'proposed'
  const { id, version } = row
  return (
    <WithdrawDialog
      isWaiting={isWaiting}
      title={isWaiting ? exclusionWords.dropTitle : withdrawWords.voidTitle}
      say={isWaiting ? withdrawWords.dropSay(cellText(row)) : exclusionWords.voidAskSay(cellText(row))}
      withdraw={(sending) => api.benefits.withdrawExclusion({ ...sending, id, version })}
      onClose={onClose}
    />
  )
}
