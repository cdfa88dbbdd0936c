import type { visits } from '@dongzhou/contract/visits'
import { Fault } from '../platform/fault.ts'
import type { RoutesOf } from '../platform/routes.ts'
import type { Setting } from '../platform/setting.ts'
import { divisionNames, listOrganisationsByIds, listPeopleByIds } from '../registry/index.ts'
import { correctVisit } from './calls/correct-visit.ts'
import { recordVisit } from './calls/record-visit.ts'
import { countVisitsOf, listVisits } from './calls/visits.sql.ts'
import { confirmPairing, proposePairing } from './pairings/confirm-pairing.ts'
import { endPairing } from './pairings/end-pairing.ts'
import { openContactPhone } from './pairings/open-contact-phone.ts'
import { findPairing, listPairings, type Pairing } from './pairings/pairings.sql.ts'
import { presentPairing, presentPairingFile, presentScheme, presentVisit } from './present.ts'
import { openScheme } from './schemes/open-scheme.ts'
import { countPairingsOf, listSchemes, listSchemesByIds } from './schemes/schemes.sql.ts'

/** The routes of 结对与走访: schemes, pairings, visits. */
export const visitsRoutes: RoutesOf<typeof visits> = {
  listSchemes: async (setting, input) => {
    const found = await listSchemes(setting, input, input)
    const counts = await countPairingsOf(
      setting,
      found.items.map(({ id }) => id),
    )
    const names = await namesOf(setting, found.items)
    return { ...found, items: found.items.map((scheme) => presentScheme(scheme, counts.get(scheme.id), names)) }
  },
  listPairings: async (setting, input) => {
    const found = await listPairings(setting, input, input)
    return { ...found, items: await presentPairings(setting, found.items) }
  },
  getPairing: async (setting, input) => {
    const pairing = await findPairing(setting, input.id)
    const [line] = pairing ? await presentPairings(setting, [pairing]) : []
    if (!pairing || !line) throw new Fault('visits.pairing-not-found')
    return presentPairingFile(pairing, line, setting.clerk)
  },
  listVisits: async (setting, input) => {
    const found = await listVisits(setting, input, input)
    const names = await namesOf(setting, found.items)
    return { ...found, items: found.items.map((visit) => presentVisit(visit, names)) }
  },
  openScheme: (setting, input) => openScheme(setting, input),
  proposePairing: (setting, input) => proposePairing(setting, input),
  confirmPairing: (setting, input) => confirmPairing(setting, input),
  endPairing: (setting, input) => endPairing(setting, input),
  recordVisit: (setting, input) => recordVisit(setting, input),
  correctVisit: (setting, input) => correctVisit(setting, input),
  openContactPhone: (setting, input) => openContactPhone(setting, input),
}

async function presentPairings(setting: Setting, pairings: readonly Pairing[]) {
  const unique = (idOf: (pairing: Pairing) => number) => [...new Set(pairings.map(idOf))]
  const organisations = await listOrganisationsByIds(
    setting,
    unique(({ organisationId }) => organisationId),
  )
  const people = await listPeopleByIds(
    setting,
    unique(({ personId }) => personId),
  )
  const schemes = await listSchemesByIds(
    setting,
    unique(({ schemeId }) => schemeId),
  )
  const words = {
    divisions: await namesOf(setting, pairings),
    organisations: new Map(organisations.map(({ id, name }) => [id, name])),
    people: new Map(people.map(({ id, name }) => [id, name])),
    schemes: new Map(schemes.map(({ id, title }) => [id, title])),
    visits: await countVisitsOf(
      setting,
      unique(({ id }) => id),
    ),
  }
  return pairings.map((pairing) => presentPairing(pairing, words))
}

function namesOf(setting: Setting, placed: readonly { readonly division: string }[]) {
  return divisionNames(
    setting,
    placed.map(({ division }) => division),
  )
}
