import type { PairingLine } from '@dongzhou/contract/visits'
import { writeCount, writeDay } from '../kit/format.ts'
import type { LedgerColumn, LedgerSummary } from '../kit/ledger-types.ts'
import { FactList } from '../kit/record-page.tsx'
import { columnWidths } from '../kit/theme.ts'
import { pairingStates, pairingWords } from './words.ts'

/** Columns of the ledger of pairings. */
export const pairingColumns: readonly LedgerColumn<PairingLine>[] = [
  { key: 'person', title: pairingWords.person, width: columnWidths.name, render: ({ person }) => person.name },
  {
    key: 'organisation',
    title: pairingWords.organisation,
    width: columnWidths.text,
    render: ({ organisation }) => <span title={organisation.name}>{organisation.name}</span>,
  },
  {
    key: 'division',
    title: pairingWords.division,
    width: columnWidths.division,
    render: ({ division }) => division.name,
  },
  { key: 'visits', title: pairingWords.visits, width: columnWidths.state, isNumber: true, render: visitsText },
  { key: 'last', title: pairingWords.last, width: columnWidths.day, render: lastVisit },
  {
    key: 'state',
    title: pairingWords.state,
    width: columnWidths.age,
    render: (pairing) => <PairingStateMark pairing={pairing} />,
  },
  { key: 'contact', title: pairingWords.contact, width: columnWidths.age, render: ({ contactName }) => contactName },
  {
    key: 'phone',
    title: pairingWords.phone,
    width: columnWidths.phone,
    isOptional: true,
    render: ({ contactPhoneMasked }) => contactPhoneMasked,
  },
  {
    key: 'scheme',
    title: pairingWords.scheme,
    width: columnWidths.text,
    isOptional: true,
    render: ({ schemeTitle }) => <span title={schemeTitle}>{schemeTitle}</span>,
  },
  {
    key: 'confirmed',
    title: pairingWords.confirmedOn,
    width: columnWidths.day,
    isOptional: true,
    render: ({ confirmedOn }) => writeDay(confirmedOn ?? undefined),
  },
]

/** What the drawer says of a pairing. */
export const pairingSummary: LedgerSummary<PairingLine> = {
  title: ({ person }) => person.name,
  opensAt: ({ id }) => `/visits/pairings/${id}`,
  body: (pairing) => (
    <FactList
      facts={[
        { label: pairingWords.organisation, value: pairing.organisation.name },
        { label: pairingWords.state, value: <PairingStateMark pairing={pairing} /> },
        { label: pairingWords.visits, value: visitsText(pairing) },
        { label: pairingWords.last, value: lastVisit(pairing) },
        { label: pairingWords.division, value: pairing.division.name },
        { label: pairingWords.contact, value: pairing.contactName },
        { label: pairingWords.phone, value: pairing.contactPhoneMasked },
        { label: pairingWords.scheme, value: pairing.schemeTitle },
      ].filter(({ value }) => value !== '')}
    />
  ),
}

/** `2 / 4 次`: paid of planned; the count alone where nothing was planned. */
export function visitsText({ visitsPaid, plannedVisits }: Pick<PairingLine, 'visitsPaid' | 'plannedVisits'>): string {
  return plannedVisits === null ? writeCount(visitsPaid, '次') : `${visitsPaid} / ${writeCount(plannedVisits, '次')}`
}

/** Where a pairing stands, as a word in its colour. */
export function PairingStateMark({ pairing }: { readonly pairing: Pick<PairingLine, 'state'> }) {
  return <span className={stateTones[pairing.state]}>{pairingStates[pairing.state]}</span>
}

const stateTones = { proposed: 'risk', confirmed: '', ended: 'quiet' } as const

function lastVisit({ lastVisitOn }: PairingLine): React.ReactNode {
  if (lastVisitOn !== null) return writeDay(lastVisitOn)
  return <span className="quiet">{pairingWords.neverVisited}</span>
}
