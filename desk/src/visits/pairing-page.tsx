import type { PairingFile, VisitLine } from '@dongzhou/contract/visits'
import { Button } from 'antd'
import { useState } from 'react'
import { api } from '../api.ts'
import { newActionId } from '../kit/action-id.ts'
import { writeDay } from '../kit/format.ts'
import { HelpLines } from '../kit/help-lines.tsx'
import { Loaded } from '../kit/loaded.tsx'
import { PageLink, usePageParam } from '../kit/navigation.tsx'
import type { PageTitleProps } from '../kit/page-title.tsx'
import { purposeText } from '../kit/purposes.ts'
import { Card, FactList, type RecordAlert, RecordPage } from '../kit/record-page.tsx'
import { MaskedValue } from '../kit/sourced-value.tsx'
import { useMay } from '../session/use-session.ts'
import { EndDialog } from './end-dialog.tsx'
import { PairDialog } from './pair-dialog.tsx'
import { PairingStateMark, visitsText } from './pairing-columns.tsx'
import { usePairing } from './use-visits.ts'
import { VisitDialog } from './visit-dialog.tsx'
import { VisitTimeline } from './visit-timeline.tsx'
import { pairingPageWords, pairingWords } from './words.ts'

/** 一对结对: who looks after whom, and every call that was paid. */
export function PairingPage() {
  const pairing = usePairing(Number(usePageParam('pairingId')))
  return (
    <Loaded
      query={pairing}
      head={{ title: pairingWords.noun, above: [{ title: pairingWords.title, to: '/visits/pairings' }] }}
    >
      {(it) => <PairingRecord pairing={it} />}
    </Loaded>
  )
}

type Open = 'visit' | 'confirm' | 'end' | { readonly visit: VisitLine }

function PairingRecord({ pairing }: { readonly pairing: PairingFile }) {
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  return (
    <>
      <RecordPage
        title={titleOf(pairing, setOpen)}
        marks={<PairingStateMark pairing={pairing} />}
        facts={headOf(pairing)}
        alerts={alertsOf(pairing)}
        side={<About pairing={pairing} />}
      >
        <VisitTimeline
          pairing={pairing}
          onRecord={mayVisit(pairing) ? () => setOpen('visit') : undefined}
          onCorrect={pairing.may.write ? (visit) => setOpen({ visit }) : undefined}
        />
      </RecordPage>
      <VisitDialog
        isOpen={open === 'visit' || typeof open === 'object'}
        pairing={pairing}
        visit={typeof open === 'object' ? open.visit : undefined}
        onClose={close}
      />
      <PairDialog isOpen={open === 'confirm'} schemeId={pairing.schemeId} proposal={pairing} onClose={close} />
      <EndDialog isOpen={open === 'end'} pairing={pairing} onClose={close} />
    </>
  )
}

function mayVisit({ may, state }: PairingFile): boolean {
  return may.write && state === 'confirmed'
}

function titleOf(pairing: PairingFile, onOpen: (open: Open) => void): PageTitleProps {
  const title: PageTitleProps = {
    title: pairingPageWords.title(pairing.organisation.name, pairing.person.name),
    above: [{ title: pairingWords.title, to: '/visits/pairings' }],
    help: <HelpLines lines={pairingWords.help} />,
  }
  if (!pairing.may.write) return title
  return {
    ...title,
    actions: <Button onClick={() => onOpen('end')}>{pairingPageWords.end}</Button>,
    primary:
      pairing.state === 'proposed'
        ? { label: pairingPageWords.confirm, onClick: () => onOpen('confirm') }
        : { label: pairingPageWords.visit, onClick: () => onOpen('visit') },
  }
}

function headOf(pairing: PairingFile) {
  return [
    { label: pairingWords.person, value: <PersonName pairing={pairing} /> },
    { label: pairingWords.visits, value: visitsText(pairing) },
    { label: pairingWords.last, value: lastText(pairing) },
    { label: pairingWords.division, value: pairing.division.name },
  ]
}

function PersonName({ pairing }: { readonly pairing: PairingFile }) {
  const mayOpen = useMay('registry.read')
  if (!mayOpen) return pairing.person.name
  return <PageLink to={`/registry/people/${pairing.person.id}`}>{pairing.person.name}</PageLink>
}

function lastText({ lastVisitOn }: PairingFile): string {
  return lastVisitOn === null ? pairingWords.neverVisited : writeDay(lastVisitOn)
}

function alertsOf(pairing: PairingFile): readonly RecordAlert[] {
  if (pairing.state === 'proposed') return [{ key: 'proposed', level: 'risk', say: pairingPageWords.proposedSay }]
  if (pairing.state === 'ended') {
    const say = pairingPageWords.endedSay(writeDay(pairing.endedOn ?? undefined), pairing.endedBecause ?? '')
    return [{ key: 'ended', level: 'information', say }]
  }
  const left = (pairing.plannedVisits ?? 0) - pairing.visitsPaid
  return left > 0 ? [{ key: 'behind', level: 'risk', say: pairingPageWords.behindSay(left) }] : []
}

function About({ pairing }: { readonly pairing: PairingFile }) {
  const facts = [
    { label: pairingWords.organisation, value: pairing.organisation.name },
    { label: pairingWords.contact, value: pairing.contactName },
    { label: pairingWords.phone, value: pairing.contactPhoneMasked === '' ? '' : <Phone pairing={pairing} /> },
    { label: pairingWords.scheme, value: pairing.schemeTitle },
    { label: pairingWords.confirmedOn, value: pairing.confirmedOn === null ? '' : writeDay(pairing.confirmedOn) },
    { label: pairingWords.help2, value: pairing.help },
    { label: pairingWords.remark, value: pairing.remark },
    { label: pairingWords.source, value: pairing.source },
  ]
  return (
    <Card title={pairingPageWords.about}>
      <FactList facts={facts.filter(({ value }) => value !== '')} />
    </Card>
  )
}

function Phone({ pairing }: { readonly pairing: PairingFile }) {
  return (
    <MaskedValue
      label={pairingWords.phone}
      masked={pairing.contactPhoneMasked}
      {...(pairing.may.open
        ? {
            open: async (purpose) => {
              const input = { actionId: newActionId(), pairingId: pairing.id, purpose: purposeText(purpose) }
              return (await api.visits.openContactPhone(input)).text
            },
          }
        : {})}
    />
  )
}
