import { Button, Modal, Radio } from 'antd'
import { useState } from 'react'
import { stateWords } from '../words/kit.ts'
import { sizes } from './theme.ts'
import './dialogs.css'

/** One field that two people changed: what it was, what I wrote, what stands there now. */
export interface ConflictField {
  readonly key: string
  readonly label: string
  readonly before: string
  readonly mine: string
  readonly theirs: string
}

interface StaleDialogProps {
  readonly isOpen: boolean
  readonly who: string
  readonly when: string
  readonly fields: readonly ConflictField[]
  /** The keys whose value of mine is kept; all others take theirs. Send with the new version. */
  readonly onKeep: (mine: readonly string[]) => void
  readonly onDrop: () => void
}

/** 冲突 (conflict): someone saved meanwhile. Nothing is overwritten; each field is decided by itself. */
export function StaleDialog({ isOpen, who, when, fields, onKeep, onDrop }: StaleDialogProps) {
  const [mine, setMine] = useState<ReadonlySet<string>>(new Set())

  function choose(key: string, isMine: boolean): void {
    const next = new Set(mine)
    if (isMine) next.add(key)
    else next.delete(key)
    setMine(next)
  }

  return (
    <Modal
      open={isOpen}
      title={stateWords.staleTitle}
      width={sizes.dialogWide}
      onCancel={onDrop}
      mask={{ closable: false }}
      footer={[
        <Button key="drop" onClick={onDrop}>
          {stateWords.staleDrop}
        </Button>,
        <Button key="keep" type="primary" onClick={() => onKeep(fields.map(keyOf).filter((key) => mine.has(key)))}>
          {stateWords.staleKeep}
        </Button>,
      ]}
    >
      <div className="stack">
        <p>{stateWords.staleSay(who, when)}</p>
        <div className="scroll-across">
          <table className="stale-choices">
            <thead>
              <tr>
                <th scope="col">{stateWords.staleField}</th>
                <th scope="col">{stateWords.staleBefore}</th>
                <th scope="col">{stateWords.staleTheirs}</th>
                <th scope="col">{stateWords.staleMine}</th>
              </tr>
            </thead>
            <tbody>
              {fields.map((field) => (
                <ConflictRow key={field.key} field={field} isMine={mine.has(field.key)} onChoose={choose} />
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </Modal>
  )
}

interface ConflictRowProps {
  readonly field: ConflictField
  readonly isMine: boolean
  readonly onChoose: (key: string, isMine: boolean) => void
}

function ConflictRow({ field, isMine, onChoose }: ConflictRowProps) {
  return (
    <tr>
      <th scope="row">{field.label}</th>
      <td className="quiet" data-label={stateWords.staleBefore}>
        {field.before}
      </td>
      <td data-label={stateWords.staleTheirs}>
        <Radio checked={!isMine} name={`conflict-${field.key}`} onChange={() => onChoose(field.key, false)}>
          {field.theirs}
        </Radio>
      </td>
      <td data-label={stateWords.staleMine}>
        <Radio checked={isMine} name={`conflict-${field.key}`} onChange={() => onChoose(field.key, true)}>
          {field.mine}
        </Radio>
      </td>
    </tr>
  )
}

function keyOf(field: ConflictField): string {
  return field.key
}
