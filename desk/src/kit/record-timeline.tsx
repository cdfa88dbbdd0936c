import { Segmented } from 'antd'
import { useState } from 'react'
import { recordWords } from '../words/kit.ts'
import { EmptyState } from './drawn-state.tsx'
import { PageLink } from './navigation.tsx'
import './record.css'

/** One thing that happened, whichever room it happened in. */
export interface TimelineEntry {
  readonly id: string
  /** When, as written: 2025年3月5日, 2025年3月, 1978年. */
  readonly on: string
  readonly room: string
  readonly title: React.ReactNode
  readonly body?: React.ReactNode
  readonly opensAt?: string
  /** A corrected or withdrawn entry stays, struck through, with why in its body. */
  readonly isSuperseded?: boolean
}

interface TimelineProps {
  /** Newest first. */
  readonly entries: readonly TimelineEntry[]
  /** What stands at the right of the head: a switch for what is folded away. */
  readonly extra?: React.ReactNode
}

/** 经过 (timeline): everything about one person or thing in one order, filterable by room. */
export function RecordTimeline({ entries, extra }: TimelineProps) {
  const [room, setRoom] = useState<string>(recordWords.all)
  if (entries.length === 0) return <EmptyState title={recordWords.empty} />
  const rooms = [recordWords.all, ...new Set(entries.map((entry) => entry.room))]
  const shown = room === recordWords.all ? entries : entries.filter((entry) => entry.room === room)
  return (
    <section className="card" aria-label={recordWords.timeline}>
      <div className="card-head timeline-head">
        <h2>{recordWords.timeline}</h2>
        {rooms.length > 2 && (
          <div className="scroll-across no-print">
            <Segmented size="small" aria-label={recordWords.byRoom} options={rooms} value={room} onChange={setRoom} />
          </div>
        )}
        {extra}
      </div>
      <ol className="timeline">
        {shown.map((entry) => (
          <TimelineLine key={entry.id} entry={entry} />
        ))}
      </ol>
    </section>
  )
}

function TimelineLine({ entry }: { readonly entry: TimelineEntry }) {
  return (
    <li className={entry.isSuperseded ? 'is-superseded' : ''}>
      <span className="timeline-on">{entry.on}</span>
      <div className="timeline-what">
        <span className="timeline-title">
          {entry.opensAt === undefined ? entry.title : <PageLink to={entry.opensAt}>{entry.title}</PageLink>}
        </span>
        <span className="small quiet timeline-room">{entry.room}</span>
        {entry.body !== undefined && <div className="timeline-body">{entry.body}</div>}
      </div>
    </li>
  )
}
