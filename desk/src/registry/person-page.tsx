import type { FactView, PersonFile } from '@dongzhou/contract/registry'
import { type FactKind, isFactKind } from '@dongzhou/terms/fact'
import { Button, Tag } from 'antd'
import { useState } from 'react'
import { EntitlementCard } from '../benefits/entitlement-card.tsx'
import { PersonCasesCard } from '../casework/person-cases-card.tsx'
import { AsKnownButton, LeaveAsKnown, useAsKnownOn } from '../kit/as-known.tsx'
import { nothing } from '../kit/format.ts'
import { HelpLines } from '../kit/help-lines.tsx'
import { IdentityTags } from '../kit/identity-tags.tsx'
import { Loaded } from '../kit/loaded.tsx'
import { PageLink, usePageParam, usePageSearch } from '../kit/navigation.tsx'
import { type RecordAlert, RecordPage } from '../kit/record-page.tsx'
import { asKnownAlerts, personPath } from './as-known.tsx'
import { FactDialog } from './fact-dialog.tsx'
import { FactValue } from './fact-value.tsx'
import { FactsCard } from './facts-card.tsx'
import { HouseholdCard } from './household-card.tsx'
import { LookersCard } from './lookers-card.tsx'
import { ageText, sexText } from './people-columns.tsx'
import { type Dispute, disputesIn, openFacts } from './person-facts.ts'
import { PersonTimeline } from './person-timeline.tsx'
import './registry.css'
import { RelationCard } from './relation-card.tsx'
import { SettleDialog } from './settle-dialog.tsx'
import { usePerson } from './use-people.ts'
import { peopleWords, personWords } from './words.ts'

/** 一人一档: read in three seconds on top, what counts now in the middle, everything that happened below. */
export function PersonPage() {
  const id = Number(usePageParam('personId'))
  const day = useAsKnownOn()
  const person = usePerson(id, day)
  return (
    <>
      <Loaded
        query={person}
        rows={12}
        head={{ title: personWords.pageTitle, above: [{ title: peopleWords.title, to: '/registry/people' }] }}
      >
        {(file) => <PersonRecord key={`${file.id} ${file.asKnownOn ?? ''}`} person={file} />}
      </Loaded>
      {day !== undefined && person.isError && (
        <p className="as-known-leave">
          <LeaveAsKnown path={personPath(id)} />
        </p>
      )}
    </>
  )
}

/** What is open over the file. It keeps the file as it was then: a version that moved on is a conflict, not a surprise. */
type Open =
  | {
      readonly kind: 'fact'
      readonly person: PersonFile
      readonly correcting?: FactView
      readonly starting?: FactKind | undefined
    }
  | { readonly kind: 'dispute'; readonly person: PersonFile; readonly dispute: Dispute }

function PersonRecord({ person }: { readonly person: PersonFile }) {
  const mayWrite = person.may.write && person.mergedInto === null
  const asked = useAskedKind()
  const [open, setOpen] = useState<Open | undefined>(
    mayWrite && asked !== undefined ? { kind: 'fact', person, starting: asked } : undefined,
  )
  const close = (): void => setOpen(undefined)
  const add = { label: personWords.add, onClick: () => setOpen({ kind: 'fact', person }) }
  return (
    <>
      <RecordPage
        title={{
          title: person.name,
          above: [{ title: peopleWords.title, to: '/registry/people' }],
          help: <HelpLines lines={personWords.help} />,
          actions: <AsKnownButton path={personPath(person.id)} day={person.asKnownOn ?? undefined} />,
          ...(mayWrite ? { primary: add } : {}),
        }}
        marks={<Marks person={person} />}
        facts={headFacts(person)}
        alerts={alertsOf(person, mayWrite ? (dispute) => setOpen({ kind: 'dispute', person, dispute }) : undefined)}
        side={<Side person={person} />}
      >
        <FactsCard
          person={person}
          onCorrect={mayWrite ? (correcting) => setOpen({ kind: 'fact', person, correcting }) : undefined}
        />
        <PersonTimeline person={person} />
      </RecordPage>
      {open?.kind === 'fact' && (
        <FactDialog person={open.person} correcting={open.correcting} starting={open.starting} onClose={close} />
      )}
      {open?.kind === 'dispute' && <SettleDialog person={open.person} dispute={open.dispute} onClose={close} />}
    </>
  )
}

/** What stands beside the file; as it was known on an earlier day there is only who looked at it. */
function Side({ person }: { readonly person: PersonFile }) {
  const isNow = person.asKnownOn === null
  return (
    <>
      {isNow && <EntitlementCard personId={person.id} />}
      {isNow && <PersonCasesCard personId={person.id} mayApply={person.isAlive && person.mergedInto === null} />}
      {isNow && <RelationCard person={person} />}
      {isNow && <HouseholdCard person={person} />}
      <LookersCard personId={person.id} />
    </>
  )
}

/** What a link asks to be put on file: `/registry/people/12?record=service`. */
function useAskedKind(): FactKind | undefined {
  const { record } = usePageSearch()
  return typeof record === 'string' && isFactKind(record) ? record : undefined
}

function Marks({ person }: { readonly person: PersonFile }) {
  return (
    <span className="row">
      <IdentityTags list={person.identities} />
      {!person.isAlive && <Tag>{personWords.dead}</Tag>}
    </span>
  )
}

function headFacts(person: PersonFile) {
  const sealed = (kind: FactView['kind']): React.ReactNode => {
    const [fact] = openFacts(person.facts, kind)
    return fact ? <FactValue person={person} fact={fact} withSource={false} /> : nothing
  }
  const service = openFacts(person.facts, 'service')[0]
  return [
    { label: personWords.sex, value: sexText(person.sex) },
    { label: person.isAlive ? personWords.age : personWords.ageAtDeath, value: ageText(person) },
    { label: personWords.division, value: person.division.name },
    { label: personWords.idNumber, value: sealed('id-number') },
    { label: personWords.phone, value: sealed('phone') },
    ...(service ? [{ label: personWords.service, value: service.text }] : []),
    ...(person.disabilityGrade === null
      ? []
      : [{ label: personWords.disability, value: `${person.disabilityGrade}级` }]),
  ]
}

function alertsOf(person: PersonFile, settle: ((dispute: Dispute) => void) | undefined): readonly RecordAlert[] {
  const merged: readonly RecordAlert[] =
    person.mergedInto === null
      ? []
      : [
          {
            key: 'merged',
            level: 'information',
            say: (
              <>
                {personWords.merged}{' '}
                <PageLink to={`/registry/people/${person.mergedInto}`}>{personWords.openMerged}</PageLink>
              </>
            ),
          },
        ]
  return [...asKnownAlerts(person), ...merged, ...disputesIn(person).map((dispute) => disputeAlert(dispute, settle))]
}

function disputeAlert(dispute: Dispute, settle: ((dispute: Dispute) => void) | undefined): RecordAlert {
  return {
    key: dispute.kind,
    level: 'risk',
    say: (
      <span className="alert-line">
        {personWords.disputeSay(dispute.kindName, dispute.sides.length)}
        {settle && (
          <Button size="small" onClick={() => settle(dispute)}>
            {personWords.settle}
          </Button>
        )}
      </span>
    ),
  }
}
