import type { FindingLine } from '@dongzhou/contract/benefits'
import type { Benefit } from '@dongzhou/terms/benefit'
import { Button } from 'antd'
import { useState } from 'react'
import { EmptyState } from '../kit/drawn-state.tsx'
import { writeMoney } from '../kit/format.ts'
import { HelpLines } from '../kit/help-lines.tsx'
import { Loaded } from '../kit/loaded.tsx'
import { useOpenPage, usePageParam, usePageSearch } from '../kit/navigation.tsx'
import { PageTitle } from '../kit/page-title.tsx'
import { benefitNamed } from './award-draft.ts'
import { AwardGrantDialog } from './award-grant-dialog.tsx'
import { applicationWords, grantWords } from './award-words.ts'
import { SampleNote } from './entitlement-sample.tsx'
import { verdictWords } from './entitlement-words.ts'
import { sinceText } from './screening-ask.ts'
import { useApplication, useTimeline } from './use-entitlements.ts'
import '../kit/paper.css'
import './award.css'

/** 申请表: filled in from the file, to be printed, checked by the person and signed; the decision is entered from here. */
export function AwardApplicationPage() {
  const personId = Number(usePageParam('personId'))
  const { benefit: named } = usePageSearch()
  const benefit = benefitNamed(named)
  if (benefit === undefined) return <NoApplication personId={personId} />
  return <ApplicationOf personId={personId} benefit={benefit} />
}

interface ApplicationOfProps {
  readonly personId: number
  readonly benefit: Benefit
}

function ApplicationOf({ personId, benefit }: ApplicationOfProps) {
  const application = useApplication(personId, benefit)
  const head = { title: applicationWords.title, above: aboveOf(personId) }
  return (
    <Loaded query={application} rows={12} head={head}>
      {(finding) => (finding === null ? <NoApplication personId={personId} /> : <Application finding={finding} />)}
    </Loaded>
  )
}

function NoApplication({ personId }: { readonly personId: number }) {
  return (
    <>
      <PageTitle title={applicationWords.title} above={aboveOf(personId)} />
      <section className="card">
        <EmptyState title={applicationWords.noneTitle} say={applicationWords.noneSay} />
      </section>
    </>
  )
}

function Application({ finding }: { readonly finding: FindingLine }) {
  const { person, benefit, draft } = finding
  const [isGranting, setGranting] = useState(false)
  const openPage = useOpenPage()
  const timeline = useTimeline(person.id).data
  const mayGrant = timeline?.may.write === true
  return (
    <>
      <PageTitle
        title={applicationWords.titleOf(person.name)}
        above={aboveOf(person.id)}
        help={<HelpLines lines={applicationWords.help} />}
        actions={<Button onClick={() => window.print()}>{applicationWords.print}</Button>}
        {...(mayGrant ? { primary: { label: grantWords.title, onClick: () => setGranting(true) } } : {})}
      />
      <ApplicationPaper finding={finding} />
      {isGranting && timeline && (
        <AwardGrantDialog
          timeline={timeline}
          benefit={benefit}
          expected={draft?.expected ?? undefined}
          onGranted={() => openPage(`/benefits/people/${person.id}`)}
          onClose={() => setGranting(false)}
        />
      )}
    </>
  )
}

function ApplicationPaper({ finding }: { readonly finding: FindingLine }) {
  const { benefitName, draft, verdict } = finding
  const missing = verdict.kind === 'unknown' ? verdict.missing.map(({ name }) => name).join('、') : ''
  return (
    <article className="form-paper">
      <h2>{applicationWords.paperTitle(benefitName)}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{applicationWords.field}</th>
            <th scope="col">{applicationWords.value}</th>
            <th scope="col">{applicationWords.source}</th>
          </tr>
        </thead>
        <tbody>
          {draft?.fields.map(({ label, text, source }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a person may have two disabilities that read alike
            <tr key={`${label} ${at}`}>
              <th scope="row">{label}</th>
              <td>{text}</td>
              <td className="quiet">{source}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{applicationWords.since}</th>
            <td colSpan={2}>{sinceText(finding)}</td>
          </tr>
          <tr>
            <th scope="row">{applicationWords.expected}</th>
            <td colSpan={2}>
              {draft?.expected == null
                ? applicationWords.expectedUnknown
                : applicationWords.expectedSay(writeMoney(draft.expected))}
              <SampleNote isShort />
            </td>
          </tr>
          {missing !== '' && (
            <tr>
              <th scope="row">{verdictWords.missing}</th>
              <td colSpan={2}>{missing}</td>
            </tr>
          )}
        </tbody>
      </table>
      <p>{applicationWords.declare}</p>
      <Signs />
    </article>
  )
}

function Signs() {
  const { applicantSign, townSign, bureauSign, day } = applicationWords
  return (
    <ul className="form-signs">
      {[applicantSign, townSign, bureauSign].map((who) => (
        <li key={who}>
          <span>{who}</span>
          <span>{day}</span>
        </li>
      ))}
    </ul>
  )
}

function aboveOf(personId: number) {
  return [{ title: applicationWords.back, to: `/benefits/people/${personId}` }]
}
