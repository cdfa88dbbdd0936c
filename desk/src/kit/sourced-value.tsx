import { Button, Popover } from 'antd'
import { useEffect, useState } from 'react'
import { recordWords } from '../words/kit.ts'
import { AskPurpose } from './ask-purpose.tsx'
import { nothing } from './format.ts'
import type { Purpose } from './purposes.ts'
import { FactList } from './record-page.tsx'
import './record.css'

/** Where a value comes from, in words. */
export interface ValueSource {
  /** 2025年3月导入《优抚对象花名册》第 12 行. */
  readonly source: string
  readonly valid?: string
  readonly learnt?: string
  readonly certainty?: string
}

/** A value that stood here before, or that another source gives. */
export interface ValueVersion extends ValueSource {
  readonly id: string
  readonly value: string
}

interface SourcedValueProps {
  readonly label: string
  readonly value: React.ReactNode
  readonly from: ValueSource
  readonly history?: readonly ValueVersion[]
}

/** A value that says who told us, and what stood here before: on hover, on a tap and by the keyboard. */
export function SourcedValue({ label, value, from, history = [] }: SourcedValueProps) {
  return (
    <Popover
      trigger={['hover', 'focus']}
      mouseEnterDelay={0.3}
      title={label}
      content={<SourceCard from={from} history={history} />}
    >
      <button type="button" className="plain sourced" aria-label={`${label}：${recordWords.source}`}>
        {value}
      </button>
    </Popover>
  )
}

function SourceCard({
  from,
  history,
}: Pick<SourcedValueProps, 'from'> & { readonly history: readonly ValueVersion[] }) {
  return (
    <div className="source-card">
      <FactList facts={linesOf(from)} />
      {history.length > 0 && (
        <>
          <h3>{recordWords.history}</h3>
          <ul>
            {history.map((version) => (
              <li key={version.id}>
                <span>{version.value}</span>
                <span className="small quiet">
                  {[version.valid, version.source].filter((part) => part !== undefined).join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function linesOf(from: ValueSource): readonly { readonly label: string; readonly value: string }[] {
  const lines = [
    { label: recordWords.source, value: from.source },
    { label: recordWords.valid, value: from.valid },
    { label: recordWords.learnt, value: from.learnt },
    { label: recordWords.certainty, value: from.certainty },
  ]
  return lines.flatMap(({ label, value }) => (value === undefined ? [] : [{ label, value }]))
}

interface MaskedValueProps {
  readonly label: string
  /** `138****5678`, as the server sent it; the screen never holds the rest. */
  readonly masked: string | undefined
  /** Fetches the whole value; the server writes the purpose into the trail first. Missing for those who may not. */
  readonly open?: (purpose: Purpose) => Promise<string>
}

const openForMilliseconds = 60_000

/** 遮盖 (masked): opened after its purpose was stated, covered again after a minute. */
export function MaskedValue({ label, masked, open }: MaskedValueProps) {
  const [isAsking, setAsking] = useState(false)
  const [whole, setWhole] = useState<string>()
  useEffect(() => {
    if (whole === undefined) return
    const timer = setTimeout(() => setWhole(undefined), openForMilliseconds)
    return () => clearTimeout(timer)
  }, [whole])

  if (masked === undefined) return <span className="quiet">{nothing}</span>
  return (
    <span className="masked">
      <span className="masked-value">{whole ?? masked}</span>
      {open && (
        <Button
          type="link"
          size="small"
          aria-label={`${whole === undefined ? recordWords.reveal : recordWords.hide}：${label}`}
          onClick={() => (whole === undefined ? setAsking(true) : setWhole(undefined))}
        >
          {whole === undefined ? recordWords.reveal : recordWords.hide}
        </Button>
      )}
      {whole !== undefined && <span className="small quiet">{recordWords.revealed}</span>}
      <AskPurpose
        isOpen={isAsking}
        for="open"
        title={recordWords.revealTitle(label)}
        say={recordWords.revealSay}
        verb={recordWords.reveal}
        onClose={() => setAsking(false)}
        onAnswer={async (purpose) => {
          if (!open) return
          setWhole(await open(purpose))
          setAsking(false)
        }}
      />
    </span>
  )
}

/** Who looked at a record, for the side card 谁看过. */
export function Lookers({
  looks,
}: {
  readonly looks: readonly { readonly id: string; readonly say: string; readonly at: string }[]
}) {
  if (looks.length === 0) return <p className="quiet">{recordWords.nobodyLooked}</p>
  return (
    <ul className="lookers">
      {looks.map((look) => (
        <li key={look.id}>
          <span>{look.say}</span>
          <span className="small quiet">{look.at}</span>
        </li>
      ))}
    </ul>
  )
}
