import type { PairingFile, VisitLine } from '@dongzhou/contract/visits'
import { Button } from 'antd'
import { useState } from 'react'
import { EmptyState } from '../kit/drawn-state.tsx'
import { writeMoney } from '../kit/format.ts'
import { Loaded } from '../kit/loaded.tsx'
import { RecordTimeline, type TimelineEntry } from '../kit/record-timeline.tsx'
import { useVisitsOf } from './use-visits.ts'
import './visits.css'
import { pairingPageWords, visitLabels } from './words.ts'

interface VisitTimelineProps {
  readonly pairing: PairingFile
  readonly onRecord: (() => void) | undefined
  readonly onCorrect: ((visit: VisitLine) => void) | undefined
}

const FIRST = 20

/** 走访记录: every call under a pairing, the latest first. */
export function VisitTimeline({ pairing, onRecord, onCorrect }: VisitTimelineProps) {
  const [size, setSize] = useState(FIRST)
  const visits = useVisitsOf(pairing.id, size)
  return (
    <Loaded query={visits} rows={8}>
      {({ items, total }) =>
        items.length === 0 ? (
          <section className="card">
            <EmptyState
              title={pairingPageWords.timelineEmptyTitle}
              say={pairingPageWords.timelineEmptySay}
              {...(onRecord ? { action: { label: pairingPageWords.visit, onClick: onRecord } } : {})}
            />
          </section>
        ) : (
          <>
            <RecordTimeline entries={items.map((visit) => entryOf(visit, onCorrect))} />
            {total > items.length && (
              <Button onClick={() => setSize(Math.min(size + 60, 200))}>
                {pairingPageWords.more(total - items.length)}
              </Button>
            )}
          </>
        )
      }
    </Loaded>
  )
}

function entryOf(visit: VisitLine, onCorrect: VisitTimelineProps['onCorrect']): TimelineEntry {
  return {
    id: String(visit.id),
    on: visit.dayText,
    room: pairingPageWords.room,
    title: pairingPageWords.visitTitle(visit.visitors),
    body: <VisitBody visit={visit} onCorrect={onCorrect} />,
  }
}

function VisitBody({ visit, onCorrect }: { readonly visit: VisitLine } & Pick<VisitTimelineProps, 'onCorrect'>) {
  return (
    <>
      {saysOf(visit).map((say) => (
        <p key={say}>{say}</p>
      ))}
      <p className="small">{pairingPageWords.from(visit.source)}</p>
      {onCorrect && (
        <Button type="link" size="small" className="visit-correct no-print" onClick={() => onCorrect(visit)}>
          {visitLabels.correctTitle}
        </Button>
      )}
    </>
  )
}

function saysOf({ help, goods, money, findings }: VisitLine): readonly string[] {
  return [
    money === null ? '' : pairingPageWords.money(writeMoney(money)),
    goods === '' ? '' : pairingPageWords.goods(goods),
    help === '' ? '' : pairingPageWords.helped(help),
    findings === '' ? '' : pairingPageWords.findings(findings),
  ].filter((say) => say !== '')
}
