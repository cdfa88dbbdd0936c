import type { BatchView, LedgerView, SheetView } from '@dongzhou/contract/intake'
import { Button, Modal, Select } from 'antd'
import { useState } from 'react'
import { writeNumber } from '../../kit/format.ts'
import { sizes } from '../../kit/theme.ts'
import { words } from '../../words/kit.ts'
import { useBatchWork } from '../use-batch-work.ts'
import { recogniseWords } from '../words.ts'
import { ColumnTable } from './column-table.tsx'
import {
  doubled,
  type MappingDraft,
  missingFields,
  settledColumns,
  unreadColumns,
  withChoice,
} from './mapping-draft.ts'

interface SheetCardProps {
  readonly batch: BatchView
  readonly sheet: SheetView
  readonly ledgers: readonly LedgerView[]
  readonly isMutable: boolean
}

/** One sheet: the kind of ledger and why, what was counted, and its columns. */
export function SheetCard({ batch, sheet, ledgers, isMutable }: SheetCardProps) {
  const [draft, setDraft] = useState<MappingDraft>({})
  const [kind, setKind] = useState<LedgerView>()
  const remap = useBatchWork(batch.id).changeMapping
  const ledger = ledgers.find((one) => one.code === sheet.ledger)
  return (
    <section className="card intake-sheet" aria-label={sheet.name}>
      <SheetHead
        sheet={sheet}
        isReading={batch.state === 'reading'}
        ledgers={ledgers}
        onKind={isMutable ? setKind : undefined}
      />
      {ledger && (
        <>
          <SheetNotes sheet={sheet} ledger={ledger} draft={draft} />
          <ColumnTable
            sheet={sheet}
            ledger={ledger}
            draft={draft}
            {...(isMutable ? { onChoose: (column, field) => setDraft(withChoice(draft, column, field)) } : {})}
          />
        </>
      )}
      {Object.keys(draft).length > 0 && (
        <DraftBar
          isBlocked={doubled(sheet, draft).length > 0}
          isBusy={remap.isBusy}
          onUndo={() => setDraft({})}
          onSend={() =>
            remap.act({ sheet: sheet.sheet, ledger: sheet.ledger ?? '', columns: settledColumns(sheet, draft) })
          }
        />
      )}
      <p className="late complaint intake-complaint" role="alert">
        {remap.trouble?.say}
      </p>
      <KindDialog
        kind={kind}
        sheet={sheet}
        isBusy={remap.isBusy}
        onClose={() => setKind(undefined)}
        onChange={(ledger) => {
          // No columns named: the machine proposes them anew for the other kind.
          remap.act({ sheet: sheet.sheet, ledger, columns: [] })
          setKind(undefined)
        }}
      />
    </section>
  )
}

interface SheetHeadProps {
  readonly sheet: SheetView
  readonly isReading: boolean
  readonly ledgers: readonly LedgerView[]
  readonly onKind: ((kind: LedgerView) => void) | undefined
}

function SheetHead({ sheet, isReading, ledgers, onKind }: SheetHeadProps) {
  return (
    <div className="intake-sheet-head">
      <div className="row">
        <h2>{sheet.name}</h2>
        {sheet.isHidden && <span className="risk small">{recogniseWords.hiddenSheet}</span>}
        <span className="quiet">{recogniseWords.ledger}</span>
        {onKind && sheet.headerBottom !== null ? (
          <Select
            aria-label={`${sheet.name}：${recogniseWords.ledger}`}
            className="intake-kind"
            value={sheet.ledger}
            placeholder={recogniseWords.choose}
            options={ledgers.map((ledger) => ({ value: ledger.code, label: ledger.name }))}
            onChange={(code) => {
              const kind = ledgers.find((one) => one.code === code)
              if (kind && kind.code !== sheet.ledger) onKind(kind)
            }}
          />
        ) : (
          <strong>{sheet.ledgerName ?? recogniseWords.none}</strong>
        )}
      </div>
      <p className="quiet small">{[sheet.why, headerWords(sheet)].filter((part) => part !== '').join(' ')}</p>
      {sheet.ledger !== null && <p>{isReading ? recogniseWords.counting : countWords(sheet)}</p>}
    </div>
  )
}

function headerWords({ headerBottom, ledger }: SheetView): string {
  return headerBottom === null || ledger === null ? '' : recogniseWords.headerAt(headerBottom + 1)
}

/** What the rows of the sheet came out as, so that a clerk can check it against the sheet. */
function countWords({ counts }: SheetView): string {
  const parts: readonly (readonly [number, string])[] = [
    [counts.good, '行没有问题'],
    [counts.warned, '行请留意'],
    [counts.held, '行须处理'],
  ]
  const left: readonly (readonly [number, string])[] = [
    [counts.total, '行合计'],
    [counts.note, '行说明'],
    [counts.header, '行重复表头'],
    [counts.blank, '行空行'],
  ]
  const said = wordsOf(parts)
  const skipped = wordsOf(left)
  const rest = skipped === '' ? '' : `；另有 ${skipped}，不当作数据`
  return `共 ${writeNumber(counts.data)} 行数据${said === '' ? '' : `：${said}`}${rest}。`
}

function wordsOf(parts: readonly (readonly [number, string])[]): string {
  return parts.flatMap(([count, what]) => (count === 0 ? [] : [`${writeNumber(count)} ${what}`])).join('、')
}

interface SheetNotesProps {
  readonly sheet: SheetView
  readonly ledger: LedgerView
  readonly draft: MappingDraft
}

function SheetNotes({ sheet, ledger, draft }: SheetNotesProps) {
  const missing = missingFields(sheet, ledger, draft)
  const unread = unreadColumns(sheet, draft)
  const titleOf = (key: string) => ledger.fields.find((field) => field.key === key)?.title ?? key
  return (
    <ul className="intake-notes">
      {missing.length > 0 && <li className="late">{recogniseWords.missing(missing.join('、'))}</li>}
      {doubled(sheet, draft).map((key) => (
        <li key={key} className="late">
          {recogniseWords.twice(titleOf(key))}
        </li>
      ))}
      <li className="quiet">
        {unread.length === 0 ? recogniseWords.allMapped : recogniseWords.unmapped(unread.join('、'))}
      </li>
    </ul>
  )
}

interface DraftBarProps {
  readonly isBlocked: boolean
  readonly isBusy: boolean
  readonly onUndo: () => void
  readonly onSend: () => void
}

function DraftBar({ isBlocked, isBusy, onUndo, onSend }: DraftBarProps) {
  return (
    <div className="intake-draft">
      <span>{recogniseWords.rereadSay}</span>
      <span className="row">
        <Button onClick={onUndo}>{recogniseWords.undo}</Button>
        <Button type="primary" disabled={isBlocked} loading={isBusy} onClick={onSend}>
          {recogniseWords.reread}
        </Button>
      </span>
    </div>
  )
}

interface KindDialogProps {
  readonly kind: LedgerView | undefined
  readonly sheet: SheetView
  readonly isBusy: boolean
  readonly onClose: () => void
  readonly onChange: (ledger: string) => void
}

function KindDialog({ kind, sheet, isBusy, onClose, onChange }: KindDialogProps) {
  return (
    <Modal
      open={kind !== undefined}
      title={recogniseWords.changeKindTitle}
      width={sizes.dialog}
      okText={recogniseWords.rereadNow}
      cancelText={words.cancel}
      okButtonProps={{ loading: isBusy }}
      onCancel={onClose}
      onOk={() => kind && onChange(kind.code)}
    >
      {kind && recogniseWords.changeKind(sheet.name, kind.name)}
    </Modal>
  )
}
