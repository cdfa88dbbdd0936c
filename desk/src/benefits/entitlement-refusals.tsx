import { DownOutlined, RightOutlined } from '@ant-design/icons'
import type { TimelineLine } from '@dongzhou/contract/benefits-views'
import { useState } from 'react'
import type { Opened } from './entitlement-drawer.tsx'
import { timelineWords } from './entitlement-words.ts'

interface RefusalsProps {
  readonly lines: readonly TimelineLine[]
  readonly now: string
  readonly onOpen: (opened: Opened) => void
}

/** 不符合的待遇: folded, because eighteen times no is not news; but each says why, for whoever is asked at the counter. */
export function EntitlementRefusals({ lines, now, onOpen }: RefusalsProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <section className="card entitlement-refusals">
      <button type="button" className="plain card-head" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <span>
          {isOpen ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />} {timelineWords.groups.none}
        </span>
        <span className="small quiet">{timelineWords.count(lines.length)}</span>
      </button>
      {isOpen && (
        <ul className="card-body">
          {lines.map((line) => (
            <li key={line.benefit}>
              <button
                type="button"
                className="plain refusal"
                onClick={() => onOpen({ benefit: line.benefit, month: now })}
              >
                <span className="refusal-name">{line.benefitName}</span>
                <span className="quiet">{reasonOf(line)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function reasonOf({ now }: TimelineLine): string {
  if (now.missing.length > 0) return timelineWords.lacks(now.missing.map(({ name }) => `“${name}”`).join('、'))
  return now.reasons.map(({ say }) => say).join('')
}
