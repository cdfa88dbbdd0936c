import type { Timeline, TimelineLine } from '@dongzhou/contract/benefits-views'
import { Button, Tag } from 'antd'
import { writeDay, writeMoney } from '../kit/format.ts'
import { PageLink } from '../kit/navigation.tsx'
import type { AwardWish } from './award-dialogs.tsx'
import type { Opened } from './entitlement-drawer.tsx'
import { awardSay, groupOfLine, monthToOpen, placeOfNow, segmentLabel, segmentSay } from './entitlement-lines.ts'
import { writeMonths } from './entitlement-month.ts'
import { standingWords, timelineWords } from './entitlement-words.ts'

interface LineProps {
  readonly line: TimelineLine
  readonly timeline: Timeline
  readonly onOpen: (opened: Opened) => void
  /** Missing for those who only read. */
  readonly onWish: ((wish: AwardWish) => void) | undefined
}

/** One benefit: what it pays now, what comes next, and its months as stretches that open. */
export function EntitlementLine({ line, timeline, onOpen, onWish }: LineProps) {
  return (
    <li className="entitlement-line">
      <div className="entitlement-words">
        <h3>{line.benefitName}</h3>
        <StandingTag line={line} />
        <span className="entitlement-now">{segmentSay(line.now, line.cadence)}</span>
      </div>
      <p className="small quiet">
        {line.award !== null && timelineWords.award(writeDay(line.award.approved), line.award.document ?? '')}
        {[awardSay(line)].filter((say) => say !== '').map((say) => `，${say}`)}
        {line.next !== null && <span className="entitlement-next">{line.next.say}</span>}
      </p>
      <EntitlementBand line={line} timeline={timeline} onOpen={onOpen} />
      <LineActions line={line} personId={timeline.person.id} onWish={onWish} />
    </li>
  )
}

type BandProps = Pick<LineProps, 'line' | 'timeline' | 'onOpen'>

/** The months in a band, drawn to scale; on a telephone, where a month would be too narrow for a finger, a list. */
function EntitlementBand({ line, timeline, onOpen }: BandProps) {
  const { benefit, cadence, benefitName } = line
  return (
    <div className="entitlement-band">
      <ol aria-label={timelineWords.band(benefitName)}>
        {line.segments.map((segment) => (
          <li key={segment.from} style={{ flexGrow: segment.months }}>
            <button
              type="button"
              className={`plain stretch is-${segment.state}`}
              title={segmentLabel(segment, cadence)}
              aria-label={segmentLabel(segment, cadence)}
              onClick={() => onOpen({ benefit, month: monthToOpen(segment, timeline.now) })}
            >
              <span className="stretch-months">{writeMonths(segment.from, segment.through)}</span>
              <span className={segment.months < roomyMonths ? 'stretch-say is-tight' : 'stretch-say'}>
                {segment.state === 'due' ? writeMoney(segment.amount) : shortSay[segment.state]}
              </span>
              {segment.state === 'due' && segment.months < roomyMonths && (
                <span className="stretch-mark">{timelineWords.paid}</span>
              )}
            </button>
          </li>
        ))}
      </ol>
      <span className="entitlement-mark" style={{ left: `${placeOfNow(timeline) * 100}%` }} aria-hidden>
        {timelineWords.now}
      </span>
    </div>
  )
}

/** Fewer months than these have no room for words in a band; their amount stands in the label and in the drawer. */
const roomyMonths = 3

const shortSay = {
  unclaimed: timelineWords.unclaimed,
  refused: timelineWords.refused,
  unknown: timelineWords.unknown,
} as const

function LineActions({
  line,
  personId,
  onWish,
}: Omit<LineProps, 'timeline' | 'onOpen'> & { readonly personId: number }) {
  const mayEnd = onWish && line.award !== null && line.award.lastMonth === null
  const hasApplication = groupOfLine(line) === 'open'
  const mayGrant = onWish && hasApplication
  if (!mayEnd && !hasApplication) return null
  return (
    <div className="row entitlement-actions no-print">
      {hasApplication && (
        <PageLink to={`/benefits/people/${personId}/application?benefit=${line.benefit}`}>
          {timelineWords.apply}
        </PageLink>
      )}
      {mayGrant && (
        <Button type="link" size="small" onClick={() => onWish({ kind: 'grant', benefit: line.benefit })}>
          {timelineWords.grant}
        </Button>
      )}
      {mayEnd && (
        <Button type="link" size="small" onClick={() => onWish({ kind: 'end', line })}>
          {timelineWords.end}
        </Button>
      )}
    </div>
  )
}

/** How a benefit stands, as a word in its colour. */
export function StandingTag({ line }: Pick<LineProps, 'line'>) {
  const { standing } = line
  return <Tag className={`standing-tag is-${standing}`}>{standingWords[standing]}</Tag>
}
