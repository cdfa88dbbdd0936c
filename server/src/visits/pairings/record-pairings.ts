import type { PairingDraft } from '@dongzhou/engines/intake'
import { day, partsOf } from '@dongzhou/terms/day'
import type { FactSource } from '@dongzhou/terms/fact'
import { mayAt } from '../../platform/clerk.ts'
import { Fault, requireMay } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { recordTrails } from '../../platform/trail.sql.ts'
import { listPeopleByIds, type Person } from '../../registry/index.ts'
import { listVisitDays, type VisitContent } from '../calls/visits.sql.ts'
import { mayWritePairing } from '../policy.ts'
import { openScheme } from '../schemes/open-scheme.ts'
import { listSchemesOfYears } from '../schemes/schemes.sql.ts'
import { drawPairingIds, recordPairingRows, recordVisitRows } from './import.sql.ts'
import { pairingForTrail } from './load-pairing.ts'
import { organisationsOfLedger } from './organisations-of-ledger.ts'
import { listOpenPairingsForUpdate, type NewPairing } from './pairings.sql.ts'

/** One row of a pairing ledger whose person intake has found or registered. */
export type PairingEntry = Omit<PairingDraft, 'personName' | 'idNumber' | 'division'> & {
  readonly personId: number
  /** The year of the scheme; without it, the year of the first visit, else that of the other rows. */
  readonly year?: number | undefined
  readonly source: Extract<FactSource, { readonly kind: 'ledger' }>
}

/** What became of one entry. A refused one is on file differently, or cannot be true; `say` tells the clerk why. */
export type RecordedPairing =
  | { readonly outcome: 'new' | 'changed' | 'unchanged'; readonly pairingId: number }
  | { readonly outcome: 'refused'; readonly pairingId: number | undefined; readonly say: string }

/**
 * 登记台账结对 (record pairings): puts the rows of a pairing ledger on file, in the order given. Safe to repeat: a pair on
 * file gets the visits it has not got yet and nothing else. Throws, before anything is written, `registry.person-not-found`,
 * `registry.person-merged`, `access.outside-jurisdiction` for somebody who lives elsewhere, `access.not-authorised`.
 */
export async function recordPairings(
  setting: ActionSetting,
  verb: string,
  entries: readonly PairingEntry[],
): Promise<readonly RecordedPairing[]> {
  // An organisation that is not on file is registered in the clerk's own division.
  requireMay(mayAt(setting.clerk, 'registry.write', setting.clerk.division))
  const people = await loadPeople(setting, entries)
  const drafts = await draftsOf(setting, entries, people)
  const known = await loadKnown(setting, drafts)
  const newIds = [...(await drawPairingIds(setting, drafts.length))]
  const plans = drafts.map((draft) => planFor(setting, draft, known, newIds))
  await save(setting, verb, plans)
  return plans.map(({ recorded }) => recorded)
}

interface Draft {
  readonly entry: PairingEntry
  readonly pairing: NewPairing
}

/** A pairing on file or about to be, with the days on which it was visited. */
interface Known {
  readonly id: number
  readonly organisationId: number
  readonly days: Set<string>
}

interface Plan {
  readonly recorded: RecordedPairing
  readonly pairing: NewPairing
  readonly visits: readonly { readonly visit: VisitContent; readonly source: object }[]
}

async function loadPeople(
  setting: ActionSetting,
  entries: readonly PairingEntry[],
): Promise<ReadonlyMap<number, Person>> {
  const ids = [...new Set(entries.map(({ personId }) => personId))]
  const people = await listPeopleByIds(setting, ids)
  if (people.length !== ids.length) throw new Fault('registry.person-not-found')
  if (people.some(({ mergedInto }) => mergedInto !== undefined)) throw new Fault('registry.person-merged')
  for (const person of people) requireMay(mayWritePairing(setting.clerk, person))
  return new Map(people.map((person) => [person.id, person]))
}

async function draftsOf(
  setting: ActionSetting,
  entries: readonly PairingEntry[],
  people: ReadonlyMap<number, Person>,
): Promise<readonly Draft[]> {
  const years = yearsOf(setting, entries)
  const schemes = await schemesOf(setting, years)
  const organisations = await organisationsOfLedger(setting, entries)
  return entries.map((entry, at) => {
    const person = people.get(entry.personId)
    const year = years[at] ?? 0
    if (!person) throw new Fault('registry.person-not-found')
    const pairing: NewPairing = {
      schemeId: schemes.get(year) ?? 0,
      organisationId: organisations[at] ?? 0,
      personId: person.id,
      division: person.division,
      contactName: entry.contact ?? '',
      contactPhone: entry.contactPhones.length === 0 ? undefined : entry.contactPhones.join('、'),
      plannedVisits: entry.plannedVisits,
      state: 'confirmed',
      // A ledger of the year's pairs says who is paired, not since when: they count from the first day of the year.
      confirmedOn: day(`${year}-01-01`),
      help: entry.help ?? '',
      remark: entry.remark ?? '',
      source: entry.source,
    }
    return { entry, pairing }
  })
}

