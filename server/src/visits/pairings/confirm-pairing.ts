import type { Day } from '@dongzhou/terms/day'
import { Fault, requireMay } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { recordTrail } from '../../platform/trail.sql.ts'
import { listOrganisationsByIds, listPeopleByIds, type Person } from '../../registry/index.ts'
import { mayWritePairing } from '../policy.ts'
import { findScheme } from '../schemes/schemes.sql.ts'
import { pairingForTrail } from './load-pairing.ts'
import {
  changePairingRow,
  listOpenPairingsForUpdate,
  type NewPairing,
  type Pairing,
  recordPairingRow,
} from './pairings.sql.ts'

export interface ProposePairing {
  readonly schemeId: number
  readonly organisationId: number
  readonly personId: number
  readonly contactName: string
  readonly contactPhone: string
  readonly plannedVisits: number | null
  readonly remark: string
}

export type ConfirmPairing = ProposePairing & { readonly confirmedOn: Day }

/** 提出结对: an organisation and a person who may belong together; nobody has agreed yet. */
export async function proposePairing(
  setting: ActionSetting,
  input: ProposePairing,
): Promise<{ id: number; version: number }> {
  const pairing = await pairingOf(setting, input, undefined)
  const [open] = await listOpenPairingsForUpdate(setting, [input.schemeId], [input.personId])
  if (open) throw new Fault('visits.person-paired-already')
  return save(setting, 'visits.propose-pairing', pairing, undefined)
}

/** 确认结对: the organisation has taken it on. A proposal of the same two is confirmed; without one it is recorded as it stands. */
export async function confirmPairing(
  setting: ActionSetting,
  input: ConfirmPairing,
): Promise<{ id: number; version: number }> {
  if (input.confirmedOn > setting.today) throw new Fault('visits.day-in-future')
  const pairing = await pairingOf(setting, input, input.confirmedOn)
  const [open] = await listOpenPairingsForUpdate(setting, [input.schemeId], [input.personId])
  const isSame = open?.state === 'proposed' && open.organisationId === input.organisationId
  if (open && !isSame) throw new Fault('visits.person-paired-already')
  return save(setting, 'visits.confirm-pairing', open ? withProposed(pairing, open) : pairing, open)
}

/**
 * What the proposal says and the form cannot say again: the phone, which the form never shows, and the help. An empty phone is not a
 * wish to have none.
 */
function withProposed(pairing: NewPairing, { contactPhone, help }: Pairing): NewPairing {
  return { ...pairing, contactPhone: pairing.contactPhone ?? contactPhone, help }
}

async function pairingOf(
  setting: ActionSetting,
  input: ProposePairing,
  confirmedOn: Day | undefined,
): Promise<NewPairing> {
  if (!(await findScheme(setting, input.schemeId))) throw new Fault('visits.scheme-not-found')
  const person = await loadLiving(setting, input.personId)
  requireMay(mayWritePairing(setting.clerk, person))
  const [organisation] = await listOrganisationsByIds(setting, [input.organisationId])
  if (!organisation) throw new Fault('registry.organisation-not-found')
  return {
    schemeId: input.schemeId,
    organisationId: organisation.id,
    personId: person.id,
    division: person.division,
    contactName: input.contactName,
    contactPhone: input.contactPhone === '' ? undefined : input.contactPhone,
    plannedVisits: input.plannedVisits ?? undefined,
    state: confirmedOn === undefined ? 'proposed' : 'confirmed',
    confirmedOn,
    help: '',
    remark: input.remark,
    source: { kind: 'clerk', note: '登记结对' },
  }
}

async function loadLiving(setting: ActionSetting, personId: number): Promise<Person> {
  const [person] = await listPeopleByIds(setting, [personId])
  if (!person) throw new Fault('registry.person-not-found')
  if (person.mergedInto !== undefined) throw new Fault('registry.person-merged', { mergedInto: person.mergedInto })
  if (!person.isAlive) throw new Fault('visits.person-not-living')
  return person
}

async function save(
  setting: ActionSetting,
  verb: 'visits.propose-pairing' | 'visits.confirm-pairing',
  pairing: NewPairing,
  proposed: { readonly id: number; readonly version: number } | undefined,
): Promise<{ id: number; version: number }> {
  const saved = proposed
    ? {
        id: proposed.id,
        version: await changePairingRow(setting, proposed, { ...pairing, endedOn: undefined, endedBecause: undefined }),
      }
    : { id: await recordPairingRow(setting, pairing), version: 1 }
  if (saved.id === undefined) throw new Fault('visits.person-paired-already')
  if (saved.version === undefined) throw new Fault('platform.changed-meanwhile')
  await recordTrail(setting, {
    verb,
    subject: { kind: 'pairing', id: saved.id },
    division: pairing.division,
    after: pairingForTrail(pairing),
  })
  return { id: saved.id, version: saved.version }
}
