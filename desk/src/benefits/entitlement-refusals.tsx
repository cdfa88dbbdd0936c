import { DownOutlined, RightOutlined } from '@ant-design/icons'
import type { Timeline, TimelineLine } from '@dongzhou/contract/benefits-views'
import { useState } from 'react'
import { PageLink } from '../kit/navigation.tsx'
import type { Opened } from './entitlement-drawer.tsx'
import { timelineWords } from './entitlement-words.ts'
import { useApplications } from './use-entitlements.ts'

interface RefusalsProps {
  readonly group: 'unclear' | 'none'
  readonly lines: readonly TimelineLine[]
  readonly timeline: Timeline
  readonly isOpenAtFirst: boolean
  readonly onOpen: (opened: Opened) => void
}

/**
 * 不符合的待遇 and 材料不全: folded, because eighteen times no is not news; but each says why, or what is missing, for whoever is asked at
 * the counter.
 */
export function EntitlementRefusals({ group, lines, timeline, isOpenAtFirst, onOpen }: RefusalsProps) {
  const [isOpen, setOpen] = useState(isOpenAtFirst)
  const { person, now } = timeline
  const applications = useApplications(person.id)
  return (
    <section className="card entitlement-refusals">
      <button type="button" className="plain card-head" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <span>
          {isOpen ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />} {timelineWords.groups[group]}
        </span>
        <span className="small quiet">{timelineWords.count(lines.length)}</span>
      </button>
      {isOpen && (
        <ul className="card-body">
          {lines.map((line) => (
            <li key={line.benefit} className="refusal-line">
              <button
                type="button"
                className="plain refusal"
                onClick={() => onOpen({ benefit: line.benefit, month: now })}
              >
                <span className="refusal-name">{line.benefitName}</span>
                <span className="quiet">{reasonOf(line)}</span>
              </button>
              {applications.has(line.benefit) && (
                <PageLink to={`/benefits/people/${person.id}/application?benefit=${line.benefit}`}>
                  {timelineWords.apply}
                </PageLink>
              )}
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
