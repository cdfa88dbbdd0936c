import type { PersonFile } from '@dongzhou/contract/registry'
import { Input, Radio } from 'antd'
import { useState } from 'react'
import { api } from '../api.ts'
import { FormEnd, FormField, PlainForm } from '../kit/form.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { writeDay } from '../kit/format.ts'
import { useAction } from '../kit/use-action.ts'
import { PersonConflict } from './person-conflict.tsx'
import { certaintyWords, type Dispute, openFacts } from './person-facts.ts'
import { registerWords, settleWords } from './words.ts'

interface SettleDialogProps {
  readonly person: PersonFile
  readonly dispute: Dispute
  readonly onClose: () => void
}

/** 裁定不一致: the sides with their sources next to each other; one is kept, the others stay readable. */
export function SettleDialog(props: SettleDialogProps) {
  return (
    <FormDialog isOpen title={settleWords.title(props.dispute.kindName)} onClose={props.onClose}>
      <SettleForm {...props} />
    </FormDialog>
  )
}

function SettleForm({ person, dispute, onClose }: SettleDialogProps) {
  const [kept, setKept] = useState<number>()
  const [because, setBecause] = useState('')
  const [isTold, setTold] = useState(false)
  const isReady = kept !== undefined && because.trim().length >= 2
  const settle = useAction(api.registry.settleDispute, onClose)

  function send(version: number): void {
    setTold(true)
    if (kept === undefined || !isReady) return
    settle.act({ personId: person.id, version, keepFactId: kept, because: because.trim() })
  }

  return (
    <PlainForm onSubmit={() => send(person.version)}>
      <p className="quiet">{settleWords.say}</p>
      <Sides dispute={dispute} kept={kept} onKept={setKept} />
      {isTold && kept === undefined && (
        <p className="late small" role="alert">
          {settleWords.needChoice}
        </p>
      )}
      <FormField
        label={settleWords.because}
        complaint={isTold && because.trim().length < 2 ? registerWords.basisNeeded : undefined}
      >
        {(id) => <Input id={id} value={because} maxLength={200} onChange={(event) => setBecause(event.target.value)} />}
      </FormField>
      <FormEnd
        verb={settleWords.verb}
        isBusy={settle.isBusy}
        onCancel={onClose}
        complaint={settle.trouble?.kind === 'stale' ? undefined : settle.trouble?.say}
      />
      <PersonConflict
        trouble={settle.trouble}
        person={person}
        label={dispute.kindName}
        textOf={(file) =>
          openFacts(file.facts, dispute.kind)
            .map((fact) => fact.text)
            .join('；')
        }
        mine={dispute.sides.find((side) => side.id === kept)?.text ?? ''}
        onKeep={(now) => send(now.version)}
        onDrop={onClose}
      />
    </PlainForm>
  )
}

interface SidesProps {
  readonly dispute: Dispute
  readonly kept: number | undefined
  readonly onKept: (id: number) => void
}

function Sides({ dispute, kept, onKept }: SidesProps) {
  return (
    <Radio.Group
      className="settle-sides"
      aria-label={settleWords.choose}
      value={kept}
      onChange={(event) => onKept(Number(event.target.value))}
    >
      {dispute.sides.map((side) => (
        <Radio key={side.id} value={side.id}>
          <strong>{side.text}</strong>
          <span className="small quiet settle-source">
            {[side.source, certaintyWords[side.certainty], `${writeDay(side.recordedAt)}登记`].join(' · ')}
          </span>
        </Radio>
      ))}
    </Radio.Group>
  )
}
