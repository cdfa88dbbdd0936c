import type { Timeline, TimelineLine } from '@dongzhou/contract/benefits-views'
import { Tag } from 'antd'
import { useState } from 'react'
import { AsKnownButton, LeaveAsKnown, useAsKnownOn } from '../kit/as-known.tsx'
import { EmptyState } from '../kit/drawn-state.tsx'
import { nothing, writeDay, writeMoney } from '../kit/format.ts'
import { HelpLines } from '../kit/help-lines.tsx'
import { IdentityTags } from '../kit/identity-tags.tsx'
import { Loaded } from '../kit/loaded.tsx'
import { usePageParam } from '../kit/navigation.tsx'
import { PageTitle } from '../kit/page-title.tsx'
import { AwardDialogs, type AwardWish } from './award-dialogs.tsx'
import { EntitlementDrawer, type Opened } from './entitlement-drawer.tsx'
import { EntitlementLine } from './entitlement-line.tsx'
import { groupedLines, type LineGroup, yearsOf } from './entitlement-lines.ts'
import { EntitlementRefusals } from './entitlement-refusals.tsx'
import { SampleSay } from './entitlement-sample.tsx'
import { timelineWords } from './entitlement-words.ts'
import { useTimeline } from './use-entitlements.ts'
import '../kit/record.css'
import './entitlement.css'

/** 待遇时间线: what somebody gets, got and will get, of every benefit, and why or why not. */
export function EntitlementPage() {
  const personId = Number(usePageParam('personId'))
  const day = useAsKnownOn()
  const timeline = useTimeline(personId, day)
  return (
    <>
      <Loaded
        query={timeline}
        rows={12}
        head={{
          title: timelineWords.title,
          above: [{ title: timelineWords.file, to: `/registry/people/${personId}` }],
        }}
      >
        {(it) => <EntitlementRecord key={`${personId} ${day ?? ''}`} timeline={it} />}
      </Loaded>
      {day !== undefined && timeline.isError && (
        <p className="as-known-leave">
          <LeaveAsKnown path={pathOf(personId)} />
        </p>
      )}
    </>
  )
}

function EntitlementRecord({ timeline }: { readonly timeline: Timeline }) {
  const { person } = timeline
  const [opened, setOpened] = useState<Opened>()
  const [wish, setWish] = useState<AwardWish>()
  const mayWrite = timeline.may.write
  return (
    <>
      <PageTitle
        title={timelineWords.titleOf(person.name)}
        note={
          <span className="row">
            <IdentityTags list={person.identities} />
            {!person.isAlive && <Tag>{timelineWords.dead}</Tag>}
          </span>
        }
        above={[{ title: `${person.name}：${timelineWords.file}`, to: `/registry/people/${person.id}` }]}
        help={<HelpLines lines={timelineWords.help} />}
        actions={<AsKnownButton path={pathOf(person.id)} day={timeline.asKnownOn ?? undefined} />}
        {...(mayWrite ? { primary: { label: timelineWords.grant, onClick: () => setWish({ kind: 'grant' }) } } : {})}
      />
      <div className="stack">
        <EntitlementHead timeline={timeline} />
        <EntitlementGroups timeline={timeline} onOpen={setOpened} onWish={mayWrite ? setWish : undefined} />
      </div>
      <EntitlementDrawer
        opened={opened}
        personId={person.id}
        asKnownOn={timeline.asKnownOn ?? undefined}
        onMonth={(month) => setOpened(opened && { ...opened, month })}
        onClose={() => setOpened(undefined)}
      />
      <AwardDialogs timeline={timeline} wish={wish} onClose={() => setWish(undefined)} />
    </>
  )
}

/** Three seconds: who, how much this month, from how many decisions. */
function EntitlementHead({ timeline }: { readonly timeline: Timeline }) {
  const { person, lines, asKnownOn } = timeline
  const drawn = lines.filter(({ standing }) => standing === 'drawn').length
  const age = person.age === null ? nothing : timelineWords.years(person.age)
  const facts = [
    { label: timelineWords.monthly, value: <strong>{writeMoney(timeline.monthly)}</strong> },
    { label: timelineWords.drawn, value: timelineWords.count(drawn) },
    { label: person.isAlive ? timelineWords.age : timelineWords.ageAtDeath, value: age },
    { label: timelineWords.division, value: person.division.name },
  ]
  return (
    <div className="record-head card entitlement-head">
      <dl className="record-facts">
        {facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {asKnownOn !== null && (
        <ul className="record-alerts">
          <li className="is-information">
            {timelineWords.knownSay(writeDay(asKnownOn))} <LeaveAsKnown path={pathOf(person.id)} />
          </li>
        </ul>
      )}
      {timeline.isSample && <SampleSay />}
    </div>
  )
}

interface GroupsProps {
  readonly timeline: Timeline
  readonly onOpen: (opened: Opened) => void
  readonly onWish: ((wish: AwardWish) => void) | undefined
}

function EntitlementGroups({ timeline, onOpen, onWish }: GroupsProps) {
  const groups = groupedLines(timeline.lines)
  const told = groups.filter(({ group }) => group !== 'none' && group !== 'unclear')
  return (
    <>
      {told.length === 0 && (
        <section className="card">
          <EmptyState title={timelineWords.nothing} say={timelineWords.nothingSay} />
        </section>
      )}
      {told.map(({ group, lines }) => (
        <EntitlementGroup key={group} group={group} lines={lines} timeline={timeline} onOpen={onOpen} onWish={onWish} />
      ))}
      {groups.map(
        ({ group, lines }) =>
          (group === 'none' || group === 'unclear') && (
            <EntitlementRefusals
              key={group}
              group={group}
              lines={lines}
              timeline={timeline}
              isOpenAtFirst={group === 'unclear' && told.length === 0}
              onOpen={onOpen}
            />
          ),
      )}
    </>
  )
}

interface GroupProps extends GroupsProps {
  readonly group: LineGroup
  readonly lines: readonly TimelineLine[]
}

function EntitlementGroup({ group, lines, timeline, onOpen, onWish }: GroupProps) {
  return (
    <section className={`card entitlement-group is-${group}`} aria-labelledby={`group-${group}`}>
      <div className="card-head">
        <h2 id={`group-${group}`}>{timelineWords.groups[group]}</h2>
        <span className="small quiet">{timelineWords.count(lines.length)}</span>
      </div>
      <div className="entitlement-years small quiet" aria-hidden>
        {yearsOf(timeline).map(({ year, months }) => (
          <span key={year} style={{ flexGrow: months }}>
            {months > 2 ? `${year}年` : ''}
          </span>
        ))}
      </div>
      <ul>
        {lines.map((line) => (
          <EntitlementLine
            key={`${line.benefit} ${line.award?.factId ?? ''}`}
            line={line}
            timeline={timeline}
            onOpen={onOpen}
            onWish={onWish}
          />
        ))}
      </ul>
    </section>
  )
}

function pathOf(personId: number): string {
  return `/benefits/people/${personId}`
}
