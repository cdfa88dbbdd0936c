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
  /** Who saved, and when, where that is known: a colleague otherwise, while one was writing. */
  readonly by?: { readonly who: string; readonly when: string }
  /** What both changed; none where the two changes only have to be put together. */
  readonly fields: readonly ConflictField[]
  /** Names of what only I, and of what only they changed: both are kept. */
  readonly joined?: { readonly mine: readonly string[]; readonly theirs: readonly string[] }
  /** The keys whose value of mine is kept; all others take theirs. Send with the new version. */
  readonly onKeep: (mine: readonly string[]) => void
  readonly onDrop: () => void
  /** Goes back to the writing, undecided, where that is possible; giving up one's own otherwise. */
  readonly onClose?: () => void
}

/** 冲突 (conflict): someone saved meanwhile. Nothing is overwritten; each field is decided by itself. */
export function StaleDialog({ isOpen, by, fields, joined, onKeep, onDrop, onClose = onDrop }: StaleDialogProps) {
  const [mine, setMine] = useState<ReadonlySet<string>>(new Set())
  const isClash = fields.length > 0

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
      width={isClash ? sizes.dialogWide : sizes.dialog}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={[
        <Button key="drop" onClick={onDrop}>
          {stateWords.staleDrop}
        </Button>,
        <Button key="keep" type="primary" onClick={() => onKeep(fields.map(keyOf).filter((key) => mine.has(key)))}>
          {isClash ? stateWords.staleKeep : stateWords.staleJoin}
        </Button>,
      ]}
    >
      <div className="stack">
        <p>
          {stateWords.staleSay(by)}
          {isClash ? stateWords.staleDecide : stateWords.staleApart}
        </p>
        {isClash && <ConflictTable fields={fields} mine={mine} onChoose={choose} />}
        {joined && <Joined {...joined} />}
      </div>
    </Modal>
  )
}

interface ConflictTableProps {
  readonly fields: readonly ConflictField[]
  readonly mine: ReadonlySet<string>
  readonly onChoose: (key: string, isMine: boolean) => void
}

function ConflictTable({ fields, mine, onChoose }: ConflictTableProps) {
  // Where nobody knows what stood there before, an empty column would say that it was empty.
  const knowsBefore = fields.some(({ before }) => before !== '')
  return (
    <div className="scroll-across">
      <table className="stale-choices">
        <thead>
          <tr>
            <th scope="col">{stateWords.staleField}</th>
            {knowsBefore && <th scope="col">{stateWords.staleBefore}</th>}
            <th scope="col">{stateWords.staleTheirs}</th>
            <th scope="col">{stateWords.staleMine}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <ConflictRow
              key={field.key}
              field={field}
              isMine={mine.has(field.key)}
              knowsBefore={knowsBefore}
              onChoose={onChoose}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** What goes together by itself, so that nobody wonders what became of it. */
function Joined({ mine, theirs }: { readonly mine: readonly string[]; readonly theirs: readonly string[] }) {
  if (mine.length + theirs.length === 0) return null
  return (
    <p className="quiet">
      {[
        mine.length > 0 ? stateWords.staleOnlyMine(mine.join('、')) : '',
        theirs.length > 0 ? stateWords.staleOnlyTheirs(theirs.join('、')) : '',
      ].join('')}
    </p>
  )
}

interface ConflictRowProps {
  readonly field: ConflictField
  readonly isMine: boolean
  readonly knowsBefore: boolean
  readonly onChoose: (key: string, isMine: boolean) => void
}

function ConflictRow({ field, isMine, knowsBefore, onChoose }: ConflictRowProps) {
  return (
    <tr>
      <th scope="row">{field.label}</th>
      {knowsBefore && (
        <td className="quiet" data-label={stateWords.staleBefore}>
          {field.before}
        </td>
      )}
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

/** What cannot be laid side by side (yet) is still said: the form must not stand there as if nothing had happened. */
export function ConflictSay({ say }: { readonly say: string }) {
  return (
    <p className="late" role="alert">
      {say}
    </p>
  )
}
