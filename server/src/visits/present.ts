import type { PairingFile, PairingLine, SchemeLine, VisitLine } from '@dongzhou/contract/visits'
import { dayText } from '@dongzhou/terms/day'
import { maskPhone } from '@dongzhou/terms/id-number'
import type { Clerk } from '../platform/clerk.ts'
import { sourceText } from '../registry/index.ts'
import type { Visit, VisitCounts } from './calls/visits.sql.ts'
import type { Pairing } from './pairings/pairings.sql.ts'
import { mayOpenContact, mayWritePairing } from './policy.ts'
import type { Scheme, SchemeCounts } from './schemes/schemes.sql.ts'

type Names = ReadonlyMap<string, string>

/** What a page of pairings needs besides the pairings. */
export interface PairingWords {
  readonly divisions: Names
  readonly organisations: ReadonlyMap<number, string>
  readonly people: ReadonlyMap<number, string>
  readonly schemes: ReadonlyMap<number, string>
  readonly visits: ReadonlyMap<number, VisitCounts>
}

const noneYet: SchemeCounts = { pairings: 0, organisations: 0, people: 0, visitsPlanned: 0, visitsPaid: 0 }

export function presentScheme(scheme: Scheme, counts: SchemeCounts | undefined, names: Names): SchemeLine {
  const { pairings, organisations, people, visitsPlanned, visitsPaid } = counts ?? noneYet
  return {
    id: scheme.id,
    version: scheme.version,
    year: scheme.year,
    title: scheme.title,
    division: divisionOf(scheme.division, names),
    pairings,
    organisations,
    people,
    visitsPlanned,
    visitsPaid,
  }
}

export function presentPairing(pairing: Pairing, words: PairingWords): PairingLine {
  const visits = words.visits.get(pairing.id)
  return {
    id: pairing.id,
    version: pairing.version,
    schemeId: pairing.schemeId,
    schemeTitle: words.schemes.get(pairing.schemeId) ?? '',
    organisation: {
      id: pairing.organisationId,
      name: words.organisations.get(pairing.organisationId) ?? '（单位已合并）',
    },
    person: { id: pairing.personId, name: words.people.get(pairing.personId) ?? '（不在您的管辖范围内）' },
    division: divisionOf(pairing.division, words.divisions),
    contactName: pairing.contactName,
    contactPhoneMasked: (pairing.contactPhone ?? '').split('、').map(maskPhone).join('、'),
    plannedVisits: pairing.plannedVisits ?? null,
    visitsPaid: visits?.paid ?? 0,
    lastVisitOn: visits?.lastOn ?? null,
    state: pairing.state,
    confirmedOn: pairing.confirmedOn ?? null,
    endedOn: pairing.endedOn ?? null,
  }
}

export function presentPairingFile(pairing: Pairing, line: PairingLine, clerk: Clerk): PairingFile {
  return {
    ...line,
    help: pairing.help,
    remark: pairing.remark,
    endedBecause: pairing.endedBecause ?? null,
    source: sourceText(pairing.source),
    may: {
      write: pairing.state !== 'ended' && mayWritePairing(clerk, pairing) === 'yes',
      open: pairing.contactPhone !== undefined && mayOpenContact(clerk, pairing) === 'yes',
    },
  }
}

export function presentVisit(visit: Visit, names: Names): VisitLine {
  return {
    id: visit.id,
    version: visit.version,
    pairingId: visit.pairingId,
    day: visit.day,
    dayText: dayText(visit.day, visit.precision),
    visitors: visit.visitors,
    help: visit.help,
    goods: visit.goods,
    money: visit.money ?? null,
    findings: visit.findings,
    division: divisionOf(visit.division, names),
    source: sourceText(visit.source),
  }
}

function divisionOf(code: string, names: Names): { code: string; name: string } {
  return { code, name: names.get(code) ?? code }
}
