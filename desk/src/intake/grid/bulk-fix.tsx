import type { ColumnView, LedgerView } from '@dongzhou/contract/intake'
import { AutoComplete, Modal } from 'antd'
import { useState } from 'react'
import { sizes } from '../../kit/theme.ts'
import { words } from '../../words/kit.ts'
import { gridWords } from './grid-words.ts'

interface BulkFixProps {
  readonly isOpen: boolean
  readonly count: number
  readonly text: string
  readonly column: ColumnView | undefined
  readonly ledger: LedgerView | undefined
  readonly onFix: (text: string) => void
  readonly onClose: () => void
}

/** 一起改正: the same wrong text in a column becomes one right text, everywhere on the page where it was complained about. */
export function BulkFix(props: BulkFixProps) {
  const [text, setText] = useState('')
  const { column, ledger, count } = props
  const choices = ledger?.fields.find((field) => field.key === column?.field)?.choices ?? []
  return (
    <Modal
      open={props.isOpen}
      title={gridWords.sameTitle(count)}
      width={sizes.dialog}
      okText={gridWords.sameTitle(count)}
      okButtonProps={{ disabled: text.trim() === '' || text.trim() === props.text }}
      cancelText={words.cancel}
      onOk={() => props.onFix(text.trim())}
      onCancel={props.onClose}
      afterClose={() => setText('')}
      destroyOnHidden
    >
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (text.trim() !== '') props.onFix(text.trim())
        }}
      >
        <p>{gridWords.sameSay(count, column?.title ?? '', props.text === '' ? gridWords.empty : props.text)}</p>
        <div className="intake-field">
          <label htmlFor="bulk-fix-text">{gridWords.sameTo}</label>
          <AutoComplete
            id="bulk-fix-text"
            autoFocus
            value={text}
            maxLength={500}
            options={choices.map((value) => ({ value }))}
            showSearch={{ filterOption: (typed, option) => String(option?.value ?? '').includes(typed) }}
            onChange={setText}
          />
        </div>
      </form>
    </Modal>
  )
}
