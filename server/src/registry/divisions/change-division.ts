import { type DivisionCode, parentOf } from '@dongzhou/terms/division'
import { mayAt } from '../../platform/clerk.ts'
import { Fault, requireMay } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { recordTrail } from '../../platform/trail.sql.ts'
import { changeDivisionRow, hasDivision, recordDivisions } from './divisions.sql.ts'

export interface AddDivision {
  readonly code: DivisionCode
  readonly name: string
  readonly shortName: string
  readonly parentCode: DivisionCode
  readonly aliases: readonly string[]
}

/** 新增区划: a village that was split off, a new community. Its code says which town it belongs to. */
export async function addDivision(
  setting: ActionSetting,
  input: AddDivision,
): Promise<{ code: string; version: number }> {
  requireMay(mayAt(setting.clerk, 'divisions.write', input.code))
  if (parentOf(input.code) !== input.parentCode) throw new Fault('registry.division-unknown')
  if (!(await hasDivision(setting, input.parentCode))) throw new Fault('registry.division-not-found')
  if ((await recordDivisions(setting, [{ ...input, source: '本局维护' }])) === 0)
    throw new Fault('registry.division-exists')
  await recordTrail(setting, {
    verb: 'registry.add-division',
    subject: { kind: 'division', id: input.code },
    after: { name: input.name, aliases: input.aliases },
  })
  return { code: input.code, version: 1 }
}

export interface ChangeDivision {
  readonly code: DivisionCode
  readonly version: number
  readonly name: string
  readonly shortName: string
  readonly aliases: readonly string[]
  readonly isActive: boolean
}

/** 修改区划: a new name, an old name kept as an alias so that old ledgers are still read, or out of use. */
export async function changeDivision(
  setting: ActionSetting,
  input: ChangeDivision,
): Promise<{ code: string; version: number }> {
  requireMay(mayAt(setting.clerk, 'divisions.write', input.code))
  if (!(await hasDivision(setting, input.code))) throw new Fault('registry.division-not-found')
  const version = await changeDivisionRow(setting, input)
  if (version === undefined) throw new Fault('platform.changed-meanwhile')
  await recordTrail(setting, {
    verb: 'registry.change-division',
    subject: { kind: 'division', id: input.code },
    after: { name: input.name, aliases: input.aliases, isActive: input.isActive },
  })
  return { code: input.code, version }
}
