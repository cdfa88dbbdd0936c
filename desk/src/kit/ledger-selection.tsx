import { Button, Modal } from 'antd'
import { useState } from 'react'
import { ledgerWords, words } from '../words/kit.ts'
import { writeNumber } from './format.ts'
import type { BulkAction, LedgerPage } from './ledger-types.ts'
import type { LedgerAsk } from './search-params.ts'
import { sizes } from './theme.ts'
import { troubleOf } from './trouble.ts'

/** What bulk work is done to: rows by name, or everything that matches the filters. */
export type Selection =
  | { readonly kind: 'rows'; readonly ids: readonly string[] }
  | {
      readonly kind: 'matching'
      readonly filters: LedgerAsk['filters']
      readonly total: number
      readonly more: boolean
    }

interface BulkBarProps {
  readonly actions: readonly BulkAction[]
  readonly selection: Selection
  readonly onSelection: (selection: Selection) => void
  readonly page: LedgerPage<unknown>
  readonly ask: LedgerAsk
  readonly unit: string
}

/** Appears once something is chosen: the count, the actions, and the offer to take all that matches. */
export function BulkBar({ actions, selection, onSelection, page, ask, unit }: BulkBarProps) {
  const [chosen, setChosen] = useState<BulkAction>()
  if (selection.kind === 'rows' && selection.ids.length === 0) return null
  const all = `${writeNumber(page.total)}${page.more ? '+' : ''} ${unit}`
  return (
    <div className="ledger-bulk no-print" role="toolbar" aria-label={ledgerWords.selected(countOf(selection, unit))}>
      <strong aria-live="polite">{ledgerWords.selected(countOf(selection, unit))}</strong>
      {actions.map((action) => (
        <Button key={action.key} size="small" danger={action.isDestructive ?? false} onClick={() => setChosen(action)}>
          {action.label}
        </Button>
      ))}
      <span className="ledger-bulk-end">
        {selection.kind === 'rows' && page.total > selection.ids.length && (
          <Button
            type="link"
            size="small"
            onClick={() => onSelection({ kind: 'matching', filters: ask.filters, total: page.total, more: page.more })}
          >
            {ledgerWords.selectAll(all)}
          </Button>
        )}
        <Button type="link" size="small" onClick={() => onSelection({ kind: 'rows', ids: [] })}>
          {ledgerWords.clearSelection}
        </Button>
      </span>
      <BulkDialog
        action={chosen}
        selection={selection}
        count={countOf(selection, unit)}
        onClose={() => setChosen(undefined)}
        onDone={() => onSelection({ kind: 'rows', ids: [] })}
      />
    </div>
  )
}

interface BulkDialogProps {
  readonly action: BulkAction | undefined
  readonly selection: Selection
  readonly count: string
  readonly onClose: () => void
  readonly onDone: () => void
}

function BulkDialog({ action, selection, count, onClose, onDone }: BulkDialogProps) {
  const [isBusy, setBusy] = useState(false)
  const [complaint, setComplaint] = useState('')

  async function run(): Promise<void> {
    setBusy(true)
    setComplaint('')
    try {
      await action?.run(selection)
      onClose()
      onDone()
    } catch (error) {
      setComplaint(troubleOf(error).say)
    } finally {
      setBusy(false)
    }
  }

  return (
    <Modal
      open={action !== undefined}
      title={action && `${action.label}：${count}`}
      width={sizes.dialog}
      okText={action?.label}
      okButtonProps={{ danger: action?.isDestructive ?? false, loading: isBusy }}
      cancelText={words.cancel}
      onOk={run}
      onCancel={onClose}
      destroyOnHidden
    >
      {action?.preview(selection)}
      <p className="late complaint" role="alert">
        {complaint}
      </p>
    </Modal>
  )
}

function countOf(selection: Selection, unit: string): string {
  if (selection.kind === 'rows') return `${writeNumber(selection.ids.length)} ${unit}`
  return `${writeNumber(selection.total)}${selection.more ? '+' : ''} ${unit}`
}
