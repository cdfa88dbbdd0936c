import type { DivisionCode } from '@dongzhou/terms/division'
import { mayAt } from '../../platform/clerk.ts'
import { Fault, requireMay } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { recordTrail } from '../../platform/trail.sql.ts'
import {
  changeOrganisation,
  findOrganisationForUpdate,
  findOrganisations,
  type OrganisationEntry,
  recordOrganisation,
} from './organisations.sql.ts'

export type RegisterOrganisation = OrganisationEntry & { readonly division: DivisionCode }

/** 登记单位: a partner of the bureau. A credit code stands for one organisation only. */
export async function registerOrganisation(
  setting: ActionSetting,
  input: RegisterOrganisation,
  source: object = { kind: 'clerk' },
): Promise<{ id: number; version: number }> {
  requireMay(mayAt(setting.clerk, 'registry.write', input.division))
  await refuseSecondHolder(setting, input, undefined)
  const id = await recordOrganisation(setting, input, source)
  await recordTrail(setting, {
    verb: 'registry.register-organisation',
    subject: { kind: 'organisation', id },
    division: input.division,
    after: { name: input.name, creditCode: input.creditCode },
  })
  return { id, version: 1 }
}

/** 更正单位: a new name, contact or place. */
export async function correctOrganisation(
  setting: ActionSetting,
  input: RegisterOrganisation & { readonly id: number; readonly version: number },
): Promise<{ id: number; version: number }> {
  const organisation = await findOrganisationForUpdate(setting, input.id)
  if (!organisation) throw new Fault('registry.organisation-not-found')
  requireMay(mayAt(setting.clerk, 'registry.write', input.division))
  requireMay(mayAt(setting.clerk, 'registry.write', organisation.division as DivisionCode))
  await refuseSecondHolder(setting, input, organisation.id)
  // The form shows a masked number and cannot send it back: not stated is kept, an empty text takes it away.
  const contactPhone = input.contactPhone ?? organisation.contactPhone
  const version = await changeOrganisation(setting, input, { ...input, contactPhone })
  if (version === undefined) throw new Fault('platform.changed-meanwhile')
  await recordTrail(setting, {
    verb: 'registry.correct-organisation',
    subject: { kind: 'organisation', id: organisation.id },
    division: input.division,
    before: { name: organisation.name, creditCode: organisation.creditCode },
    after: { name: input.name, creditCode: input.creditCode },
  })
  return { id: organisation.id, version }
}

async function refuseSecondHolder(
  setting: ActionSetting,
  input: OrganisationEntry,
  own: number | undefined,
): Promise<void> {
  if (input.creditCode === undefined) return
  const holders = await findOrganisations(setting, [], [input.creditCode])
  if (holders.some(({ id }) => id !== own)) throw new Fault('registry.credit-code-on-file')
}