/** The year of each entry's scheme; a row without visits goes with the others of its sheet. */
function yearsOf(setting: ActionSetting, entries: readonly PairingEntry[]): readonly number[] {
  const said = entries.map(({ year, visits }) => {
    const days = visits.map(({ date }) => date.day).sort()
    return year ?? (days[0] === undefined ? undefined : partsOf(days[0]).year)
  })
  const counts = Map.groupBy(
    said.filter((year) => year !== undefined),
    (year) => year,
  )
  const usual = [...counts].sort(([, one], [, other]) => other.length - one.length)[0]?.[0]
  return said.map((year) => year ?? usual ?? partsOf(setting.today).year)
}

async function schemesOf(setting: ActionSetting, years: readonly number[]): Promise<ReadonlyMap<number, number>> {
  const wanted = [...new Set(years)]
  const schemes = new Map<number, number>()
  for (const { year, id } of (await listSchemesOfYears(setting, wanted)).toReversed()) schemes.set(year, id)
  for (const year of wanted.filter((it) => !schemes.has(it))) {
    // One statement a year that has no scheme yet: one, once a year.
    const { id } = await openScheme(setting, { year, title: `${year}年机关事业单位结对帮扶` })
    schemes.set(year, id)
  }
  return schemes
}

async function loadKnown(setting: ActionSetting, drafts: readonly Draft[]): Promise<Map<string, Known>> {
  const schemeIds = [...new Set(drafts.map(({ pairing }) => pairing.schemeId))]
  const personIds = [...new Set(drafts.map(({ pairing }) => pairing.personId))]
  const open = await listOpenPairingsForUpdate(setting, schemeIds, personIds)
  const visited = await listVisitDays(
    setting,
    open.map(({ id }) => id),
  )
  const days = Map.groupBy(visited, ({ pairingId }) => pairingId)
  return new Map(
    open.map((pairing) => [
      keyOf(pairing),
      {
        id: pairing.id,
        organisationId: pairing.organisationId,
        days: new Set((days.get(pairing.id) ?? []).map((it) => it.day)),
      },
    ]),
  )
}

function keyOf({ schemeId, personId }: Pick<NewPairing, 'schemeId' | 'personId'>): string {
  return `${schemeId} ${personId}`
}

function planFor(
  setting: ActionSetting,
  { entry, pairing }: Draft,
  onFile: Map<string, Known>,
  newIds: number[],
): Plan {
  const known = onFile.get(keyOf(pairing))
  const refused = refusalOf(setting, entry, pairing, known)
  if (refused !== undefined) {
    return { recorded: { outcome: 'refused', pairingId: known?.id, say: refused }, pairing, visits: [] }
  }
  const standing = known ?? {
    id: newIds.shift() ?? 0,
    organisationId: pairing.organisationId,
    days: new Set<string>(),
  }
  onFile.set(keyOf(pairing), standing)
  const visits = newVisits(entry, pairing, standing)
  const outcome = known === undefined ? 'new' : visits.length > 0 ? 'changed' : 'unchanged'
  return { recorded: { outcome, pairingId: standing.id }, pairing, visits }
}

function refusalOf(
  setting: ActionSetting,
  entry: PairingEntry,
  pairing: NewPairing,
  known: Known | undefined,
): string | undefined {
  if (entry.visits.some(({ date }) => date.day > setting.today)) return '走访日期晚于今天，请核对。'
  if (known && known.organisationId !== pairing.organisationId)
    return '该对象在本年度已与其他单位结对，请先终止原结对，再接收这一行。'
  return undefined
}

/** The visits on days that the pairing has none of yet. */
function newVisits({ visits, source }: PairingEntry, pairing: NewPairing, known: Known): Plan['visits'] {
  return visits.flatMap(({ date, help }) => {
    if (known.days.has(date.day)) return []
    known.days.add(date.day)
    const visit: VisitContent = {
      pairingId: known.id,
      division: pairing.division,
      day: date.day,
      precision: date.precision,
      visitors: '',
      help: help ?? '',
      goods: '',
      money: undefined,
      findings: '',
    }
    return [{ visit, source }]
  })
}

async function save(setting: ActionSetting, verb: string, plans: readonly Plan[]): Promise<void> {
  const fresh = plans.flatMap(({ recorded, pairing }) =>
    recorded.outcome === 'new' ? [{ id: recorded.pairingId, pairing }] : [],
  )
  // One less: the person's pairing lies in a division that the clerk cannot see, so it was not among those on file.
  if ((await recordPairingRows(setting, fresh)) !== fresh.length) throw new Fault('visits.person-paired-already')
  await recordVisitRows(
    setting,
    plans.flatMap(({ visits }) => visits),
  )
  await recordTrails(
    setting,
    plans.flatMap(({ recorded, pairing, visits }) => {
      if (recorded.outcome === 'refused' || recorded.outcome === 'unchanged') return []
      const after = { ...pairingForTrail(pairing), visits: visits.map(({ visit }) => visit.day) }
      const { division } = pairing
      return [{ verb, subject: { kind: 'pairing', id: recorded.pairingId }, division, after }]
    }),
  )
}
