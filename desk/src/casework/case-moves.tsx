import type { CaseFile, MoveView } from '@dongzhou/contract/casework-views'
import { Button } from 'antd'
import { useState } from 'react'
import { Card } from '../kit/record-page.tsx'
import { AskCountersignDialog } from './ask-countersign-dialog.tsx'
import { hindrancesOf, missingOf } from './case-view.ts'
import { CountersignDialog } from './countersign-dialog.tsx'
import { DelegateDialog } from './delegate-dialog.tsx'
import { EndDialogs } from './end-dialogs.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { handWords, pageWords } from './words.ts'

/** What is open over the case. */
type Open = 'delegate' | 'ask' | 'countersign' | 'withdraw' | 'reopen' | { readonly move: MoveView }

/** 办理: who can move the case, the ways out of its step, and why one cannot be taken now. */
export function MovesCard({ file }: { readonly file: CaseFile }) {
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  return (
    <Card title={pageWords.moves}>
      <div className="stack case-moves">
        {file.isEnded ? (
          <p className="quiet">{pageWords.movesNone}</p>
        ) : (
          <p>
            <span className="quiet">{`${pageWords.canMove}：`}</span>
            {file.canMove.join('、')}
          </p>
        )}
        <Missing file={file} />
        <MoveButtons file={file} onOpen={setOpen} />
        <Reasons file={file} />
        <OtherButtons file={file} onOpen={setOpen} />
      </div>
      <MoveDialog file={file} move={typeof open === 'object' ? open.move : undefined} onClose={close} />
      <DelegateDialog isOpen={open === 'delegate'} file={file} onClose={close} />
      <AskCountersignDialog isOpen={open === 'ask'} file={file} onClose={close} />
      <CountersignDialog isOpen={open === 'countersign'} file={file} onClose={close} />
      <EndDialogs open={open === 'withdraw' || open === 'reopen' ? open : undefined} file={file} onClose={close} />
    </Card>
  )
}

interface ButtonsProps {
  readonly file: CaseFile
  readonly onOpen: (open: Open) => void
}

function MoveButtons({ file, onOpen }: ButtonsProps) {
  if (file.moves.length === 0) return null
  // The way on is written first in every step; an objection or a return is never what a page asks for.
  const [first] = file.moves
  return (
    <div className="row no-print">
      {file.moves.map((move) => (
        <Button
          key={`${move.move} ${move.answer ?? ''}`}
          type={move === first && move.hindrances.length === 0 ? 'primary' : 'default'}
          disabled={move.hindrances.length > 0}
          title={move.hindrances.length > 0 ? move.hindrances.join('') : pageWords.to(move.toName)}
          onClick={() => onOpen({ move })}
        >
          {move.label}
        </Button>
      ))}
    </div>
  )
}

function Reasons({ file }: { readonly file: CaseFile }) {
  const reasons = hindrancesOf(file.moves)
  if (reasons.length === 0) return null
  return <SayList title={pageWords.hindered} says={reasons} tone="quiet" />
}

function Missing({ file }: { readonly file: CaseFile }) {
  // What is missing is asked of whoever has the step; others read it on the cards below.
  const missing = file.may.fill ? missingOf(file) : []
  if (missing.length === 0) return null
  return <SayList title={pageWords.missing} says={missing} tone="risk" />
}

interface SayListProps {
  readonly title: string
  readonly says: readonly string[]
  readonly tone: 'risk' | 'quiet'
}

function SayList({ title, says, tone }: SayListProps) {
  return (
    <div className={tone}>
      <p>{title}</p>
      <ul className="case-reasons">
        {says.map((say) => (
          <li key={say}>{say}</li>
        ))}
      </ul>
    </div>
  )
}

function OtherButtons({ file, onOpen }: ButtonsProps) {
  const { may } = file
  const offered: readonly (readonly [boolean, Extract<Open, string>, string])[] = [
    [may.countersign, 'countersign', handWords.countersign],
    [may.delegate, 'delegate', handWords.delegate],
    [may.delegate, 'ask', handWords.ask],
    [may.withdraw, 'withdraw', handWords.withdraw],
    [may.reopen, 'reopen', handWords.reopen],
  ]
  const shown = offered.filter(([isOffered]) => isOffered)
  if (shown.length === 0) return null
  return (
    <div className="row no-print">
      <span className="quiet small">{handWords.more}</span>
      {shown.map(([, kind, label]) => (
        <Button key={kind} size="small" onClick={() => onOpen(kind)}>
          {label}
        </Button>
      ))}
    </div>
  )
}
