import type { FactView, PersonFile } from '@dongzhou/contract/registry'
import { Checkbox } from 'antd'
import { useState } from 'react'
import { writeDay } from '../kit/format.ts'
import { RecordTimeline, type TimelineEntry } from '../kit/record-timeline.tsx'
import { groupOf, inTimelineOrder, timeText } from './person-facts.ts'
import { personWords } from './words.ts'

/** 经过: every fact in the order things happened; what was superseded is folded away until somebody wants it. */
export function PersonTimeline({ person }: { readonly person: PersonFile }) {
  const [withEarlier, setWithEarlier] = useState(false)
  const superseded = person.facts.filter((fact) => fact.supersededAt !== null).length
  const shown = withEarlier ? person.facts : person.facts.filter((fact) => fact.supersededAt === null)
  return (
    <div className="person-timeline">
      <RecordTimeline
        entries={inTimelineOrder(shown).map(entryOf)}
        extra={
          superseded > 0 && (
            <Checkbox checked={withEarlier} onChange={(event) => setWithEarlier(event.target.checked)}>
              {personWords.showEarlier(superseded)}
            </Checkbox>
          )
        }
      />
    </div>
  )
}

function entryOf(fact: FactView): TimelineEntry {
  const ended =
    fact.supersededAt === null
      ? []
      : [personWords.correctedOn(writeDay(fact.supersededAt)), fact.supersededBecause ?? undefined]
  return {
    id: String(fact.id),
    on: timeText(fact),
    room: groupOf(fact.kind),
    title: `${fact.kindName}：${fact.text}`,
    body: [fact.source, ...ended].filter((part) => part !== undefined).join('；'),
    isSuperseded: fact.supersededAt !== null,
  }
}
